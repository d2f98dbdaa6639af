package dev.plumb.simulation.explore;

import dev.plumb.refinement.TransitionSystem;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/** What is to be explored, what is asked of it, and how. */
record Question<S>(
        TransitionSystem<S> system,
        ToLongFunction<S> fingerprint,
        List<Property<S>> properties,
        List<Fairness<S>> fairness,
        Limits limits,
        boolean isDepthFirst,
        boolean goesOn,
        int threads,
        Consumer<Progress> progress) {

    /** The fingerprint of a state, which is never that of nothing. */
    long print(S state) {
        long print = fingerprint.applyAsLong(state);
        return print == Visited.NONE ? 1 : print;
    }

    /** Whether answers depend on which steps follow which, and not only on which there are. */
    boolean isOfBehaviours() {
        return properties.stream().anyMatch(Property.Eventually.class::isInstance);
    }
}
