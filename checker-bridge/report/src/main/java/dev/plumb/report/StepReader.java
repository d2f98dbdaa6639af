package dev.plumb.report;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Expression;
import dev.plumb.core.Behaviour.Incident;
import dev.plumb.core.Behaviour.Lanes;
import dev.plumb.core.Behaviour.Message;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.Explained;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.traces.Event;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the behaviours, events and values that {@link JsonSteps} writes. */
final class StepReader {
    private static final String VALUE = "value";

    private final Set<String> modelValues;

    /** {@code modelValues} are the strings that stand for model values in states. */
    StepReader(Set<String> modelValues) {
        this.modelValues = modelValues;
    }

    Behaviour behaviour(Parsed behaviour) {
        List<Parsed> steps = behaviour.list("steps", step -> step);
        if (steps.isEmpty()) {
            throw ResultProblems.lacks(behaviour.file(), behaviour.place() + "/steps/0");
        }
        return new Behaviour(
                behaviour.texts("lanes"),
                behaviour.text("lanesBy"),
                steps.stream().map(this::step).toList(),
                behaviour.list("messages", StepReader::message),
                integer(behaviour, "loopsTo"),
                behaviour.texts("expressions").stream()
                        .map(text -> expression(text, steps))
                        .toList(),
                behaviour.list("incidents", StepReader::incident),
                behaviour
                        .find("explained")
                        .map(new ExplainedReader(this)::explained)
                        .orElse(Explained.NOTHING),
                behaviour.list("otherLanes", StepReader::lanes));
    }

    private Step step(Parsed step) {
        return new Step(
                step.integer("number"),
                step.find("action").map(Parsed::text),
                step.find("place").map(StepReader::place),
                step.find("event").map(StepReader::event),
                step.find("lane").map(Parsed::text),
                state(step, "state"),
                step.isTrue("forbidden"));
    }

    private static Lanes lanes(Parsed other) {
        return new Lanes(
                other.texts("lanes"),
                other.text("lanesBy"),
                other.list("owners", owner -> Optional.of(owner.text()).filter(name -> !name.isEmpty())),
                other.list("messages", StepReader::message),
                other.list("incidents", StepReader::incident));
    }

    private static Message message(Parsed message) {
        return new Message(
                message.integer("from"),
                integer(message, "to"),
                message.text("label"),
                integer(message, "lostAt"),
                message.find("addressee").map(Parsed::text),
                message.find("carrier").map(Parsed::text));
    }

    private static Incident incident(Parsed incident) {
        return new Incident(
                incident.integer("step"), incident.text("lane"), incident.oneOf(Incident.Kind.class, "kind"));
    }

    private Expression expression(String text, List<Parsed> steps) {
        List<Optional<TlaValue>> values = new ArrayList<>();
        steps.forEach(step -> values.add(
                step.find("expressions").flatMap(all -> all.find(text).map(this::value))));
        return new Expression(text, values);
    }

    static SourceRange place(Parsed place) {
        return new SourceRange(
                place.text("module"),
                place.integer("beginLine"),
                place.integer("beginColumn"),
                place.integer("endLine"),
                place.integer("endColumn"));
    }

    /** What was recorded: its strings are strings, whatever the spec takes them for. */
    static Event event(Parsed event) {
        Parsed source = event.at("source");
        return new Event(
                new Source(source.text("file"), source.integer("line")),
                event.find("process").map(Parsed::text),
                event.find("run").map(Parsed::text),
                event.find("action").map(Parsed::text),
                arguments(event),
                new TreeMap<>(event.map("before", ObservationReader::observation)),
                new TreeMap<>(event.map("state", ObservationReader::observation)),
                new TreeMap<>(event.map("clock", Parsed::number)),
                event.find("at").map(Parsed::text));
    }

    private static Event.Arguments arguments(Parsed event) {
        return event.at("args").node().isArray()
                ? new Event.Arguments.Positional(event.list("args", StepReader::recorded))
                : new Event.Arguments.Named(event.map("args", StepReader::recorded));
    }

    /** Variables by their names. */
    SortedMap<String, TlaValue> state(Parsed parent, String field) {
        return new TreeMap<>(named(parent, field));
    }

    /** Values by the names of their fields, in their order. */
    Map<String, TlaValue> named(Parsed parent, String field) {
        return parent.map(field, this::value);
    }

    TlaValue value(Parsed value) {
        return recorded(value).mapStrings(this::meant);
    }

    private TlaValue meant(TlaValue string) {
        String text = ((TlaValue.Str) string).value();
        return modelValues.contains(text) ? TlaValue.model(text) : string;
    }

    static TlaValue recorded(Parsed value) {
        Source source = new Source(value.file(), 0);
        String state = "{\"" + VALUE + "\":" + value.node() + "}";
        return Optional.ofNullable(dev.plumb.traces.Itf.state(state, source).get(VALUE))
                .orElseThrow();
    }

    static OptionalInt integer(Parsed parent, String field) {
        return parent.find(field).isPresent() ? OptionalInt.of(parent.integer(field)) : OptionalInt.empty();
    }
}
