package dev.plumb.maven;

import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.aether.SessionData;

/**
 * The cores of the machine, shared by all goals of a build. Each of several that run beside each other, as with -T, would
 * have TLC use all of them.
 */
final class Cores {
    static final int ALL = Runtime.getRuntime().availableProcessors();

    private static final String KEY = "dev.plumb.cores";

    private Cores() {}

    /**
     * Works with some of them, and waits until so many are free.
     *
     * @param build what all goals of a build see: modules with other dependencies of the plugin have other class loaders of
     *     it, so a static field would be several
     * @param wanted 0 stands for all
     */
    static <T> T with(SessionData build, int wanted, Supplier<T> work) {
        build.set(KEY, null, new Semaphore(ALL, true));
        Semaphore free = (Semaphore) Objects.requireNonNull(build.get(KEY));
        int cores = wanted == 0 ? ALL : Math.min(wanted, ALL);
        free.acquireUninterruptibly(cores);
        try {
            return work.get();
        } finally {
            free.release(cores);
        }
    }
}
