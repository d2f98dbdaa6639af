package dev.plumb.refinement;

import dev.plumb.traces.TraceHeader;
import dev.plumb.traces.TraceWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes down which steps of the specification one process takes, in order, for a trace to be validated later.
 *
 * <p>A recorder belongs to one process and may be shared by its threads. A step that is {@code done()} has been handed to
 * the operating system, so a process that is killed loses no step that it completed.
 *
 * <p>A recorder never stops what it records: where a trace cannot be written, it says so once to the {@link System.Logger}
 * named after this interface, writes nothing more, and throws the cause from {@link #close}. The clock goes on counting,
 * so that the steps that are missing are missed when the trace is validated.
 */
public sealed interface Recorder extends Closeable permits FileRecorder, Silent {

    /** Records nothing, at no cost: every call does nothing and creates nothing. */
    Recorder NONE = Silent.RECORDER;

    /**
     * Records into a new file.
     *
     * @param process who takes the steps: of one name in one trace there is one recorder
     * @throws IOException if the file cannot be written
     */
    static Recorder toFile(Path file, TraceHeader header, String process) throws IOException {
        TraceWriter writer = TraceWriter.open(file, header, TraceWriter.Flush.EACH_EVENT);
        return new FileRecorder(writer, file.toString(), process);
    }

    /** Begins to tell a step of the action, taken at the line that calls this. Nothing is recorded before it is done. */
    RecordedStep step(String action);

    /** Records a step that was told elsewhere. */
    void record(SpecStep step);

    /** What a message that is sent now has to carry. */
    Stamp stamp();

    /** Says that a message with this stamp has arrived: what this process does from now on comes after its sending. */
    void received(Stamp stamp);

    /** @throws IOException if anything could not be recorded since the recorder was opened */
    @Override
    void close() throws IOException;
}
