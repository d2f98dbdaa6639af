package dev.plumb.refinement;

import java.io.Closeable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Calls for a flush ten times a second, and when the JVM ends. */
final class Flusher implements Closeable {
    private static final int PERIOD_MILLIS = 100;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Runnable flush;
    private final Thread atExit;

    private Flusher(String process, Runnable flush) {
        this.flush = flush;
        this.atExit = new Thread(flush, "plumb-recorder-exit-" + process);
    }

    static Flusher start(String process, Runnable flush) {
        Flusher flusher = new Flusher(process, flush);
        Runtime.getRuntime().addShutdownHook(flusher.atExit);
        Thread periodic = new Thread(flusher::flushPeriodically, "plumb-recorder-" + process);
        periodic.setDaemon(true);
        periodic.start();
        return flusher;
    }

    private void flushPeriodically() {
        try {
            while (!closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                flush.run();
            }
        } catch (InterruptedException toldToEnd) {
            return;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ends) {
            return; // the JVM, which flushes
        }
    }
}
