package dev.plumb.kernel.internal;

import dev.plumb.kernel.BindingProblems;
import dev.plumb.kernel.KernelProblems;
import dev.plumb.kernel.api.ActionSignature;
import dev.plumb.kernel.internal.Binding.Operator;
import dev.plumb.kernel.internal.Observed.Applied;
import dev.plumb.kernel.internal.Observed.OnVariable;
import dev.plumb.traces.Event;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tla2sany.semantic.FormalParamNode;
import tlc2.value.impl.Value;

/** Reads an event's names as names of the spec: unknown ones are errors that name the nearest known one. */
final class EventNames {
    private final String module;
    private final NextTree tree;
    private final List<String> variables;
    private final Set<String> modelValues;
    private final Set<String> definitions;
    private final Optional<Binding> binding;
    private final Map<String, Map<FormalParamNode, Integer>> passedTo = new HashMap<>();
    private final Map<String, List<Operator>> boundTo = new HashMap<>();

    EventNames(
            String module,
            NextTree tree,
            List<String> variables,
            Set<String> modelValues,
            Set<String> definitions,
            Optional<Binding> binding) {
        this.module = module;
        this.tree = tree;
        this.variables = variables;
        this.modelValues = modelValues;
        this.definitions = definitions;
        this.binding = binding;
    }

    Set<String> modelValues() {
        return modelValues;
    }

    Observed observe(Event event) {
        List<Operator> operators = event.action().map(this::operators).orElse(List.of());
        if (!operators.isEmpty()) {
            return bound(event, operators);
        }
        event.action().ifPresent(action -> checkAction(event.source(), action));
        Map<Integer, TlaValue> wanted = wanted(event);
        return new Observed(
                event,
                event.action(),
                wanted,
                event.action().map(action -> follows(action, wanted)).orElse(Map.of()),
                onVariables(event.source(), event.before()),
                onVariables(event.source(), event.state()),
                List.of());
    }

    private List<Operator> operators(String action) {
        return binding.isEmpty() ? List.of() : boundTo.computeIfAbsent(action, binding.get()::steps);
    }

    private Observed bound(Event event, List<Operator> operators) {
        Value record = asValue(event);
        return new Observed(
                event,
                event.action(),
                Map.of(),
                Map.of(),
                onVariables(event.source(), event.before()),
                onVariables(event.source(), event.state()),
                operators.stream()
                        .map(operator -> new Applied(operator, operator.context(record)))
                        .toList());
    }

    /** The event as the binding sees it. */
    private Value asValue(Event event) {
        SortedMap<String, TlaValue> fields = new TreeMap<>();
        fields.put("args", asValue(event.arguments()));
        event.process().ifPresent(process -> fields.put("process", read(TlaValue.of(process))));
        return Values.toTlc(TlaValue.record(fields)).orElseThrow(() -> BindingProblems.notAValueOfTlc(event.source()));
    }

    private TlaValue asValue(Arguments arguments) {
        if (arguments instanceof Arguments.Positional positional) {
            return TlaValue.tuple(positional.values().stream().map(this::read).toList());
        }
        Map<String, TlaValue> named = new TreeMap<>();
        ((Arguments.Named) arguments).values().forEach((name, value) -> named.put(name, read(value)));
        return TlaValue.record(named);
    }

    List<OnVariable> onVariables(Source source, SortedMap<String, Observation> observations) {
        List<OnVariable> on = new ArrayList<>();
        observations.forEach((variable, observation) -> {
            if (!variables.contains(variable)) {
                throw KernelProblems.unknownName("PLUMB-N04", source, "variable", variable, module, variables);
            }
            on.add(OnVariable.of(variable, read(observation)));
        });
        return on;
    }

    private void checkAction(Source source, String action) {
        if (tree.find(action).isPresent() || isException(action)) {
            return;
        }
        List<String> known = new ArrayList<>(
                tree.signatures().stream().map(ActionSignature::name).toList());
        binding.ifPresent(names -> known.addAll(names.described().events()));
        if (definitions.contains(action)) {
            throw KernelProblems.notAnAction(source, action, module, known);
        }
        throw KernelProblems.unknownName("PLUMB-N01", source, "action", action, module, known);
    }

    /** That the program failed is no name but a verdict: no spec has such an action, so the trace diverges there. */
    private static boolean isException(String action) {
        return action.equals(Event.EXCEPTION);
    }

    private Map<Integer, TlaValue> wanted(Event event) {
        if (event.action().isEmpty()) {
            checkHasNoArguments(event);
            return Map.of();
        }
        return event.action()
                .flatMap(tree::find)
                .map(action -> wanted(event.source(), action, event.arguments()))
                .orElse(Map.of());
    }

    private static void checkHasNoArguments(Event event) {
        boolean none = event.arguments() instanceof Arguments.Named named
                ? named.values().isEmpty()
                : ((Arguments.Positional) event.arguments()).values().isEmpty();
        if (!none) {
            throw KernelProblems.argumentsOfNoAction(event.source());
        }
    }

    private Map<Integer, TlaValue> wanted(Source source, ActionSignature action, Arguments arguments) {
        List<String> parameters = action.parameters();
        Map<Integer, TlaValue> wanted = new TreeMap<>();
        if (arguments instanceof Arguments.Named named) {
            named.values().forEach((name, value) -> {
                if (!parameters.contains(name)) {
                    throw KernelProblems.unknownName(
                            "PLUMB-N02", source, "parameter", name, "Action " + action.name(), parameters);
                }
                wanted.put(parameters.indexOf(name), read(value));
            });
        } else if (arguments instanceof Arguments.Positional positional) {
            List<TlaValue> values = positional.values();
            if (values.size() != parameters.size()) {
                throw KernelProblems.wrongArity(source, action.name(), parameters.size(), values.size());
            }
            for (int i = 0; i < values.size(); i++) {
                wanted.put(i, read(values.get(i)));
            }
        }
        return wanted;
    }

    /** The quantified variables whose values follow from the arguments of an action. */
    Map<FormalParamNode, Value> follows(String action, Map<Integer, TlaValue> wanted) {
        Map<FormalParamNode, Value> fixed = new LinkedHashMap<>();
        passedTo.computeIfAbsent(action, tree::passedTo)
                .forEach((variable, index) -> Optional.ofNullable(wanted.get(index))
                        .flatMap(Values::toTlc)
                        .ifPresent(value -> fixed.put(variable, value)));
        return fixed;
    }

    private Observation read(Observation observation) {
        return modelValues.isEmpty() ? observation : observation.mapStrings(this::readString);
    }

    private TlaValue read(TlaValue value) {
        return modelValues.isEmpty() ? value : value.mapStrings(this::readString);
    }

    /** A trace writes model values as strings. */
    private TlaValue readString(TlaValue string) {
        return string instanceof TlaValue.Str s && modelValues.contains(s.value()) ? TlaValue.model(s.value()) : string;
    }
}
