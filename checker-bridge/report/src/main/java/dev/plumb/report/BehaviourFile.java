package dev.plumb.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** A behaviour as other tools read it. */
public enum BehaviourFile {
    /** The Informal Trace Format, which Apalache and Quint read. */
    ITF(".itf.json") {
        @Override
        public String text(Behaviour behaviour, String spec, String name) {
            ObjectNode root = NODES.objectNode();
            root.putObject("#meta")
                    .put("format", "ITF")
                    .put("format-description", "https://apalache-mc.org/docs/adr/015adr-trace.html")
                    .put("source", spec);
            root.set("vars", variables(behaviour));
            ArrayNode states = root.putArray("states");
            for (Step step : behaviour.steps()) {
                ObjectNode state = states.addObject();
                ObjectNode meta = state.putObject("#meta").put("index", step.number() - 1);
                step.action().ifPresent(action -> meta.put("action", action));
                step.event().ifPresent(event -> meta.put("event", event.source().toString()));
                step.state().forEach((variable, value) -> state.set(variable, Itf.value(value)));
            }
            return root + "\n";
        }
    },
    /** What TLC writes with {@code -dumpTrace json}: it does not tell a set from a sequence. */
    TLC(".json") {
        @Override
        public String text(Behaviour behaviour, String spec, String name) {
            ObjectNode root = NODES.objectNode();
            ObjectNode counterexample = root.putObject("counterexample");
            ArrayNode actions = counterexample.putArray("action");
            ArrayNode states = counterexample.putArray("state");
            for (Step step : behaviour.steps()) {
                ArrayNode state = NODES.arrayNode().add(step.number()).add(untyped(step.state()));
                if (states.size() > 0) {
                    actions.addArray()
                            .add(states.get(states.size() - 1))
                            .add(action(step))
                            .add(state);
                }
                states.add(state);
            }
            root.set("vars", variables(behaviour));
            return root + "\n";
        }
    },
    /** A module that defines the sequence of the states. */
    MODULE(".tla") {
        @Override
        public String text(Behaviour behaviour, String spec, String name) {
            List<String> states = new ArrayList<>();
            for (Step step : behaviour.steps()) {
                String event = step.event().map(e -> ", " + e.source()).orElse("");
                String comment = step.number() + ": " + step.action().orElse("initial state") + event;
                states.add("  \\* " + comment.replaceAll("\\s", " ") + "\n  " + TlaValue.record(step.state()));
            }
            Set<String> atoms = ModelValues.of(behaviour);
            String line = "-".repeat(16);
            return line + " MODULE " + name + " " + line + "\n\\* A behaviour of " + spec
                    + ", as the sequence of its states.\nEXTENDS Integers, TLC   \\* for -1, for :> and @@\n"
                    + (atoms.isEmpty() ? "" : "CONSTANTS " + String.join(", ", atoms) + "\n")
                    + "\nBehaviour == <<\n" + String.join(",\n", states) + "\n>>\n" + "=".repeat(line.length() * 2)
                    + "\n";
        }
    };

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final String extension;

    BehaviourFile(String extension) {
        this.extension = extension;
    }

    /** The kind of a file by the end of its name. */
    public static Optional<BehaviourFile> of(String fileName) {
        return List.of(values()).stream()
                .filter(kind -> fileName.endsWith(kind.extension))
                .findFirst();
    }

    /** The end of the name of such a file. */
    public String extension() {
        return extension;
    }

    /**
     * What stands in the file.
     *
     * @param spec that it is a behaviour of
     * @param name of the file, without its extension
     */
    public abstract String text(Behaviour behaviour, String spec, String name);

    private static ArrayNode variables(Behaviour behaviour) {
        ArrayNode variables = NODES.arrayNode();
        behaviour.steps().get(0).state().keySet().forEach(variables::add);
        return variables;
    }

    private static ObjectNode action(Step step) {
        String action = step.action().orElse("");
        ObjectNode node = NODES.objectNode().put("name", action.replaceAll("\\(.*", ""));
        step.place().ifPresent(place -> node.set("location", location(place)));
        return node;
    }

    private static ObjectNode location(SourceRange place) {
        return NODES.objectNode()
                .put("beginLine", place.beginLine())
                .put("beginColumn", place.beginColumn())
                .put("endLine", place.endLine())
                .put("endColumn", place.endColumn())
                .put("module", place.module());
    }

    private static ObjectNode untyped(SortedMap<String, TlaValue> state) {
        ObjectNode node = NODES.objectNode();
        state.forEach((variable, value) -> node.set(variable, untyped(value)));
        return node;
    }

    private static JsonNode untyped(TlaValue value) {
        if (value instanceof TlaValue.SetOf set) {
            return untyped(set.elements());
        } else if (value instanceof TlaValue.Fn fn && fn.isTuple()) {
            return untyped(fn.entries().values());
        } else if (value instanceof TlaValue.Fn fn) {
            ObjectNode node = NODES.objectNode();
            fn.entries()
                    .forEach((key, each) ->
                            node.set(key instanceof TlaValue.Str s ? s.value() : key.toString(), untyped(each)));
            return node;
        }
        return Itf.value(value);
    }

    private static ArrayNode untyped(Collection<TlaValue> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(value -> array.add(untyped(value)));
        return array;
    }
}
