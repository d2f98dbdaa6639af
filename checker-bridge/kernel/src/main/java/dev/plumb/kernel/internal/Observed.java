package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.ObservedStep;
import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
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
        Map<Integer, Value> wanted,
        Map<FormalParamNode, Value> fixed,
        List<OnVariable> before,
        List<OnVariable> state)
        implements ObservedStep {

    /** What was observed of one variable. */
    record OnVariable(UniqueString variable, Observation observation) {}
}
