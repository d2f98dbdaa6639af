package dev.plumb.refinement;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many steps a process has taken, and of how many it has heard from each other one; immutable. Its recorder's clock
 * is one of these, replaced as a whole, so that a step's number and what the process knew by then always fit.
 */
record Clock(long own, SortedMap<String, Long> others) {
    static final Clock ZERO = new Clock(0, Collections.emptySortedMap());

    Clock next() {
        return new Clock(own + 1, others);
    }

    /** What the stamp says of the process itself is nothing new, or of another recorder. */
    Clock after(Stamp stamp, String process) {
        SortedMap<String, Long> more = new TreeMap<>(others);
        stamp.clock().forEach((other, count) -> more.merge(other, count, Math::max));
        more.remove(process);
        return more.equals(others) ? this : new Clock(own, Collections.unmodifiableSortedMap(more));
    }

    /** The vector clock of the process. */
    SortedMap<String, Long> of(String process) {
        SortedMap<String, Long> all = new TreeMap<>(others);
        if (own > 0) {
            all.put(process, own);
        }
        return all;
    }
}
