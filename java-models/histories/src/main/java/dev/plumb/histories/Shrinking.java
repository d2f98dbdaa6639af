package dev.plumb.histories;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Finds a few calls that suffice for a contradiction (Zeller and Hildebrandt 2002: halves first, then smaller parts). */
public final class Shrinking {
    /** Who reads a contradiction does not wait for the last call to go. */
    private static final int TRIALS_MAX = 2_000;

    private Shrinking() {}

    /**
     * Some of {@code calls} that suffice. None of them can be left out alone, unless that would take too long to find out.
     *
     * @param suffice whether the contradiction remains if only those are known; false where that is not known. It must
     *     hold for all {@code calls}
     */
    public static List<Call> smallest(List<Call> calls, Predicate<Set<Call>> suffice) {
        List<Call> kept = new ArrayList<>(calls);
        int trials = 0;
        for (int size = Math.max(1, kept.size() / 2); size >= 1; size /= 2) {
            boolean hasShrunk = true;
            while (hasShrunk) {
                hasShrunk = false;
                for (int at = 0; at < kept.size() && trials < TRIALS_MAX; trials++) {
                    List<Call> fewer = new ArrayList<>(kept.subList(0, at));
                    fewer.addAll(kept.subList(Math.min(kept.size(), at + size), kept.size()));
                    if (suffice.test(new LinkedHashSet<>(fewer))) {
                        kept = fewer;
                        hasShrunk = true;
                    } else {
                        at += size;
                    }
                }
            }
        }
        return kept;
    }
}
