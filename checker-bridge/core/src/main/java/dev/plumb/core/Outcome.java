package dev.plumb.core;

import dev.plumb.traces.Problem;

/**
 * What a check came to. The set is closed, so that the compiler finds the forgotten case; whether an outcome was
 * expected is another question.
 */
public sealed interface Outcome {

    /** Every state within the model was visited and everything that the model names holds. */
    record Holds() implements Outcome {}

    /** Random behaviours were looked at, and all was well in them; of the others nothing is known. */
    record Sampled() implements Outcome {}

    /** The trace is a behaviour of the spec. */
    record Conforms() implements Outcome {}

    /** The trace is not a behaviour of the spec. */
    record Diverges() implements Outcome {}

    /** A named property is false in some behaviour. */
    record Violates(String name, PropertyKind kind) implements Outcome {}

    /** A state without a successor was reached. */
    record Deadlocks() implements Outcome {}

    /** Nothing was checked, so nothing was found: {@code why} says what was missing. */
    record Vacuous(String why) implements Outcome {}

    /** The check stopped at a limit before it was through. */
    record Incomplete(String limit) implements Outcome {}

    /** What was handed in cannot be read, or does not fit the spec. */
    record BadInput(Problem problem) implements Outcome {}

    /** The spec or its cfg cannot be parsed or evaluated; {@code exitCode} is TLC's. */
    record SpecError(Problem problem, int exitCode) implements Outcome {}

    /** What Plumb runs on failed. */
    record ToolError(Problem problem) implements Outcome {}

    /** What kind of property was violated. */
    enum PropertyKind {
        ASSUMPTION(10),
        INVARIANT(12),
        /** A property of steps, {@code [][A]_v}, or one that an initial state violates. */
        ACTION_PROPERTY(13),
        TEMPORAL(13),
        ASSERTION(14),
        /** What must hold once all states have been visited. */
        POSTCONDITION(10);

        private final int exitCode;

        PropertyKind(int exitCode) {
            this.exitCode = exitCode;
        }
    }

    /** The exit code of a command that ends with this outcome, if nothing else was expected. */
    default int exitCode() {
        if (this instanceof Holds || this instanceof Conforms || this instanceof Sampled) {
            return 0;
        } else if (this instanceof Diverges) {
            return 15;
        } else if (this instanceof Violates violates) {
            return violates.kind().exitCode;
        } else if (this instanceof Deadlocks) {
            return 11;
        } else if (this instanceof Vacuous) {
            return 4;
        } else if (this instanceof Incomplete) {
            return 20;
        } else if (this instanceof BadInput) {
            return 3;
        } else if (this instanceof SpecError error) {
            return error.exitCode();
        }
        return 153;
    }
}
