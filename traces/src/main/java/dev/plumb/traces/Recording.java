package dev.plumb.traces;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A file of some format that is being read, an event after the other. */
public interface Recording extends Closeable {
    /** What the file says of the whole trace; empty where it has no header, and so cannot be told to be part of one. */
    Optional<TraceHeader> header();

    /**
     * The next event; empty at the end.
     *
     * @throws Problem if what stands there cannot be read as one
     */
    Optional<Event> next() throws IOException;

    /** Whether the file turned out not to be written to its end, so that events of it may be lost. */
    default boolean isTorn() {
        return false;
    }

    /** What was wrong so far but could be read, in sentences. */
    default List<String> warnings() {
        return List.of();
    }
}
