package dev.plumb.core.tlc;

import dev.plumb.kernel.TlcJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JVMs that run TLC, one model after another. A model that is checked in a JVM that has already checked one takes a
 * fraction of the time, most of which would go into starting and warming up. Each run has a TLC of its own: nothing of
 * one reaches the next.
 *
 * <p>A JVM is used by one check at a time; several may be going on in several threads. Closing the pool ends them all.
 */
public final class TlcPool implements AutoCloseable {
    /** What a JVM takes if it is not told. */
    private static final int HEAP_PERCENT = 25;

    private static final int HEAPS_PERCENT = 75;

    private final TlcJar jar;
    private final String share;
    private final Deque<TlcProcess> idle = new ArrayDeque<>();

    /** A pool for one check at a time. */
    public TlcPool(TlcJar jar) {
        this(jar, 1);
    }

    /**
     * A pool that starts a JVM when one is needed. Their heaps together leave some memory to others.
     *
     * @param jvms how many are in use at the same time
     */
    public TlcPool(TlcJar jar, int jvms) {
        this.jar = jar;
        this.share = "-XX:MaxRAMPercentage=" + Math.min(HEAP_PERCENT, HEAPS_PERCENT / jvms);
    }

    public TlcJar jar() {
        return jar;
    }

    /**
     * Runs TLC to its end, or as long as the listener wants it to go on.
     *
     * @param rawOutput file for what TLC prints, as it prints it
     */
    public TlcRun run(TlcArguments arguments, Path rawOutput, TlcListener listener) throws IOException {
        TlcProcess process = take(arguments.heap().map(heap -> "-Xmx" + heap).orElse(share));
        boolean reusable = false;
        try {
            TlcRun run = process.run(arguments, rawOutput, listener);
            reusable = process.isReusable();
            return run;
        } finally {
            if (reusable) {
                giveBack(process);
            } else {
                process.close();
            }
        }
    }

    private TlcProcess take(String heap) throws IOException {
        TlcProcess warm = poll(heap);
        return warm != null ? warm : TlcProcess.start(jar, heap);
    }

    /** One that somebody else ended while it was idle is not missed. */
    private synchronized @Nullable TlcProcess poll(String heap) {
        List<TlcProcess> gone =
                idle.stream().filter(process -> !process.isReusable()).toList();
        gone.forEach(TlcProcess::close);
        idle.removeAll(gone);
        TlcProcess fitting = idle.stream()
                .filter(process -> process.heap().equals(heap))
                .findFirst()
                .orElse(null);
        idle.remove(fitting);
        return fitting;
    }

    private synchronized void giveBack(TlcProcess process) {
        idle.push(process);
    }

    /** Ends the JVMs, none of which must be in use. */
    @Override
    public synchronized void close() {
        idle.forEach(TlcProcess::close);
        idle.clear();
    }
}
