package dev.plumb.core.witness;

import static java.util.stream.Collectors.joining;

import dev.plumb.core.CoreProblems;
import dev.plumb.core.TraceInputProblems;
import dev.plumb.kernel.api.ActionSignature;
import dev.plumb.kernel.api.EventBinding;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.traces.Event;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaText;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.Trace;
import dev.plumb.traces.Trace.Part;
import dev.plumb.traces.Trace.Run;
import dev.plumb.traces.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The module {@code <Spec>TraceData}: a trace as a literal. */
final class TraceData {
    private static final Set<Update.Operation> EXPRESSIBLE = new TreeSet<>(List.of(
            Update.Operation.UPDATE,
            Update.Operation.ADD_ELEMENT,
            Update.Operation.ADD_ELEMENTS,
            Update.Operation.REMOVE_ELEMENT,
            Update.Operation.CLEAR,
            Update.Operation.APPEND_ELEMENT,
            Update.Operation.INIT,
            Update.Operation.ADD,
            Update.Operation.SUBTRACT,
            Update.Operation.UNCHANGED));

    private final LoadedSpec spec;
    private final Trace trace;
    private final SortedMap<String, TlaValue> initial;
    private final SortedMap<String, String> modelValues = new TreeMap<>();

    TraceData(LoadedSpec spec, Trace trace) {
        this.spec = spec;
        this.trace = trace;
        this.initial = spec.initialStates().get(0).values();
    }

    String name() {
        return spec.module() + "TraceData";
    }

    String text() {
        String runs = trace.runs().stream().map(this::run).collect(joining(",\n\n"));
        String init = observations(trace.header().init());
        String declared = modelValues.isEmpty() ? "" : "CONSTANTS " + String.join(", ", modelValues.keySet()) + "\n\n";
        return "---- MODULE " + name() + " ----\n"
                + "\\* Generated: trace " + trace.name().replaceAll("\\s", " ") + ".\n"
                + "LOCAL INSTANCE TLC \\* which has the signs of which functions are made\n\n"
                + declared
                + "PlumbObservedInit == " + init + "\n\n"
                + "PlumbRuns == <<\n" + runs + ">>\n====\n";
    }

    /** Assignments for a cfg: the atoms that the literal mentions. Call it after {@link #text}. */
    List<String> assignments() {
        return modelValues.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .toList();
    }

    private String run(Run run) {
        return run.parts().stream().map(this::part).collect(joining(",\n", "<<", ">>"));
    }

    private String part(Part part) {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < part.events().size(); i++) {
            events.add(event(part.events().get(i), part.needs().get(i)));
        }
        return events.stream().collect(joining(",\n  ", "<<\n  ", ">>"));
    }

    private String event(Event event, int[] needs) {
        String waitsFor = Arrays.stream(needs).mapToObj(Integer::toString).collect(joining(", ", "<<", ">>"));
        return "[action |-> \"" + event.action().orElse("") + "\", args |-> " + arguments(event) + ", needs |-> "
                + waitsFor + ", before |-> " + observations(event.before()) + ", state |-> "
                + observations(event.state()) + bound(event) + "]";
    }

    /** What the binding makes of it: the name of its operator, and what that may ask for. */
    private String bound(Event event) {
        if (spec.binding().isEmpty()) {
            return "";
        }
        String operator = isBound(event) ? EventBinding.operator(event.action().orElseThrow()) : "";
        String process = event.process()
                .map(name -> ", process |-> " + value(TlaValue.of(name)))
                .orElse("");
        return process + ", on |-> \"" + operator + "\"";
    }

    private boolean isBound(Event event) {
        return event.action()
                .flatMap(action -> spec.binding().filter(binding -> binding.explains(action)))
                .isPresent();
    }

    private String arguments(Event event) {
        Map<String, TlaValue> named = new TreeMap<>();
        if (event.arguments() instanceof Arguments.Named given) {
            named.putAll(given.values());
        } else if (event.arguments() instanceof Arguments.Positional given && isBound(event)) {
            return value(TlaValue.tuple(given.values()));
        } else if (event.arguments() instanceof Arguments.Positional given
                && event.action().isPresent()) {
            List<String> parameters = parameters(event.action().get());
            for (int i = 0; i < given.values().size(); i++) {
                named.put(parameters.get(i), given.values().get(i));
            }
        }
        return named.isEmpty()
                ? "<<>>"
                : named.entrySet().stream()
                        .map(e -> e.getKey() + " |-> " + value(e.getValue()))
                        .collect(joining(", ", "[", "]"));
    }

    private List<String> parameters(String action) {
        return spec.actions().stream()
                .filter(signature -> signature.name().equals(action))
                .findFirst()
                .map(ActionSignature::parameters)
                .orElseThrow();
    }

    private String observations(SortedMap<String, Observation> observed) {
        List<String> all = new ArrayList<>();
        observed.forEach((variable, observation) ->
                collect(variable, List.of(), observation, Optional.ofNullable(initial.get(variable)), all));
        return all.stream().collect(joining(", ", "<<", ">>"));
    }

    private void collect(
            String variable, List<TlaValue> path, Observation observation, Optional<TlaValue> like, List<String> all) {
        if (observation instanceof Observation.Whole whole) {
            all.add(literal(variable, path, "is", "value |-> " + value(whole.value())));
        } else if (observation instanceof Observation.Part part) {
            part.entries().forEach((key, inner) -> {
                TlaValue index = index(key, like);
                List<TlaValue> further = new ArrayList<>(path);
                further.add(index);
                Optional<TlaValue> below =
                        like.filter(TlaValue.Fn.class::isInstance).flatMap(fn -> ((TlaValue.Fn) fn).apply(index));
                collect(variable, further, inner, below, all);
            });
        } else if (observation instanceof Observation.Content content) {
            content(variable, path, content, like, all);
        } else if (observation instanceof Observation.Updates updates) {
            all.add(literal(variable, path, "updates", "value |-> " + updates(updates)));
        } else if (observation instanceof Observation.Untyped) {
            throw TraceInputProblems.untypedIsInexpressible(variable);
        }
    }

    private void content(
            String variable,
            List<TlaValue> path,
            Observation.Content content,
            Optional<TlaValue> like,
            List<String> all) {
        boolean sequence = like.filter(value -> value instanceof TlaValue.Fn).isPresent();
        String elements = sequence ? "Elements" : "";
        content.has().ifPresent(e -> all.add(literal(variable, path, "has" + elements, "value |-> " + set(e))));
        content.hasNot().ifPresent(e -> all.add(literal(variable, path, "hasNot" + elements, "value |-> " + set(e))));
        content.length()
                .ifPresent(
                        n -> all.add(literal(variable, path, sequence ? "length" : "cardinality", "value |-> " + n)));
        content.appended()
                .ifPresent(e -> all.add(literal(variable, path, "appended", "value |-> " + value(TlaValue.tuple(e)))));
        if (content.added().isPresent() || content.removed().isPresent()) {
            String change = "added |-> " + set(content.added().orElse(List.of())) + ", removed |-> "
                    + set(content.removed().orElse(List.of()));
            all.add(literal(variable, path, "changed", change));
        }
    }

    private String literal(String variable, List<TlaValue> path, String operation, String rest) {
        String at = path.stream().map(TraceData::asRecorded).map(this::value).collect(joining(", ", "<<", ">>"));
        return "[var |-> \"" + variable + "\", path |-> " + at + ", op |-> \"" + operation + "\", " + rest + "]";
    }

    private String updates(Observation.Updates updates) {
        return updates.updates().stream().map(this::update).collect(joining(", ", "<<", ">>"));
    }

    private String update(Update update) {
        if (!EXPRESSIBLE.contains(update.operation())) {
            throw CoreProblems.inexpressible(update.operation().written());
        }
        return "[op |-> \"" + update.operation().written() + "\", path |-> " + value(TlaValue.tuple(update.path()))
                + ", args |-> " + value(TlaValue.tuple(update.arguments())) + "]";
    }

    /** The element of the domain that a key stands for; where the initial state does not tell, as it is written. */
    private static TlaValue index(String key, Optional<TlaValue> like) {
        return like.filter(TlaValue.Fn.class::isInstance)
                .flatMap(fn -> ((TlaValue.Fn) fn)
                        .entries().keySet().stream()
                                .filter(element -> element.toString().equals(key) || element.equals(TlaValue.of(key)))
                                .findFirst())
                .orElseGet(() -> TlaText.isIdentifier(key) ? TlaValue.of(key) : TlaText.parse(key));
    }

    private String set(List<TlaValue> elements) {
        return value(TlaValue.set(elements));
    }

    private String value(TlaValue value) {
        return value.mapStrings(this::read).toString();
    }

    /** An index that was looked up in a state of the spec may be a model value; a trace has a string instead. */
    private static TlaValue asRecorded(TlaValue value) {
        if (value instanceof TlaValue.Model atom) {
            return TlaValue.of(atom.name());
        } else if (value instanceof TlaValue.SetOf set) {
            return TlaValue.set(
                    set.elements().stream().map(TraceData::asRecorded).toList());
        } else if (value instanceof TlaValue.Fn fn) {
            SortedMap<TlaValue, TlaValue> entries = new TreeMap<>();
            fn.entries().forEach((key, entry) -> entries.put(asRecorded(key), asRecorded(entry)));
            return TlaValue.function(entries);
        }
        return value;
    }

    /** A model value has no name in a module, unless a constant is declared that the cfg sets to it. */
    private TlaValue read(TlaValue string) {
        String name = ((TlaValue.Str) string).value();
        if (!spec.modelValues().contains(name)) {
            return string;
        }
        modelValues.put("plumb_" + name, name);
        return TlaValue.model("plumb_" + name);
    }
}
