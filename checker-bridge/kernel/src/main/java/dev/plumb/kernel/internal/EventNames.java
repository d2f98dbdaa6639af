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
import util.UniqueString;

/** Reads an event's names as names of the spec: unknown ones are errors that name the nearest known one. */
final class EventNames {
    /** More than most models have actions and arguments; an action with numbers as arguments may have more. */
    private static final int WANTED_KEPT = 10_000;

    private final String module;
    private final NextTree tree;
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Set<String> modelValues;
    private final boolean hasModelValues;
    private final Set<String> definitions;
    private final Optional<Binding> binding;
    private final Map<Said, Wanted> wantedBy = new HashMap<>();
    private final Map<String, Map<FormalParamNode, Integer>> passedTo = new HashMap<>();
    private final Map<String, List<Operator>> boundTo = new HashMap<>();

    /** What an event says of its action, as it was recorded. */
    private record Said(Optional<String> action, Arguments arguments) {}

    private record Variable(UniqueString name, Conversion conversion) {
        OnVariable seen(Observation observation) {
            Optional<Value> whole =
                    observation instanceof Observation.Whole seen ? conversion.next(seen.value()) : Optional.empty();
            return new OnVariable(name, observation, whole);
        }
    }

    EventNames(
            String module,
            NextTree tree,
            List<String> variables,
            Set<String> modelValues,
            Set<String> definitions,
            Optional<Binding> binding) {
        this.module = module;
        this.tree = tree;
        variables.forEach(name -> this.variables.put(name, new Variable(Values.unique(name), new Conversion())));
        this.modelValues = modelValues;
        this.hasModelValues = !modelValues.isEmpty();
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
        return new Observed(
                event,
                wanted(event),
                onVariables(event.source(), event.before()),
                onVariables(event.source(), event.state()),
                List.of());
    }

    private Wanted wanted(Event event) {
        Said said = new Said(event.action(), event.arguments());
        Wanted known = wantedBy.get(said);
        if (known != null) {
            return known;
        }
        event.action().ifPresent(action -> checkAction(event.source(), action));
        Map<Integer, TlaValue> arguments = arguments(event);
        Wanted wanted = event.action().map(action -> wanted(action, arguments)).orElse(Wanted.UNKNOWN);
        if (wantedBy.size() < WANTED_KEPT) {
            wantedBy.put(said, wanted);
        }
        return wanted;
    }

    /** An action with these arguments, and with the quantified variables whose values follow from them. */
    Wanted wanted(String action, Map<Integer, TlaValue> arguments) {
        return new Wanted(Optional.of(action), arguments, follows(action, arguments));
    }

    private List<Operator> operators(String action) {
        return binding.isEmpty() ? List.of() : boundTo.computeIfAbsent(action, binding.get()::steps);
    }

    private Observed bound(Event event, List<Operator> operators) {
        Value record = asValue(event);
        return new Observed(
                event,
                new Wanted(event.action(), Map.of(), Map.of()),
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
        return Conversion.of(TlaValue.record(fields)).orElseThrow(() -> BindingProblems.notAValueOfTlc(event.source()));
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
            Variable known = variables.get(variable);
            if (known == null) {
                throw KernelProblems.unknownName("PLUMB-N04", source, "variable", variable, module, variables.keySet());
            }
            on.add(known.seen(read(observation)));
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

    private Map<Integer, TlaValue> arguments(Event event) {
        if (event.action().isEmpty()) {
            checkHasNoArguments(event);
            return Map.of();
        }
        return event.action()
                .flatMap(tree::find)
                .map(action -> arguments(event.source(), action, event.arguments()))
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

    private Map<Integer, TlaValue> arguments(Source source, ActionSignature action, Arguments arguments) {
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

    private Map<FormalParamNode, Value> follows(String action, Map<Integer, TlaValue> arguments) {
        Map<FormalParamNode, Value> fixed = new LinkedHashMap<>();
        passedTo.computeIfAbsent(action, tree::passedTo)
                .forEach((variable, index) -> Optional.ofNullable(arguments.get(index))
                        .flatMap(Conversion::of)
                        .ifPresent(value -> fixed.put(variable, value)));
        return fixed;
    }

    private Observation read(Observation observation) {
        return hasModelValues ? observation.mapStrings(this::readString) : observation;
    }

    private TlaValue read(TlaValue value) {
        return hasModelValues ? value.mapStrings(this::readString) : value;
    }

    /** A trace writes model values as strings. */
    private TlaValue readString(TlaValue string) {
        return string instanceof TlaValue.Str s && modelValues.contains(s.value()) ? TlaValue.model(s.value()) : string;
    }
}
