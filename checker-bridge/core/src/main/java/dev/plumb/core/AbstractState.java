package dev.plumb.core;

import dev.plumb.kernel.api.SpecState;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A state of the spec that some code may be in, and which of the spec's steps from there the code may have shown. */
final class AbstractState {
    private final SpecState state;
    /** Fingerprints of the values of the spec's variables. */
    private final long[] values;

    private final SpecStates alone;
    private final BitSet shownSteps = new BitSet();
    private boolean isShown;
    private AbstractState @Nullable [] next;

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

    /** @param steps tells where the spec's steps lead, and is asked once */
    private synchronized AbstractState[] next(Function<SpecState, AbstractState[]> steps) {
        if (next == null) {
            next = Arrays.stream(steps.apply(state)).distinct().toArray(AbstractState[]::new);
        }
        return next;
    }

    /**
     * Adds the states of which that may have been seen after so many steps at most. The steps that lead to one of them are
     * shown.
     *
     * @return whether there are any
     */
    boolean follow(
            Seen seen, int stepsMax, Collection<AbstractState> reached, Function<SpecState, AbstractState[]> steps) {
        boolean isThere = fits(seen);
        if (isThere) {
            show();
            reached.add(this);
        }
        if (stepsMax > 0) {
            AbstractState[] successors = next(steps);
            for (int i = 0; i < successors.length; i++) {
                if (successors[i] != this && successors[i].follow(seen, stepsMax - 1, reached, steps)) {
                    show(i);
                    isThere = true;
                }
            }
        }
        return isThere;
    }

    synchronized void show() {
        isShown = true;
    }

    private synchronized void show(int step) {
        isShown = true;
        shownSteps.set(step);
    }

    synchronized boolean isShown() {
        return isShown;
    }

    synchronized boolean hasShown(long print) {
        AbstractState[] known = next;
        return known != null && shownSteps.stream().anyMatch(step -> known[step].print() == print);
    }
}
