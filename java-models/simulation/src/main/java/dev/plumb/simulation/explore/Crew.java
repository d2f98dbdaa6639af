package dev.plumb.simulation.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some threads that work together; the one that asks for it is among them. */
final class Crew implements AutoCloseable {
    private final int threads;
    private final ExecutorService others;

    Crew(int threads) {
        this.threads = threads;
        this.others = Executors.newFixedThreadPool(Math.max(1, threads - 1), work -> {
            Thread thread = new Thread(work, "explore");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Has as many threads as are useful do the work, and waits until all of them are through.
     *
     * @param pieces that the work consists of
     */
    void work(int pieces, Runnable work) {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, pieces); i++) {
            running.add(others.submit(work));
        }
        work.run();
        running.forEach(Crew::await);
    }

    private static void await(Future<?> running) {
        try {
            running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while exploring", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            } else if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        others.shutdownNow();
    }
}
