package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.ObservedStep;
import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tla2sany.semantic.FormalParamNode;
import tlc2.value.impl.Value;
import util.UniqueString;

/**
 * An event in the terms of the loaded spec.
 *
 * @param wanted arguments that were recorded, by the index of the action's parameter
 * @param fixed quantified variables whose value follows from {@code wanted}
 */
record Observed(
        Event event,
        Optional<String> action,
        Map<Integer, TlaValue> wanted,
        Map<FormalParamNode, Value> fixed,
        List<OnVariable> before,
        List<OnVariable> state)
        implements ObservedStep {

    /**
     * What was observed of one variable.
     *
     * @param whole the value that it has after the step, whatever it was before
     */
    record OnVariable(UniqueString variable, Observation observation, Optional<Value> whole) {
        static OnVariable of(String variable, Observation observation) {
            Optional<Value> whole =
                    observation instanceof Observation.Whole seen ? Values.toTlc(seen.value()) : Optional.empty();
            return new OnVariable(Values.unique(variable), observation, whole);
        }

        /** The value that the variable must have after a step from a state, if that is one of TLC's. */
        Optional<Value> determined(TlcState from) {
            return whole.isPresent()
                    ? whole
                    : observation.determined(from.value(variable)).flatMap(Values::toTlc);
        }
    }
}
