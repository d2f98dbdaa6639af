package dev.plumb.histories.objects;

import dev.plumb.histories.Call;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Objects of one kind, one for each key, as a single object: for models in which it is not enough that each of them is
 * right by itself.
 */
public record PerKey<S>(SequentialSpec<S> each) implements SequentialSpec<Map<Optional<TlaValue>, S>> {
    @Override
    public String name() {
        return each.name();
    }

    @Override
    public Map<String, Integer> operations() {
        return each.operations();
    }

    @Override
    public Map<Optional<TlaValue>, S> init() {
        return Map.of();
    }

    @Override
    public List<Step<Map<Optional<TlaValue>, S>>> steps(Map<Optional<TlaValue>, S> states, Call call) {
        S state = states.getOrDefault(call.key(), each.init());
        List<Step<Map<Optional<TlaValue>, S>>> steps = new ArrayList<>();
        for (Step<S> step : each.steps(state, call)) {
            Map<Optional<TlaValue>, S> changed = new HashMap<>(states);
            changed.put(call.key(), step.state());
            steps.add(new Step<>(Map.copyOf(changed), step.result()));
        }
        return steps;
    }

    @Override
    public boolean isQuery(String operation) {
        return each.isQuery(operation);
    }
}
