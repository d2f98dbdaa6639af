package dev.plumb.simulation.explore;

import java.util.function.ToLongFunction;

/**
 * Fingerprints of parts that many states share: a part that is the same object has the same fingerprint. For one thread.
 * What is not found is worked out again, so it does not matter what is forgotten.
 */
final class KnownPrints {
    private static final int PLACES = 1 << 12;

    private final Object[] parts = new Object[PLACES];
    private final long[] prints = new long[PLACES];

    /** The fingerprint of an immutable part. */
    long of(Object part) {
        return of(part, Fingerprints::of);
    }

    /** The fingerprint that a function gives to an immutable part, the same function each time. */
    <T> long of(T part, ToLongFunction<? super T> fingerprint) {
        int place = System.identityHashCode(part) & (PLACES - 1);
        if (parts[place] == part) {
            return prints[place];
        }
        long print = fingerprint.applyAsLong(part); // which may use this place for a part of the part
        parts[place] = part;
        prints[place] = print;
        return print;
    }
}
