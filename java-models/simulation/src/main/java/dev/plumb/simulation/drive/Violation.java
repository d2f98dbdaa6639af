package dev.plumb.simulation.drive;

import dev.plumb.simulation.Invariant;
import dev.plumb.simulation.world.WorldState;
import java.util.List;
import java.util.Optional;

/**
 * What went wrong in a run.
 *
 * @param name of the invariant, or what was thrown, or the action where the trace diverges, or of the consistency model
 */
public record Violation(Kind kind, String name) {

    /** What found it. */
    public enum Kind {
        /** An invariant is false. */
        INVARIANT,
        /** A handler threw. */
        HANDLER,
        /** What was recorded is no behaviour of the specification. */
        TRACE,
        /** What the clients saw is more than the nodes promise. */
        HISTORY
    }

    /** The first invariant that is false. */
    static Optional<Violation> of(List<Invariant> invariants, WorldState state) {
        for (Invariant invariant : invariants) {
            if (!invariant.holds().test(state)) {
                return Optional.of(new Violation(Kind.INVARIANT, invariant.name()));
            }
        }
        return Optional.empty();
    }

    /** That a handler has thrown this. */
    static Violation of(RuntimeException thrown) {
        return new Violation(Kind.HANDLER, thrown.toString());
    }

    /** Whether it shows while the run goes on, and not only in what it leaves behind. */
    public boolean isOfStates() {
        return kind == Kind.INVARIANT || kind == Kind.HANDLER;
    }

    /** As part of a sentence. */
    public String text() {
        return switch (kind) {
            case INVARIANT -> "invariant " + name + " is violated";
            case HANDLER -> "a handler threw " + name;
            case TRACE -> "the trace diverges from its specification at " + name;
            case HISTORY -> "what the clients saw does not fit the model " + name;
        };
    }
}
