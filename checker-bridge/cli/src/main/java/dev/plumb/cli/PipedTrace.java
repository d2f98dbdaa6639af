package dev.plumb.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Standard input, read in a thread of its own, because waiting for it cannot be ended. */
final class PipedTrace extends EndableStream {
    private static final int CHUNK_BYTES = 1 << 16;
    private static final long POLL_MILLIS = 50;
    /** The end of the input. */
    private static final byte[] NOTHING = new byte[0];

    private final InputStream in;
    private final BlockingQueue<byte[]> chunks = new SynchronousQueue<>();
    private volatile @Nullable IOException failure;
    private byte[] chunk = NOTHING;
    private int next;

    PipedTrace(InputStream in) {
        this.in = in;
        Thread reader = new Thread(this::pump, "standard input");
        reader.setDaemon(true);
        reader.start();
    }

    private void pump() {
        try {
            for (byte[] read = readSome(); read.length > 0; read = readSome()) {
                chunks.put(read);
            }
            chunks.put(NOTHING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] readSome() {
        try {
            byte[] buffer = new byte[CHUNK_BYTES];
            return Arrays.copyOf(buffer, Math.max(0, in.read(buffer)));
        } catch (IOException e) {
            failure = e;
            return NOTHING;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (available() == 0 && !awaitChunk()) {
            return -1;
        }
        int count = Math.min(length, available());
        System.arraycopy(chunk, next, bytes, offset, count);
        next += count;
        return count;
    }

    private boolean awaitChunk() throws IOException {
        byte[] more = null;
        while (more == null && !isEnded()) {
            more = poll();
        }
        if (more == null || more.length == 0) {
            end();
            return atEnd();
        }
        chunk = more;
        next = 0;
        return true;
    }

    private boolean atEnd() throws IOException {
        IOException why = failure;
        if (why != null) {
            throw why;
        }
        return false;
    }

    private byte @Nullable [] poll() throws IOException {
        try {
            return chunks.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public int available() {
        return chunk.length - next;
    }
}
