package dev.plumb.simulation.explore;

import org.jspecify.annotations.Nullable;

/**
 * 64-bit fingerprints of values: equal for equal values, in every JVM, and different for different ones but with the
 * probability of a collision of random numbers.
 *
 * <p>{@code hashCode()} would not do: it has 32 bits, is different from JVM to JVM for enums, and collides for the values
 * that states are made of: {@code List.of(1, 0)} and {@code List.of(0, 31)} have the same.
 *
 * <p>Records, lists and arrays are fingerprinted component by component. Those of sets and of maps (and so of bags, which
 * are maps to numbers) are sums over the elements, so that the order in which these iterate does not matter.
 */
public final class Fingerprints {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long NULL = seed("null");

    private Fingerprints() {}

    /**
     * The fingerprint of a value made of records, enums, texts, numbers, optionals, lists, sets, maps and arrays.
     *
     * @throws dev.plumb.traces.Problem if it is made of anything else
     */
    public static long of(@Nullable Object value) {
        return value == null ? NULL : Shape.of(value.getClass()).print(value);
    }

    /** Goes on from a fingerprint with another number; the order matters. */
    public static long then(long print, long next) {
        return mix(print * GOLDEN + next);
    }

    /** Goes on from a fingerprint with another one: quicker, but only for numbers of which no bit can be foreseen. */
    static long thenPrint(long print, long next) {
        return print * GOLDEN + next;
    }

    /** What the name of a kind of value contributes. */
    static long seed(String name) {
        long print = GOLDEN;
        for (int i = 0; i < name.length(); i++) {
            print = then(print, name.charAt(i));
        }
        return print;
    }

    /** Every bit depends on every bit (the finalizer of SplitMix64, Steele, Lea and Flood, OOPSLA 2014). */
    static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
