package dev.plumb.simulation.explore;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Some work that threads share out among them, a little at a time. */
final class Chunks {
    private static final int SIZE = 64;

    private final int all;
    private final AtomicInteger taken = new AtomicInteger();

    /** Pieces of work from one index to before another. */
    record Chunk(int from, int to) {}

    Chunks(int all) {
        this.all = all;
    }

    /** How many there are. */
    int size() {
        return (all + SIZE - 1) / SIZE;
    }

    /** The next one that nobody has taken; null if there is none. */
    @Nullable
    Chunk next() {
        int from = taken.getAndAdd(SIZE);
        return from < all ? new Chunk(from, Math.min(all, from + SIZE)) : null;
    }
}
