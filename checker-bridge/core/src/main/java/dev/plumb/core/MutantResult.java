package dev.plumb.core;

/**
 * What came of checking a mutant.
 *
 * @param why what the check found, in a few words
 */
public record MutantResult(Mutant mutant, Verdict verdict, String why) {
    /** Whether the model's checks tell the mutant from the model. */
    public enum Verdict {
        /** A check fails that the model passes. */
        KILLED,
        /** The mutant passes all checks. */
        SURVIVED,
        /** The check did not come to its end. */
        UNDECIDED,
        /** TLC can make nothing of the mutant: who made this mistake would see it without any check. */
        INVALID
    }

    static MutantResult of(Mutant mutant, Outcome outcome) {
        return new MutantResult(mutant, verdict(outcome), Describe.outcome(outcome));
    }

    private static Verdict verdict(Outcome outcome) {
        if (outcome instanceof Outcome.Holds) {
            return Verdict.SURVIVED;
        } else if (outcome instanceof Outcome.Violates || outcome instanceof Outcome.Deadlocks) {
            return Verdict.KILLED;
        } else if (outcome instanceof Outcome.Incomplete || outcome instanceof Outcome.ToolError) {
            return Verdict.UNDECIDED;
        }
        return Verdict.INVALID;
    }
}
