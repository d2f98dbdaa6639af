package dev.plumb.simulation.explore;

import dev.plumb.refinement.TransitionSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Visits every reachable state of a transition system.
 *
 * <p>Breadth first, unless {@link #depthFirst} is asked for, so that what is found is found on a shortest way. Whatever the
 * number of threads, counts, verdicts and paths are the same: states are looked at in rounds, a level or a part of it each;
 * what is found in a round does not depend on who comes first; and of several things that are found in the same round, the
 * one with the least fingerprint is told.
 *
 * @param <S> an immutable state of which {@link Fingerprints} can be taken
 */
public final class Explorer<S> {
    private static final int BITS = Long.SIZE;

    private final TransitionSystem<S> system;
    private final List<Property<S>> properties = new ArrayList<>();
    private final List<Fairness<S>> fairness = new ArrayList<>();
    private ToLongFunction<S> fingerprint = Fingerprints::of;
    private Optional<Symmetry<S>> symmetry = Optional.empty();
    private Limits limits = Limits.NONE;
    private boolean isDepthFirst;
    private boolean goesOn;
    private int threads = Runtime.getRuntime().availableProcessors();
    private Consumer<Progress> progress = report -> {};

    private Explorer(TransitionSystem<S> system) {
        this.system = system;
    }

    public static <S> Explorer<S> of(TransitionSystem<S> system) {
        return new Explorer<>(system);
    }

    /** Every initial state is so. The exploration ends where one is not, unless it is {@link #goingOn}. */
    public Explorer<S> initially(String name, Predicate<S> holds) {
        return ask(new Property.Initially<>(name, holds));
    }

    /** Every reachable state is so. The exploration ends where one is not, unless it is {@link #goingOn}. */
    public Explorer<S> always(String name, Predicate<S> holds) {
        return ask(new Property.Always<>(name, holds));
    }

    /**
     * Every step from a reachable state is allowed. The exploration ends where one is not, unless it is {@link #goingOn}.
     *
     * @param allowed takes the state before a step, and gives what may come after it
     */
    public Explorer<S> alwaysStep(String name, Function<S, Predicate<S>> allowed) {
        return ask(new Property.AlwaysStep<>(name, allowed));
    }

    /**
     * No behaviour goes wrong, as far as the monitor can tell from its steps. The exploration ends where one does, unless it is
     * {@link #goingOn}.
     */
    public Explorer<S> always(String name, Monitor<S, ?> monitor) {
        return ask(new Property.Watched<>(name, monitor));
    }

    /** Some reachable state is so. If there is none, that is a failure. */
    public Explorer<S> sometimes(String name, Predicate<S> holds) {
        return ask(new Property.Sometimes<>(name, holds));
    }

    /**
     * Every behaviour that is {@link #fair} comes to a state that is so. Without fairness a behaviour may stop anywhere, as in
     * TLA+.
     */
    public Explorer<S> eventually(String name, Predicate<S> holds) {
        return ask(new Property.Eventually<>(name, holds));
    }

    private Explorer<S> ask(Property<S> property) {
        if (properties.stream().anyMatch(other -> other.name().equals(property.name()))) {
            throw ExploreProblems.sameName(property.name());
        }
        properties.add(property);
        return this;
    }

    /** What no behaviour may neglect for ever. */
    public Explorer<S> fair(Fairness<S> condition) {
        fairness.add(condition);
        return this;
    }

    /** Visits only one of the states that differ in nothing but which of several things is which. */
    public Explorer<S> symmetric(Symmetry<S> things) {
        symmetry = Optional.of(things);
        return this;
    }

    /** Another fingerprint than {@link Fingerprints#of}: of states that may be equal though their parts are not. */
    public Explorer<S> fingerprinting(ToLongFunction<S> print) {
        fingerprint = print;
        return this;
    }

    public Explorer<S> within(Limits bounds) {
        limits = bounds;
        return this;
    }

    /** Goes deep soon: less memory for states that wait, and ways that are longer than they need be. */
    public Explorer<S> depthFirst() {
        isDepthFirst = true;
        return this;
    }

    /** Visits all states, also where something is violated, so that each property is decided. */
    public Explorer<S> goingOn() {
        goesOn = true;
        return this;
    }

    /** As many as the machine has processors, unless said otherwise. */
    public Explorer<S> threads(int number) {
        threads = number;
        return this;
    }

    /** Who is told every second how far it has come. */
    public Explorer<S> telling(Consumer<Progress> listener) {
        progress = listener;
        return this;
    }

    /**
     * Explores it.
     *
     * @throws dev.plumb.traces.Problem if it cannot be explored
     */
    public Exploration<S> explore() {
        Question<S> question = new Question<>(
                system,
                symmetry.map(things -> things.over(fingerprint)).orElse(fingerprint),
                List.copyOf(properties),
                List.copyOf(fairness),
                limits,
                isDepthFirst,
                goesOn,
                threads,
                progress);
        check(question);
        return Companions.areIn(question) ? new Companions<>(question).explore() : new Search<>(question).run();
    }

    private void check(Question<S> question) {
        if (Companions.areIn(question) && symmetry.isPresent()) {
            throw ExploreProblems.symmetryForgetsWhatWasDone();
        } else if (question.isOfBehaviours() && symmetry.isPresent()) {
            properties.stream()
                    .filter(Property.Eventually.class::isInstance)
                    .findFirst()
                    .ifPresent(property -> {
                        throw ExploreProblems.symmetryForgetsWhoActs(property.name());
                    });
        } else if (fairness.size() > BITS) {
            throw ExploreProblems.tooMany("fairness conditions", BITS);
        } else if (properties.size() > BITS) {
            throw ExploreProblems.tooMany("properties", BITS);
        }
    }
}
