package dev.plumb.traces;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes a trace in our own format. Lines are written whole and in the order of the calls, which may come from any
 * thread: only where the program dies while the system writes can the last line be torn.
 */
public final class TraceWriter implements Closeable {
    private final NdjsonWriter lines;
    private final TraceHeader.Order order;

    /** When lines go to the operating system. */
    public enum Flush {
        /** When {@link #flush} or {@link #close} is called, and when enough of them are pending. */
        ON_DEMAND,
        /** After each event, so that a program that dies loses none. */
        EACH_EVENT
    }

    private TraceWriter(NdjsonWriter lines, TraceHeader.Order order) {
        this.lines = lines;
        this.order = order;
    }

    /** A writer to {@code file}, of which what it held before is lost. */
    public static TraceWriter open(Path file, TraceHeader header) throws IOException {
        return open(file, header, Flush.ON_DEMAND);
    }

    /** A writer to {@code file}, of which what it held before is lost. */
    public static TraceWriter open(Path file, TraceHeader header, Flush flush) throws IOException {
        NdjsonWriter lines = NdjsonWriter.open(file, flush);
        lines.write(json -> JsonWriting.header(json, header));
        return new TraceWriter(lines, header.order());
    }

    /**
     * Writes one event; its source is not written.
     *
     * @throws IllegalArgumentException if it holds observations of another format
     */
    public void write(Event event) throws IOException {
        lines.write(json -> JsonWriting.event(json, event, order));
    }

    /** Hands all lines to the operating system. */
    public void flush() throws IOException {
        lines.flush();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
