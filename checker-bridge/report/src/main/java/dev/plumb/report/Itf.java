package dev.plumb.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.Update;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Values in the encoding of the Informal Trace Format (Apalache ADR 15), so that its tools understand them. A model
 * value is a string there.
 */
final class Itf {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Itf() {}

    static JsonNode value(TlaValue value) {
        if (value instanceof TlaValue.Bool bool) {
            return NODES.booleanNode(bool.value());
        } else if (value instanceof TlaValue.Int number) {
            return NODES.numberNode(number.value());
        } else if (value instanceof TlaValue.Str string) {
            return NODES.textNode(string.value());
        } else if (value instanceof TlaValue.Model model) {
            return NODES.textNode(model.name());
        } else if (value instanceof TlaValue.SetOf set) {
            return tagged("#set", values(set.elements()));
        }
        return function((TlaValue.Fn) value);
    }

    static ArrayNode values(Collection<TlaValue> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(value -> array.add(value(value)));
        return array;
    }

    /** An observation as it stands in a trace: objects are partial, a whole record is a map; without types, as in JSON. */
    static JsonNode observation(Observation observation) {
        if (observation instanceof Observation.Whole whole) {
            boolean isRecord = whole.value() instanceof TlaValue.Fn fn && fn.isRecord();
            return isRecord ? pairs((TlaValue.Fn) whole.value()) : value(whole.value());
        } else if (observation instanceof Observation.Part part) {
            ObjectNode object = NODES.objectNode();
            part.entries().forEach((key, inner) -> object.set(key, observation(inner)));
            return object;
        } else if (observation instanceof Observation.Content content) {
            return content(content);
        } else if (observation instanceof Observation.Untyped untyped) {
            return value(untyped.value());
        }
        ArrayNode updates = NODES.arrayNode();
        ((Observation.Updates) observation).updates().forEach(update -> updates.add(update(update)));
        return updates;
    }

    private static JsonNode function(TlaValue.Fn fn) {
        if (fn.isTuple()) {
            return tagged("#tup", values(fn.entries().values()));
        } else if (!fn.isRecord()) {
            return pairs(fn);
        }
        ObjectNode object = NODES.objectNode();
        fn.entries().forEach((key, value) -> object.set(((TlaValue.Str) key).value(), value(value)));
        return object;
    }

    private static JsonNode pairs(TlaValue.Fn fn) {
        ArrayNode pairs = NODES.arrayNode();
        fn.entries().forEach((key, value) -> pairs.add(values(List.of(key, value))));
        return tagged("#map", pairs);
    }

    private static ObjectNode content(Observation.Content content) {
        ObjectNode object = NODES.objectNode();
        elements(object, "#has", content.has());
        elements(object, "#hasNot", content.hasNot());
        elements(object, "#added", content.added());
        elements(object, "#removed", content.removed());
        elements(object, "#appended", content.appended());
        content.length().ifPresent(length -> object.put("#len", length));
        return object;
    }

    private static void elements(ObjectNode object, String name, Optional<List<TlaValue>> elements) {
        elements.ifPresent(values -> object.set(name, values(values)));
    }

    private static ObjectNode update(Update update) {
        ObjectNode object = NODES.objectNode().put("op", update.operation().written());
        object.set("path", values(update.path()));
        object.set("args", values(update.arguments()));
        return object;
    }

    private static ObjectNode tagged(String tag, ArrayNode content) {
        ObjectNode object = NODES.objectNode();
        object.set(tag, content);
        return object;
    }
}
