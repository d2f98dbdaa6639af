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
import java.util.List;

/**
 * Writes JSON objects, one a line. Lines are written whole and in the order of the calls, which may come from any
 * thread: only where the program dies while the system writes can the last line be torn.
 */
public final class NdjsonWriter implements Closeable {
    private static final int PENDING_BYTES_MAX = 1 << 16;

    /** Text outside of ASCII is escaped, so that a Java string that is no Unicode can be written and read. */
    static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final OutputStream out;
    private final TraceWriter.Flush flush;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    private NdjsonWriter(OutputStream out, TraceWriter.Flush flush) {
        this.out = out;
        this.flush = flush;
    }

    /** A writer to {@code file}, of which what it held before is lost. */
    public static NdjsonWriter open(Path file, TraceWriter.Flush flush) throws IOException {
        return new NdjsonWriter(Files.newOutputStream(file), flush);
    }

    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** Fills one line. */
    public interface Line {
        void write(Keys keys) throws IOException;
    }

    /** The keys of a line, in the order in which they are written. */
    public static final class Keys {
        private final JsonGenerator json;

        private Keys(JsonGenerator json) {
            this.json = json;
        }

        /** The key by which a header tells the version of its format. */
        public Keys version() throws IOException {
            json.writeNumberField(Fields.VERSION_KEY, Fields.VERSION);
            return this;
        }

        public Keys text(String key, String text) throws IOException {
            json.writeStringField(key, text);
            return this;
        }

        public Keys count(String key, long count) throws IOException {
            json.writeNumberField(key, count);
            return this;
        }

        public Keys value(String key, TlaValue value) throws IOException {
            json.writeFieldName(key);
            JsonWriting.value(json, value);
            return this;
        }

        public Keys values(String key, List<TlaValue> values) throws IOException {
            json.writeFieldName(key);
            JsonWriting.array(json, values);
            return this;
        }
    }

    /** Writes an object with these keys. */
    public void line(Line line) throws IOException {
        write(json -> {
            json.writeStartObject();
            line.write(new Keys(json));
            json.writeEndObject();
        });
    }

    synchronized void write(Body body) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            body.write(json);
        }
        line.write('\n');
        line.writeTo(pending);
        if (flush == TraceWriter.Flush.EACH_EVENT || pending.size() >= PENDING_BYTES_MAX) {
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
