package dev.plumb.kernel.api;

/**
 * A small fault that can be written into a spec: the text at a place, and what would stand there instead.
 *
 * @param original the text on one line, without comments; of an action, as Next names it
 */
public record Mutation(Kind kind, SourceRange place, String original, String replacement) {
    /** What the fault is. */
    public enum Kind {
        /** An alternative of Next is never taken: the place is that of its definition. */
        DROP_ACTION,
        /** An action no longer waits for one of its conditions. */
        DROP_GUARD,
        /** One of the fairness conditions is not demanded. */
        DROP_FAIRNESS,
        /** A comparison says the opposite. */
        NEGATE,
        /** A comparison holds at its bound, too. */
        WEAKEN,
        /** What a claim says under a condition is FALSE; the original is the condition. */
        DENY_CONSEQUENT
    }
}
