package dev.plumb.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value in a {@code result.json}. Fields that are not asked for may be there: later versions of Plumb add some.
 *
 * @param place in the file, for messages: {@code /runs/0/name}
 */
record Parsed(JsonNode node, String place, String file) {

    /** Of a field that must be there. */
    Parsed at(String field) {
        Parsed found = child(field);
        if (found.isMissing()) {
            throw ResultProblems.lacks(file, found.place);
        }
        return found;
    }

    Optional<Parsed> find(String field) {
        return Optional.of(child(field)).filter(found -> !found.isMissing());
    }

    private Parsed child(String field) {
        return new Parsed(node.path(field), place + "/" + field, file);
    }

    private boolean isMissing() {
        return node instanceof MissingNode || node.isNull();
    }

    String text(String field) {
        return at(field).text();
    }

    String text() {
        require(node.isTextual(), "a string");
        return node.asText();
    }

    int integer(String field) {
        return at(field).integer();
    }

    int integer() {
        require(node.canConvertToInt() && node.isIntegralNumber(), "an integer of 32 bits");
        return node.asInt();
    }

    long number(String field) {
        return at(field).number();
    }

    long number() {
        require(node.isIntegralNumber(), "an integer");
        return node.asLong();
    }

    Number anyNumber() {
        require(node.isNumber(), "a number");
        return node.numberValue();
    }

    boolean truth() {
        require(node.isBoolean(), "true or false");
        return node.asBoolean();
    }

    boolean isTrue(String field) {
        return node.path(field).asBoolean();
    }

    /** What a field holds, in its order; nothing if it is not there. */
    <T> List<T> list(String field, Function<Parsed, T> item) {
        return child(field).items(item);
    }

    /** The elements of an array. */
    <T> List<T> items(Function<Parsed, T> item) {
        List<T> items = new ArrayList<>();
        for (JsonNode each : node) {
            items.add(item.apply(new Parsed(each, place + "/" + items.size(), file)));
        }
        return List.copyOf(items);
    }

    List<String> texts(String field) {
        return list(field, Parsed::text);
    }

    /** The fields of a field, in their order; nothing if it is not there. */
    <T> Map<String, T> map(String field, Function<Parsed, T> value) {
        return child(field).fields(value);
    }

    /** The fields of an object, in their order. */
    <T> Map<String, T> fields(Function<Parsed, T> value) {
        Map<String, T> values = new LinkedHashMap<>();
        node.properties().forEach(entry -> values.put(entry.getKey(), value.apply(at(entry.getKey()))));
        return values;
    }

    /** One of the names of an enumeration. */
    <E extends Enum<E>> E oneOf(Class<E> type, String field) {
        Parsed value = at(field);
        try {
            return Enum.valueOf(type, value.text());
        } catch (IllegalArgumentException e) {
            throw value.unknown();
        }
    }

    /** That this version of Plumb has no such thing. */
    RuntimeException unknown() {
        return ResultProblems.unknown(file, place, node.asText());
    }

    private void require(boolean condition, String expected) {
        if (!condition) {
            throw ResultProblems.isNot(file, place, expected);
        }
    }
}
