package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.ObservedStep;
import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tlc2.util.Context;
import tlc2.value.impl.Value;
import util.UniqueString;

/**
 * An event in the terms of the loaded spec.
 *
 * @param wanted what it says of its action
 * @param bound what it is by the binding, one operator a step; empty if the binding says nothing of it
 */
record Observed(Event event, Wanted wanted, List<OnVariable> before, List<OnVariable> state, List<Applied> bound)
        implements ObservedStep {

    /** An operator of the binding, and the context in which its parameter is the event. */
    record Applied(Binding.Operator operator, Context context) {
        ActionInstance instance() {
            return new ActionInstance(operator.name(), new LinkedHashMap<>(), Places.of(operator.definition()));
        }
    }

    /** A step that nobody recorded. */
    static Observed silent(Binding.Operator operator) {
        return new Observed(
                Event.unrecorded(new Source(operator.name(), 0), Optional.empty()),
                Wanted.UNKNOWN,
                List.of(),
                List.of(),
                List.of(new Applied(operator, Context.Empty)));
    }

    /** The same step, said to be one of the spec's by name: no binding, and this action with these arguments. */
    Observed as(Wanted ofSpec) {
        return new Observed(event, ofSpec, before, state, List.of());
    }

    /** One of its steps: what was seen before it counts for the first, what was seen after it for the last. */
    Observed of(boolean isFirst, boolean isLast) {
        return new Observed(event, wanted, isFirst ? before : List.of(), isLast ? state : List.of(), bound);
    }

    /**
     * What was observed of one variable.
     *
     * @param whole the value that it has after the step, whatever it was before
     */
    record OnVariable(UniqueString variable, Observation observation, Optional<Value> whole) {
        /** The value that the variable must have after a step from a state, if that is one of TLC's. */
        Optional<Value> determined(TlcState from) {
            return whole.isPresent()
                    ? whole
                    : observation.determined(from.value(variable)).flatMap(Conversion::of);
        }
    }
}
