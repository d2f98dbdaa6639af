package dev.plumb.kernel.internal;

import dev.plumb.kernel.KernelProblems;
import dev.plumb.kernel.api.ActionSignature;
import dev.plumb.kernel.internal.Observed.OnVariable;
import dev.plumb.traces.Event;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tla2sany.semantic.FormalParamNode;
import tlc2.value.impl.Value;
import util.UniqueString;

/** Reads an event's names as names of the spec: unknown ones are errors that name the nearest known one. */
final class EventNames {
    private final String module;
    private final NextTree tree;
    private final List<String> variables;
    private final Set<String> modelValues;
    private final Map<String, Map<FormalParamNode, Integer>> passedTo = new ConcurrentHashMap<>();

    EventNames(String module, NextTree tree, List<String> variables, Set<String> modelValues) {
        this.module = module;
        this.tree = tree;
        this.variables = variables;
        this.modelValues = modelValues;
    }

    Set<String> modelValues() {
        return modelValues;
    }

    Observed observe(Event event) {
        event.action().ifPresent(action -> checkAction(event.source(), action));
        Map<Integer, Value> wanted = wanted(event);
        return new Observed(
                event,
                event.action(),
                wanted,
                fixed(event, wanted),
                onVariables(event.source(), event.before()),
                onVariables(event.source(), event.state()));
    }

    List<OnVariable> onVariables(Source source, SortedMap<String, Observation> observations) {
        List<OnVariable> on = new ArrayList<>();
        observations.forEach((variable, observation) -> {
            if (!variables.contains(variable)) {
                throw KernelProblems.unknownName("PLUMB-N04", source, "variable", variable, module, variables);
            }
            on.add(new OnVariable(UniqueString.uniqueStringOf(variable), observation.mapStrings(this::read)));
        });
        return on;
    }

    private void checkAction(Source source, String action) {
        List<String> known =
                tree.signatures().stream().map(ActionSignature::name).toList();
        // That the program failed is no name but a verdict: no spec has such an action, so the trace diverges here.
        if (!known.contains(action) && !action.equals(Event.EXCEPTION)) {
            throw KernelProblems.unknownName("PLUMB-N01", source, "action", action, module, known);
        }
    }

    private Map<Integer, Value> wanted(Event event) {
        List<String> parameters = event.action()
                .flatMap(tree::find)
                .map(ActionSignature::parameters)
                .orElse(List.of());
        String action = event.action().orElse("");
        Map<Integer, Value> wanted = new TreeMap<>();
        if (event.arguments() instanceof Arguments.Named named) {
            named.values().forEach((name, value) -> {
                if (!parameters.contains(name)) {
                    throw KernelProblems.unknownName(
                            "PLUMB-N02", event.source(), "parameter", name, "Action " + action, parameters);
                }
                wanted.put(parameters.indexOf(name), toTlc(value));
            });
        } else if (event.arguments() instanceof Arguments.Positional positional) {
            List<TlaValue> values = positional.values();
            if (values.size() != parameters.size()) {
                throw KernelProblems.wrongArity(event.source(), action, parameters.size(), values.size());
            }
            for (int i = 0; i < values.size(); i++) {
                wanted.put(i, toTlc(values.get(i)));
            }
        }
        return wanted;
    }

    private Map<FormalParamNode, Value> fixed(Event event, Map<Integer, Value> wanted) {
        Map<FormalParamNode, Value> fixed = new LinkedHashMap<>();
        event.action()
                .map(action -> passedTo.computeIfAbsent(action, tree::passedTo))
                .orElse(Map.of())
                .forEach((variable, index) -> {
                    Value value = wanted.get(index);
                    if (value != null) {
                        fixed.put(variable, value);
                    }
                });
        return fixed;
    }

    private Value toTlc(TlaValue value) {
        return Values.toTlc(value.mapStrings(this::read));
    }

    /** A trace writes model values as strings. */
    private TlaValue read(TlaValue string) {
        return string instanceof TlaValue.Str s && modelValues.contains(s.value()) ? TlaValue.model(s.value()) : string;
    }
}
