package dev.plumb.core;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.Event;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Source;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes an action that was taken in one state in others. */
final class ActionSteps {
    private final LoadedSpec spec;
    private final Set<String> known = new HashSet<>();

    ActionSteps(LoadedSpec spec) {
        this.spec = spec;
        spec.actions().forEach(action -> known.add(action.name()));
    }

    /**
     * The states that it leads to with the same arguments. An action that an event can name is looked up by its name; of
     * others all steps are taken and sorted out.
     *
     * @throws dev.plumb.traces.Problem if the spec cannot be asked for it
     */
    List<SpecState> after(ActionInstance action, SpecState before) {
        return known.contains(action.name())
                ? spec.steps(before, spec.observe(event(action))).successors().stream()
                        .map(Successor::state)
                        .toList()
                : spec.steps(before).successors().stream()
                        .filter(successor -> successor.action().equals(action))
                        .map(Successor::state)
                        .toList();
    }

    private static Event event(ActionInstance action) {
        return new Event(
                new Source("counterexample", 1),
                Optional.empty(),
                Optional.empty(),
                Optional.of(action.name()),
                new Arguments.Named(action.arguments()),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Optional.empty());
    }
}
