package dev.plumb.core;

import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.Event;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A state of the spec that some code may be in, and which of the spec's steps from there the code may have shown. */
final class AbstractState {
    private final SpecState state;
    /** Fingerprints of the values of the spec's variables. */
    private final long[] values;

    private final SpecStates alone;
    /** By what the code tells of the step. */
    private final Map<Event, Successors> next = new HashMap<>();

    private boolean isShown;

    /** Tells where the steps of a state lead that are as the code tells. */
    interface Steps {
        Taken of(SpecState from, Event told);
    }

    /**
     * Steps from a state.
     *
     * @param actions what these steps are; empty if the code does not tell
     */
    record Taken(List<AbstractState> to, Set<String> actions) {}

    /** The states that steps lead to, and which of these steps the code may have shown. */
    private static final class Successors {
        private final Set<String> actions;
        private final AbstractState[] to;
        private final BitSet shown = new BitSet();

        Successors(Taken steps) {
            this.actions = steps.actions();
            this.to = steps.to().stream().distinct().toArray(AbstractState[]::new);
        }

        boolean haveShown(String action, long print) {
            return (actions.isEmpty() || actions.contains(action))
                    && shown.stream().anyMatch(step -> to[step].print() == print);
        }
    }

    AbstractState(SpecState state) {
        this.state = state;
        this.values =
                state.values().values().stream().mapToLong(ValuePrints::of).toArray();
        this.alone = new SpecStates(List.of(this));
    }

    long print() {
        return state.fingerprint();
    }

    /** The set of nothing but this state. */
    SpecStates alone() {
        return alone;
    }

    /** Whether it may be the state of which that was seen. */
    boolean fits(Seen seen) {
        return seen.fits(values);
    }

    /** @param steps is asked once for each event */
    private synchronized Successors next(Event told, Steps steps) {
        Successors known = next.get(told);
        if (known == null) {
            known = new Successors(steps.of(state, told));
            next.put(told, known);
        }
        return known;
    }

    /**
     * Adds the states of which that may have been seen after these steps, all of them and in their order. The steps that lead to
     * one of them are shown.
     *
     * @return whether there are any
     */
    boolean follow(List<Event> told, Seen seen, Collection<AbstractState> reached, Steps steps) {
        if (told.isEmpty()) {
            boolean isThere = fits(seen);
            if (isThere) {
                show();
                reached.add(this);
            }
            return isThere;
        }
        boolean isThere = false;
        Successors successors = next(told.get(0), steps);
        for (int i = 0; i < successors.to.length; i++) {
            if (successors.to[i].follow(told.subList(1, told.size()), seen, reached, steps)) {
                show(successors, i);
                isThere = true;
            }
        }
        return isThere;
    }

    private synchronized void show() {
        isShown = true;
    }

    private synchronized void show(Successors successors, int step) {
        isShown = true;
        successors.shown.set(step);
    }

    synchronized boolean isShown() {
        return isShown;
    }

    /** Whether a step to that state was shown that is this action, or not told to be another one. */
    synchronized boolean hasShown(String action, long print) {
        return next.values().stream().anyMatch(successors -> successors.haveShown(action, print));
    }
}
