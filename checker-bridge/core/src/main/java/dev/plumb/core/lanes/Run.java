package dev.plumb.core.lanes;

import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A behaviour whose processes are looked for.
 *
 * @param states at least one
 * @param actions for each state, how the step that leads to it is called, where that is known
 */
public record Run(List<SortedMap<String, TlaValue>> states, List<Taken> actions) {
    /** An action with the values of its arguments; the name is empty if it is not known. */
    public record Taken(Optional<String> name, List<TlaValue> arguments) {
        /** Nothing is known. */
        public static final Taken UNKNOWN = new Taken(Optional.empty(), List.of());
    }

    List<TlaValue> arguments(int step) {
        return actions.get(step).arguments();
    }

    SortedMap<String, TlaValue> before(int step) {
        return states.get(step - 1);
    }

    SortedMap<String, TlaValue> after(int step) {
        return states.get(step);
    }
}
