package dev.plumb.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Checks that are made beside each other as far as the cores go: small ones with one thread each, large ones, and those
 * for which the user has chosen the number of threads, one after another.
 */
final class CheckJobs {
    private final List<CheckJob> jobs;
    private final int width;

    /** {@code choosesWorkers} says whether it is ours to choose how many threads TLC has. */
    CheckJobs(List<CheckJob> jobs, boolean choosesWorkers) {
        this.jobs = jobs;
        this.width = choosesWorkers && jobs.size() > 1
                ? Math.min(jobs.size(), Runtime.getRuntime().availableProcessors())
                : 1;
    }

    /** How many JVMs of TLC's are busy at the same time. */
    int width() {
        return width;
    }

    int size() {
        return jobs.size();
    }

    /** {@code check} is called from several threads, {@code tell} from the caller's. */
    <R> void run(Function<CheckJob, R> check, BiConsumer<CheckJob, R> tell) {
        ExecutorService threads = Executors.newFixedThreadPool(width, CheckJobs::daemon);
        try {
            Map<CheckJob, Future<R>> small = new LinkedHashMap<>();
            jobs.stream()
                    .filter(job -> !isAlone(job))
                    .forEach(job -> small.put(job, threads.submit(() -> check.apply(job.small()))));
            small.forEach((job, result) -> tell.accept(job, await(result)));
        } finally {
            threads.shutdownNow();
        }
        jobs.stream().filter(this::isAlone).forEach(job -> tell.accept(job, check.apply(job)));
    }

    private boolean isAlone(CheckJob job) {
        return width == 1 || job.isLarge();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "check");
        thread.setDaemon(true);
        return thread;
    }

    private static <R> R await(Future<R> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
