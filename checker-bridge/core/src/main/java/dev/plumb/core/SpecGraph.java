package dev.plumb.core;

import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The states of a spec and the steps between them, breadth first, so that a state's number tells how near it is.
 *
 * @param initial numbers of the initial states
 * @param steps of each state
 * @param isComplete whether that is all; states that were found and not gone on from have no steps here
 */
public record SpecGraph(List<SpecState> states, int initial, List<List<Step>> steps, boolean isComplete) {

    /** A step to the state of that number, by an action with its arguments. */
    public record Step(String name, String action, int to) {}

    /** The graph of a spec, as far as there are no more than so many states. */
    static SpecGraph of(LoadedSpec spec, int statesMax) {
        Walk walk = new Walk();
        spec.initialStates().forEach(walk::number);
        int initial = walk.states.size();
        List<List<Step>> all = new ArrayList<>();
        while (all.size() < walk.states.size() && all.size() < statesMax) {
            List<Successor> steps = spec.successors(walk.states.get(all.size()));
            all.add(steps.stream().map(walk::step).toList());
        }
        boolean isComplete = all.size() == walk.states.size();
        while (all.size() < walk.states.size()) {
            all.add(List.of());
        }
        return new SpecGraph(walk.states, initial, all, isComplete);
    }

    private static final class Walk {
        private final List<SpecState> states = new ArrayList<>();
        private final Map<Long, Integer> numbers = new HashMap<>();

        private int number(SpecState state) {
            return numbers.computeIfAbsent(state.fingerprint(), print -> {
                states.add(state);
                return states.size() - 1;
            });
        }

        private Step step(Successor successor) {
            int to = number(successor.state());
            return new Step(successor.action().name(), successor.action().toString(), to);
        }
    }

    /** The fingerprint of a state. */
    public long print(int state) {
        return states.get(state).fingerprint();
    }
}
