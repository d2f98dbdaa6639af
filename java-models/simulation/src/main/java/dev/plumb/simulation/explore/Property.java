package dev.plumb.simulation.explore;

import java.util.function.Function;
import java.util.function.Predicate;

/** What is asked of a system, under a name. */
sealed interface Property<S> {
    String name();

    /** Of every initial state. */
    record Initially<S>(String name, Predicate<S> holds) implements Property<S> {}

    /** Of every reachable state. */
    record Always<S>(String name, Predicate<S> holds) implements Property<S> {}

    /** Of every step from a reachable state: the function takes the state before it, and gives what is allowed after it. */
    record AlwaysStep<S>(String name, Function<S, Predicate<S>> allowed) implements Property<S> {}

    /** Of every behaviour, by something that goes along with it. */
    record Watched<S>(String name, Monitor<S, ?> monitor) implements Property<S> {}

    /** Of some reachable state. */
    record Sometimes<S>(String name, Predicate<S> holds) implements Property<S> {}

    /** Of some state of every fair behaviour. */
    record Eventually<S>(String name, Predicate<S> holds) implements Property<S> {}
}
