package dev.plumb.cli;

import dev.plumb.traces.TraceReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A file that another program is still writing: where it ends for now, more is waited for. */
final class FollowedFile extends EndableStream {
    private static final long POLL_MILLIS = 50;

    private final SeekableByteChannel file;
    private final Optional<Duration> idleMax;

    private FollowedFile(SeekableByteChannel file, Optional<Duration> idleMax) {
        this.file = file;
        this.idleMax = idleMax;
    }

    /** @param idleMax after so long without a new byte the file has ended */
    static FollowedFile open(Path path, Optional<Duration> idleMax) {
        try {
            return new FollowedFile(Files.newByteChannel(path), idleMax);
        } catch (IOException e) {
            throw TraceReader.problem(path, e);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        long start = System.nanoTime();
        int read = -1;
        while (read < 0 && !isEnded() && !isIdleSince(start)) {
            read = file.read(ByteBuffer.wrap(bytes, offset, length));
            if (read < 0) {
                pause();
            }
        }
        return read;
    }

    private boolean isIdleSince(long start) {
        return idleMax.filter(max -> System.nanoTime() - start > max.toNanos()).isPresent();
    }

    private void pause() throws IOException {
        if (file.size() < file.position()) {
            throw new IOException("it was cut while it was followed");
        }
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Nothing that would have to be waited for. */
    @Override
    public int available() throws IOException {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, file.size() - file.position()));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
