package dev.plumb.traces;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a file, as bytes, since JSON says how they are encoded; blank lines are passed over. */
final class Lines implements Closeable {
    static final int LINE_BYTES_MAX = 64 << 20;

    private final String path;
    private final InputStream in;
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

        private Raw(byte[] bytes, Source source, boolean isClosed) {
            this.bytes = bytes;
            this.source = source;
            this.isClosed = isClosed;
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
            return Json.parse(bytes, source);
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
        ByteArrayOutputStream line = new ByteArrayOutputStream(0);
        while (fill()) {
            int end = begin;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, begin, end - begin);
            if (line.size() > LINE_BYTES_MAX) {
                throw TraceProblems.lineIsTooLong(source, LINE_BYTES_MAX);
            }
            begin = end + 1;
            if (end < filled) {
                return new Raw(line.toByteArray(), source, true);
            }
        }
        return new Raw(line.toByteArray(), source, false);
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
