package dev.plumb.core;

import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.Outcome.Violates;
import dev.plumb.kernel.api.Claim;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import java.util.List;
import java.util.Optional;

/** What makes a finite behaviour a counterexample: its last state, or its last step. */
interface Breach {
    /**
     * Whether a behaviour is wrong that ends like this.
     *
     * @param before the state before it; empty if {@code state} is an initial one
     */
    boolean isAt(Optional<SpecState> before, SpecState state);

    /**
     * That of an outcome; empty if it is no violation, or one that only an infinite behaviour shows.
     *
     * @param spec loaded with its claims, where the outcome is about a property of steps
     */
    static Optional<Breach> of(LoadedSpec spec, Outcome outcome) {
        if (outcome instanceof Outcome.Deadlocks) {
            return Optional.of((before, state) -> spec.steps(state).successors().isEmpty());
        } else if (outcome instanceof Violates violates && violates.kind() == PropertyKind.INVARIANT) {
            return Optional.of((before, state) -> !spec.holds(violates.name(), state));
        } else if (outcome instanceof Violates violates && violates.kind() == PropertyKind.ACTION_PROPERTY) {
            long claims = claims(spec.claims(), violates.name());
            return Optional.of((before, state) -> (spec.broken(before, state) & claims) != 0);
        }
        return Optional.empty();
    }

    /** TLC does not always name the property: then each may be the one. */
    private static long claims(List<Claim> all, String name) {
        long ofSteps = 0;
        long named = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).isOfSteps()) {
                ofSteps |= 1L << i;
                named |= all.get(i).name().equals(name) ? 1L << i : 0;
            }
        }
        return named == 0 ? ofSteps : named;
    }
}
