package dev.plumb.traces;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a file, as bytes, since JSON says how they are encoded; blank lines are passed over. */
final class Lines implements Closeable {
    static final int LINE_BYTES_MAX = 64 << 20;

    private final String path;
    private final InputStream in;
    private final Repeats repeats = new Repeats();
    private final byte[] buffer = new byte[1 << 16];
    private int begin;
    private int filled;
    private int number;

    Lines(String path, InputStream in) {
        this.path = path;
        this.in = in;
    }

    /** One line. */
    static final class Raw {
        private final byte[] bytes;
        private final Source source;
        private final boolean isClosed;
        private final Repeats repeats;

        private Raw(byte[] bytes, Source source, boolean isClosed, Repeats repeats) {
            this.bytes = bytes;
            this.source = source;
            this.isClosed = isClosed;
            this.repeats = repeats;
        }

        Source source() {
            return source;
        }

        /** Whether it ends with a newline, as a line that was written to the end does. */
        boolean isClosed() {
            return isClosed;
        }

        /** @throws com.fasterxml.jackson.core.JsonProcessingException if it is not JSON */
        Json json() throws IOException {
            return Json.parse(bytes, source, repeats);
        }

        private boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    /** Those of a file that is zipped or not. */
    static Lines open(Path path) throws IOException {
        return new Lines(path.toString(), Unzipped.whole(Files.newInputStream(path)));
    }

    Optional<Raw> next() throws IOException {
        Raw line = read();
        while (line.isClosed() && line.isBlank()) {
            line = read();
        }
        return line.isBlank() ? Optional.empty() : Optional.of(line);
    }

    private Raw read() throws IOException {
        Source source = new Source(path, ++number);
        int end = fill() ? end() : filled;
        if (end < filled) {
            byte[] line = Arrays.copyOfRange(buffer, begin, end);
            begin = end + 1;
            return new Raw(line, source, true, repeats);
        }
        return readOn(source);
    }

    /** A line that goes on behind the buffer. */
    private Raw readOn(Source source) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean isClosed = false;
        while (!isClosed && fill()) {
            int end = end();
            line.write(buffer, begin, end - begin);
            if (line.size() > LINE_BYTES_MAX) {
                throw TraceProblems.lineIsTooLong(source, LINE_BYTES_MAX);
            }
            begin = end + 1;
            isClosed = end < filled;
        }
        return new Raw(line.toByteArray(), source, isClosed, repeats);
    }

    /** Where in the buffer the line ends, or the buffer. */
    private int end() {
        int end = begin;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    /** Whether there is more, if need be after reading it. */
    private boolean fill() throws IOException {
        if (begin >= filled) {
            begin = 0;
            filled = in.read(buffer);
        }
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
