package dev.plumb.refinement;

import dev.plumb.traces.Observation;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The recorder that records. One lock orders the steps of all threads and the changes of the clock; a line is flushed
 * before the lock is released, so the file is always a prefix of what happened.
 */
final class FileRecorder implements Recorder {
    private static final System.Logger LOG = System.getLogger(Recorder.class.getName());

    private final TraceWriter writer;
    private final String file;
    private final String process;
    private final SortedMap<String, Long> clock = new TreeMap<>();
    private int lines = 1;
    private @Nullable Exception failure;

    FileRecorder(TraceWriter writer, String file, String process) {
        this.writer = writer;
        this.file = file;
        this.process = process;
    }

    @Override
    public RecordedStep step(String action) {
        return new Draft(this, SpecStep.of(action));
    }

    @Override
    public synchronized void record(SpecStep step) {
        clock.merge(process, 1L, Long::sum);
        if (failure == null) {
            try {
                SortedMap<String, Long> now = Collections.unmodifiableSortedMap(new TreeMap<>(clock));
                writer.write(step.event(process, new Source(file, ++lines), now));
            } catch (IOException | RuntimeException notWritten) {
                failed(notWritten);
            }
        }
    }

    private void failed(Exception cause) {
        failure = cause;
        LOG.log(System.Logger.Level.WARNING, "Recording of " + process + " stops: " + file + " is cut short", cause);
    }

    @Override
    public synchronized Stamp stamp() {
        return Stamp.of(clock);
    }

    @Override
    public synchronized void received(Stamp stamp) {
        stamp.clock().forEach((other, count) -> clock.merge(other, count, Math::max));
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            writer.close();
        } catch (IOException notWritten) {
            failure = failure == null ? notWritten : failure;
        }
        if (failure != null) {
            throw new IOException(file + " is cut short", failure);
        }
    }

    /** Gathers a step until it is done. */
    static final class Draft implements RecordedStep {
        private final FileRecorder recorder;
        private SpecStep step;

        Draft(FileRecorder recorder, SpecStep step) {
            this.recorder = recorder;
            this.step = step;
        }

        @Override
        public RecordedStep run(String run) {
            step = step.run(run);
            return this;
        }

        @Override
        public RecordedStep at(String fileAndLine) {
            step = step.at(fileAndLine);
            return this;
        }

        @Override
        public RecordedStep arg(String name, TlaValue value) {
            step = step.arg(name, value);
            return this;
        }

        @Override
        public RecordedStep state(String variable, Observation observation) {
            step = step.state(variable, observation);
            return this;
        }

        @Override
        public RecordedStep before(String variable, Observation observation) {
            step = step.before(variable, observation);
            return this;
        }

        @Override
        public void done() {
            recorder.record(step);
        }
    }
}
