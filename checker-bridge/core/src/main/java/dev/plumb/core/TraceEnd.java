package dev.plumb.core;

import java.util.Optional;

/** How a counterexample goes on after its last state, where that is part of what it shows. */
public enum TraceEnd {
    /** Nothing happens any more, though the spec allows steps. */
    STUTTER,
    /** Some of its steps are repeated for ever. */
    LASSO,
    /** The spec allows no step. */
    DEADLOCK;

    /** Empty where the last state is what breaks the property: how it goes on does not matter then. */
    static Optional<TraceEnd> of(ModelCheckResult result) {
        if (result.outcome() instanceof Outcome.Deadlocks) {
            return Optional.of(DEADLOCK);
        }
        return result.counterexample()
                .filter(behaviour -> behaviour.loopsTo().isPresent())
                .map(behaviour ->
                        behaviour.loopsTo().getAsInt() == behaviour.steps().size() ? STUTTER : LASSO);
    }
}
