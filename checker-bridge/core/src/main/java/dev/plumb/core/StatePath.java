package dev.plumb.core;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.SpecState;
import java.util.List;
import java.util.Optional;

/**
 * Consecutive states of a behaviour in the kernel.
 *
 * @param actions for each state, the one that leads to it; empty for an initial state, and where it is not known
 * @param first number of the first state in the behaviour, of which the initial state has 1
 */
record StatePath(List<SpecState> states, List<Optional<ActionInstance>> actions, int first) {
    /** All of a behaviour. */
    StatePath(List<SpecState> states, List<Optional<ActionInstance>> actions) {
        this(states, actions, 1);
    }

    int size() {
        return states.size();
    }

    SpecState last() {
        return states.get(size() - 1);
    }

    /** The number of a state, by its index. */
    int number(int index) {
        return first + index;
    }

    boolean isWhole() {
        return first == 1;
    }
}
