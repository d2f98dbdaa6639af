package dev.plumb.histories;

import java.util.Locale;

/**
 * How much work a check may do, so that it ends: counted in steps tried and not in seconds, so that the answer does not
 * depend on the machine.
 */
public final class Budget {
    /** Enough for every history but the hardest; some seconds. */
    public static final long STEPS = 10_000_000;

    private final long steps;
    private long left;

    private Budget(long steps) {
        this.steps = steps;
        this.left = steps;
    }

    public static Budget standard() {
        return of(STEPS);
    }

    public static Budget of(long steps) {
        return new Budget(steps);
    }

    public void spend(long cost) {
        left -= Math.min(cost, left);
    }

    public long spent() {
        return steps - left;
    }

    /** Whether nothing is left: what was not found by then may be there all the same. */
    public boolean isSpent() {
        return left == 0;
    }

    /** In words, for a verdict. */
    public String limit() {
        return String.format(Locale.ROOT, "the budget of %,d steps", steps);
    }
}
