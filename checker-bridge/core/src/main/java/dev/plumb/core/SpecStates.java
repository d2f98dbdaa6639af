package dev.plumb.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The states of a spec that some code may be in, for all that is known of it: several where the code does not keep what some
 * variable of the spec says. None means that the code has left the spec.
 */
public final class SpecStates {
    public static final SpecStates NONE = new SpecStates(List.of());

    private final List<AbstractState> states;
    private final long print;

    SpecStates(List<AbstractState> states) {
        this.states = states;
        long all = states.size();
        for (AbstractState state : states) {
            all = ValuePrints.then(all, state.print());
        }
        this.print = all;
    }

    /** These states, of which some may be the same. */
    static SpecStates of(Collection<AbstractState> states) {
        List<AbstractState> sorted = states.stream()
                .distinct()
                .sorted(Comparator.comparingLong(AbstractState::print))
                .toList();
        return sorted.isEmpty() ? NONE : sorted.size() == 1 ? sorted.get(0).alone() : new SpecStates(sorted);
    }

    List<AbstractState> all() {
        return states;
    }

    public boolean isEmpty() {
        return states.isEmpty();
    }

    public int size() {
        return states.size();
    }

    /** A fingerprint: the same for the same states. */
    public long print() {
        return print;
    }
}
