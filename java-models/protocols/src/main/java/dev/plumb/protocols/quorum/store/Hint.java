package dev.plumb.protocols.quorum.store;

import java.util.Comparator;

/**
 * What a spare keeps.
 *
 * @param to the home that it is for
 */
record Hint(String to, Siblings siblings) implements Comparable<Hint> {
    private static final Comparator<Hint> ORDER = Comparator.comparing(Hint::to)
            .thenComparing(hint -> hint.siblings().versions().toString());

    /** Any order, for sets. */
    @Override
    public int compareTo(Hint other) {
        return ORDER.compare(this, other);
    }
}
