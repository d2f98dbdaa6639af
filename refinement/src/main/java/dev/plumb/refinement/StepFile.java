package dev.plumb.refinement;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file, in which the steps stand in the order of their numbers without a hole: whenever the process dies, it holds
 * the first so many of them.
 *
 * <p>Why nothing waits long for a missing number: a buffer gives a number and keeps the line under its lock. So of the
 * numbers that were given before a flush began, all lines are there once it has taken from each buffer in turn; what it
 * took with later numbers waits for the next one.
 */
final class StepFile implements Closeable {
    private static final System.Logger LOG = System.getLogger(Recorder.class.getName());

    private final OutputStream out;
    private final String name;
    private final List<Buffer> buffers;
    private final List<Buffer.Line> waiting = new ArrayList<>();
    private volatile long written;
    private volatile boolean isClosed;
    private volatile @Nullable Throwable failure;

    StepFile(OutputStream out, String name, List<Buffer> buffers) {
        this.out = out;
        this.name = name;
        this.buffers = buffers;
    }

    /** Whether a step that is told now will be written; that one is told after the end is a failure. */
    boolean isOpen() {
        if (isClosed && failure == null) {
            fail(new IOException("a step was done after close()"));
        }
        return failure == null;
    }

    /** Writes what was told, unless the step with this number is in the file already. */
    void flush(long number) {
        if (written < number && failure == null) {
            flush();
        }
    }

    /** Writes all that was told before. */
    synchronized void flush() {
        buffers.forEach(buffer -> waiting.addAll(buffer.take()));
        waiting.sort(Comparator.comparingLong(Buffer.Line::number));
        try {
            writeWhatIsNext();
        } catch (IOException notWritten) {
            fail(notWritten);
        }
        if (failure != null) {
            waiting.clear();
        }
    }

    private void writeWhatIsNext() throws IOException {
        List<Buffer.Line> next = waiting.subList(0, countOfNext());
        if (!next.isEmpty() && failure == null) {
            ByteArrayOutputStream batch = new ByteArrayOutputStream(
                    next.stream().mapToInt(line -> line.json().length).sum());
            next.forEach(line -> batch.writeBytes(line.json()));
            batch.writeTo(out);
            written = next.get(next.size() - 1).number();
            next.clear();
        }
    }

    /** How many lines come next without a hole. */
    private int countOfNext() {
        int count = 0;
        while (count < waiting.size() && waiting.get(count).number() == written + count + 1) {
            count++;
        }
        return count;
    }

    /** Nothing more is written. */
    synchronized void fail(Throwable cause) {
        if (failure == null) {
            failure = cause;
            LOG.log(System.Logger.Level.WARNING, "Recording stops: " + name + " is cut short", cause);
        }
    }

    /** @throws IOException if anything that was told is not in the file */
    @Override
    public synchronized void close() throws IOException {
        if (!isClosed) {
            flush();
            isClosed = true;
            try {
                out.close();
            } catch (IOException notWritten) {
                fail(notWritten);
            }
        }
        if (failure != null) {
            throw new IOException(name + " is cut short", failure);
        }
    }
}
