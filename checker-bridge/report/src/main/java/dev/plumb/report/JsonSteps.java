package dev.plumb.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Incident;
import dev.plumb.core.Behaviour.Lanes;
import dev.plumb.core.Behaviour.Message;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.Explained;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Behaviours, events and states as JSON. */
final class JsonSteps {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonSteps() {}

    static ObjectNode behaviour(Behaviour behaviour) {
        ObjectNode node = NODES.objectNode();
        behaviour.lanes().forEach(node.putArray("lanes")::add);
        node.put("lanesBy", behaviour.lanesBy());
        ArrayNode steps = node.putArray("steps");
        behaviour.steps().forEach(step -> steps.add(step(step, behaviour)));
        happened(behaviour.messages(), behaviour.incidents(), node);
        behaviour.loopsTo().ifPresent(to -> node.put("loopsTo", to));
        ArrayNode expressions = NODES.arrayNode();
        behaviour.expressions().forEach(expression -> expressions.add(expression.text()));
        if (!expressions.isEmpty()) {
            node.set("expressions", expressions);
        }
        if (!behaviour.explained().equals(Explained.NOTHING)) {
            node.set("explained", JsonExplained.of(behaviour.explained()));
        }
        if (!behaviour.otherLanes().isEmpty()) {
            ArrayNode others = node.putArray("otherLanes");
            behaviour.otherLanes().forEach(other -> others.add(lanes(other)));
        }
        return node;
    }

    private static void happened(List<Message> messages, List<Incident> incidents, ObjectNode node) {
        ArrayNode sent = node.putArray("messages");
        messages.forEach(message -> sent.add(message(message)));
        if (!incidents.isEmpty()) {
            ArrayNode befell = node.putArray("incidents");
            incidents.forEach(incident -> befell.add(incident(incident)));
        }
    }

    private static ObjectNode lanes(Lanes other) {
        ObjectNode node = NODES.objectNode();
        other.names().forEach(node.putArray("lanes")::add);
        node.put("lanesBy", other.by());
        ArrayNode owners = node.putArray("owners");
        other.owners().forEach(owner -> owners.add(owner.orElse("")));
        happened(other.messages(), other.incidents(), node);
        return node;
    }

    static ObjectNode event(Event event) {
        ObjectNode node = NODES.objectNode();
        node.putObject("source")
                .put("file", event.source().file())
                .put("line", event.source().line());
        event.process().ifPresent(process -> node.put("process", process));
        event.run().ifPresent(run -> node.put("run", run));
        event.action().ifPresent(action -> node.put("action", action));
        node.set("args", arguments(event.arguments()));
        observations(node, "before", event.before());
        observations(node, "state", event.state());
        ObjectNode clock = node.putObject("clock");
        event.clock().forEach(clock::put);
        event.at().ifPresent(at -> node.put("at", at));
        return node;
    }

    /** Variables, fields or parameters by name. */
    static ObjectNode named(Map<String, TlaValue> values) {
        ObjectNode node = NODES.objectNode();
        values.forEach((name, value) -> node.set(name, Itf.value(value)));
        return node;
    }

    static ObjectNode place(SourceRange place) {
        return NODES.objectNode()
                .put("module", place.module())
                .put("beginLine", place.beginLine())
                .put("beginColumn", place.beginColumn())
                .put("endLine", place.endLine())
                .put("endColumn", place.endColumn());
    }

    private static ObjectNode step(Step step, Behaviour behaviour) {
        ObjectNode node = NODES.objectNode().put("number", step.number());
        step.action().ifPresent(action -> node.put("action", action));
        step.lane().ifPresent(lane -> node.put("lane", lane));
        step.place().ifPresent(place -> node.set("place", place(place)));
        if (step.forbidden()) {
            node.put("forbidden", true);
        }
        step.event().ifPresent(event -> node.set("event", event(event)));
        node.set("state", named(step.state()));
        if (!behaviour.expressions().isEmpty()) {
            node.set("expressions", named(behaviour.expressionsAfter(step)));
        }
        return node;
    }

    private static ObjectNode message(Message message) {
        ObjectNode node = NODES.objectNode().put("from", message.from());
        message.to().ifPresent(to -> node.put("to", to));
        message.lostAt().ifPresent(at -> node.put("lostAt", at));
        message.addressee().ifPresent(lane -> node.put("addressee", lane));
        message.carrier().ifPresent(variable -> node.put("carrier", variable));
        return node.put("label", message.label());
    }

    private static ObjectNode incident(Incident incident) {
        return NODES.objectNode()
                .put("step", incident.step())
                .put("lane", incident.lane())
                .put("kind", incident.kind().name());
    }

    private static JsonNode arguments(Event.Arguments arguments) {
        return arguments instanceof Event.Arguments.Named byName
                ? named(new TreeMap<>(byName.values()))
                : Itf.values(((Event.Arguments.Positional) arguments).values());
    }

    private static void observations(ObjectNode node, String name, SortedMap<String, Observation> observations) {
        ObjectNode seen = node.putObject(name);
        observations.forEach((variable, observation) -> seen.set(variable, Itf.observation(observation)));
    }
}
