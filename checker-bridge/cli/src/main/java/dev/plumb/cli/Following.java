package dev.plumb.cli;

import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A trace that is validated while it is being written, to its end or until Ctrl-C; then what was found is told first. */
final class Following implements AutoCloseable {
    /** The JVM ends after so long, whether or not all has been told. */
    private static final long TELLING_SECONDS_MAX = 30;

    private final String name;
    private final EndableStream trace;
    private final CountDownLatch isTold = new CountDownLatch(1);
    private final Thread onInterrupt = new Thread(this::interrupt, "interrupted");
    private volatile boolean isInterrupted;

    private Following(String name, EndableStream trace) {
        this.name = name;
        this.trace = trace;
    }

    static Following of(String name, EndableStream trace) {
        Following following = new Following(name, trace);
        Runtime.getRuntime().addShutdownHook(following.onInterrupt);
        return following;
    }

    /** For messages. */
    String name() {
        return name;
    }

    InputStream bytes() {
        return trace;
    }

    /** Whether the trace may go on after what was read of it. */
    boolean isInterrupted() {
        return isInterrupted;
    }

    private void interrupt() {
        isInterrupted = true;
        trace.end();
        try {
            isTold.await(TELLING_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on Ctrl-C ends the JVM at once. */
    @Override
    public void close() {
        isTold.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException isShuttingDown) {
            // it runs already, and waits no longer
        }
    }
}
