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

    private static final long STEPS_MAX = 2_000_000;
    private static final long TRIAL_STEPS_MAX = 20_000;

    /** More calls than that are shrunk too slowly, and to too many. */
    private static final int CALLS_MAX = 300;

    /** More calls than that explain nothing. */
    private static final int CORE_MAX = 40;

    private Shrinking() {}

    /** Whether a contradiction remains if only some calls are known; false where that is not found within the budget. */
    public interface Trial {
        boolean suffices(Set<Call> some, Budget budget);
    }

    /**
     * A few of {@code calls} that suffice. None of them can be left out alone, unless that would take too long to find out.
     *
     * @param trial which all {@code calls} pass
     * @return none if there are not a few
     */
    public static List<Call> few(List<Call> calls, Trial trial) {
        if (calls.size() > CALLS_MAX) {
            return List.of();
        }
        Budget all = Budget.of(STEPS_MAX);
        List<Call> core = smallest(calls, some -> {
            Budget one = Budget.of(TRIAL_STEPS_MAX);
            boolean suffices = !all.isSpent() && trial.suffices(some, one);
            all.spend(one.spent());
            return suffices;
        });
        return core.size() > CORE_MAX ? List.of() : core;
    }

    private static List<Call> smallest(List<Call> calls, Predicate<Set<Call>> suffice) {
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
