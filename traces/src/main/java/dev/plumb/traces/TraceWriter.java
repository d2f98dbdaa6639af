package dev.plumb.traces;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a trace in our own format. Lines are written whole and in the order of the calls, which may come from any
 * thread: only where the program dies while the system writes can the last line be torn.
 */
public final class TraceWriter implements Closeable {
    private static final int PENDING_BYTES_MAX = 1 << 16;

    /** Text outside of ASCII is escaped, so that a Java string that is no Unicode can be written and read. */
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final OutputStream out;
    private final Flush flush;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    /** When lines go to the operating system. */
    public enum Flush {
        /** When {@link #flush} or {@link #close} is called, and when enough of them are pending. */
        ON_DEMAND,
        /** After each event, so that a program that dies loses none. */
        EACH_EVENT
    }

    private TraceWriter(OutputStream out, Flush flush) {
        this.out = out;
        this.flush = flush;
    }

    /** A writer to {@code file}, of which what it held before is lost. */
    public static TraceWriter open(Path file, TraceHeader header) throws IOException {
        return open(file, header, Flush.ON_DEMAND);
    }

    /** A writer to {@code file}, of which what it held before is lost. */
    public static TraceWriter open(Path file, TraceHeader header, Flush flush) throws IOException {
        TraceWriter writer = new TraceWriter(Files.newOutputStream(file), flush);
        writer.write(json -> JsonWriting.header(json, header));
        return writer;
    }

    /**
     * Writes one event; its source is not written.
     *
     * @throws IllegalArgumentException if it holds updates, which are of another format
     */
    public void write(Event event) throws IOException {
        write(json -> JsonWriting.event(json, event));
    }

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private synchronized void write(Body body) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            body.write(json);
        }
        line.write('\n');
        line.writeTo(pending);
        if (flush == Flush.EACH_EVENT || pending.size() >= PENDING_BYTES_MAX) {
            flush();
        }
    }

    /** Hands all lines to the operating system. */
    public synchronized void flush() throws IOException {
        pending.writeTo(out);
        pending.reset();
    }

    @Override
    public synchronized void close() throws IOException {
        flush();
        out.close();
    }
}
