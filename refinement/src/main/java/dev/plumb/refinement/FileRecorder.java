package dev.plumb.refinement;

import dev.plumb.traces.LineEncoder;
import dev.plumb.traces.TraceHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The recorder that records. A step is put into a buffer that its thread shares with few others or none, and gets its
 * place among the steps of all threads, its number, there and then; {@link StepFile} brings the buffers together.
 */
final class FileRecorder extends TellingRecorder {
    /** More than threads can run at a time, so that they seldom meet; a power of two. */
    private static final int BUFFERS =
            4 * Integer.highestOneBit(Runtime.getRuntime().availableProcessors());

    private final String process;
    private final boolean flushesEachStep;
    private final AtomicReference<Clock> clock = new AtomicReference<>(Clock.ZERO);
    private final List<Buffer> buffers;
    private final StepFile file;
    private @Nullable Flusher flusher;

    /** A recorder that flushes when it must or is told to, and not as time goes by. */
    FileRecorder(OutputStream out, String name, String process, RecorderOptions options) {
        this.process = process;
        this.flushesEachStep = options.flush() == RecorderOptions.Flush.EACH_STEP;
        Set<String> warned = ConcurrentHashMap.newKeySet();
        this.buffers = Stream.generate(() -> new Buffer(clock, new LineMaker(process, options, warned)))
                .limit(BUFFERS)
                .toList();
        this.file = new StepFile(out, name, buffers);
    }

    static FileRecorder open(Path file, TraceHeader header, String process, RecorderOptions options)
            throws IOException {
        if (header.order() == TraceHeader.Order.INTERVALS || header.order() == TraceHeader.Order.LAMPORT) {
            throw new IllegalArgumentException("A recorder keeps vector clocks, which order " + header.order()
                    + " does not read. Leave the order out of the header.");
        }
        OutputStream out = Files.newOutputStream(file);
        new LineEncoder(out).header(new Secrets(options.secrets()).without(header));
        FileRecorder recorder = new FileRecorder(out, file.toString(), process, options);
        if (!recorder.flushesEachStep) {
            recorder.flusher = Flusher.start(process, recorder::flush);
        }
        return recorder;
    }

    @Override
    public void record(SpecStep step) {
        if (!file.isOpen()) {
            clock.updateAndGet(Clock::next);
            return;
        }
        Buffer buffer = buffers.get((int) Thread.currentThread().getId() & (BUFFERS - 1));
        try {
            long number = buffer.add(step);
            if (flushesEachStep || buffer.isFull()) {
                file.flush(number);
            }
        } catch (IOException | RuntimeException | Error notTold) { // nothing can follow a number that is missing
            file.fail(notTold);
        }
    }

    /** What others come to know of must not be lost: with a hole in what they know, their traces could not be checked. */
    @Override
    public Stamp stamp() {
        Clock now = Objects.requireNonNull(clock.get());
        file.flush(now.own());
        return Stamp.of(now.of(process));
    }

    @Override
    public void received(Stamp stamp) {
        clock.updateAndGet(known -> known.after(stamp, process));
    }

    @Override
    public void flush() {
        file.flush();
    }

    @Override
    public void close() throws IOException {
        if (flusher != null) {
            flusher.close();
        }
        file.close();
    }
}
