package dev.plumb.simulation.explore;

/**
 * What came of a property.
 *
 * @param <S> the state
 */
public sealed interface Verdict<S> {

    /** It holds in all states, of all steps, or in all fair behaviours. */
    record Holds<S>() implements Verdict<S> {}

    /** What had to hold always does not at the end of the path. */
    record Violated<S>(Path<S> path) implements Verdict<S> {}

    /** What had to hold somewhere does at the end of the path. */
    record Shown<S>(Path<S> path) implements Verdict<S> {}

    /** What had to hold somewhere holds nowhere. */
    record Missing<S>() implements Verdict<S> {}

    /** What had to come sooner or later never comes in a behaviour that is fair. */
    record Avoided<S>(Lasso<S> lasso) implements Verdict<S> {}

    /** Not all states were visited, and in those that were there is no answer. */
    record Unknown<S>() implements Verdict<S> {}

    /** Whether the system does what was asked of it. */
    default boolean isGood() {
        return this instanceof Holds || this instanceof Shown;
    }
}
