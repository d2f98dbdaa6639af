package dev.plumb.refinement;

import dev.plumb.traces.TraceHeader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Writes down which steps of the specification one process takes, in order, for a trace to be validated later.
 *
 * <p>A recorder belongs to one process and may be shared by its threads, which do not wait for each other. Where a step
 * stands in the order is settled when it is {@link RecordedStep#done}. The file holds the steps in that order without a
 * hole at every moment, so that a process that is killed leaves a trace of its first so many steps; which of the last
 * can be missing depends on {@link RecorderOptions.Flush}.
 *
 * <p>A recorder never stops what it records: where a trace cannot be written, it says so once to the {@link System.Logger}
 * named after this interface, writes nothing more, and throws the cause from {@link #close}. The clock goes on counting,
 * so that the steps that are missing are missed when the trace is validated.
 */
public sealed interface Recorder extends Closeable permits TellingRecorder, Silent {

    /** Records nothing, at no cost: every call does nothing and creates nothing. */
    Recorder NONE = Silent.RECORDER;

    /** Records into a new file, with the default options. */
    static Recorder toFile(Path file, TraceHeader header, String process) throws IOException {
        return toFile(file, header, process, RecorderOptions.DEFAULT);
    }

    /**
     * Records into a new file.
     *
     * @param process who takes the steps: of one name in one trace there is one recorder
     * @throws IOException if the file cannot be written
     */
    static Recorder toFile(Path file, TraceHeader header, String process, RecorderOptions options) throws IOException {
        return FileRecorder.open(file, header, process, options);
    }

    /**
     * Hands each step to {@code taker} when it is done, in the thread that took it, and writes nothing. What the taker throws
     * reaches the code that is recorded: this is for tests, which may want to fail there. Stamps say nothing: whoever takes
     * the steps sees their order.
     */
    static Recorder to(Consumer<SpecStep> taker) {
        return new HandingRecorder(taker);
    }

    /** Begins to tell a step of the site's action, taken there. Nothing is recorded before it is done. */
    RecordedStep step(ActionSite site);

    /** Begins to tell a step of the action, without the line of code that takes it. */
    RecordedStep step(String action);

    /** Begins a step that this thread tells in several methods, which find it by {@link #current}. */
    StepScope begin(ActionSite site);

    /** The step of the innermost scope that this thread is in; outside of any, one that records nothing. */
    RecordedStep current();

    /** Records a step that was told elsewhere. */
    void record(SpecStep step);

    /** What a message that is sent now has to carry. The steps that it counts are handed to the operating system. */
    Stamp stamp();

    /** Says that a message with this stamp has arrived: what this process does from now on comes after its sending. */
    void received(Stamp stamp);

    /** Hands all steps that are done to the operating system. */
    void flush();

    /** @throws IOException if anything could not be recorded since the recorder was opened */
    @Override
    void close() throws IOException;
}
