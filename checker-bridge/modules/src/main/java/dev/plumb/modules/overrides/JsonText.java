package dev.plumb.modules.overrides;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.Enumerable;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.ModelValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/** Values as JSON, without spaces. */
final class JsonText {
    private JsonText() {}

    static String of(Value value) {
        if (value instanceof BoolValue || value instanceof IntValue) {
            return value.toString().toLowerCase(Locale.ROOT);
        } else if (value instanceof StringValue string) {
            return quoted(string.val.toString());
        } else if (value instanceof ModelValue) {
            return quoted(value.toString());
        }
        return value instanceof Enumerable || value.toTuple() != null ? array(value) : object(value);
    }

    static String array(Value value) {
        return elements(value).map(JsonText::of).collect(joining(",", "[", "]"));
    }

    static String object(Value value) {
        return Arguments.fields(value, "ToJsonObject").entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + of(field.getValue()))
                .collect(joining(",", "{", "}"));
    }

    private static Stream<Value> elements(Value value) {
        if (value instanceof Enumerable) {
            return Arguments.elements(value, "ToJson").stream();
        }
        return value.toTuple() instanceof TupleValue tuple
                ? Arrays.stream(tuple.elems)
                : Arrays.stream(Arguments.function(value, "ToJsonArray").values);
    }

    private static String quoted(String text) {
        return text.chars().mapToObj(JsonText::escaped).collect(joining("", "\"", "\""));
    }

    private static String escaped(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> c < ' ' ? String.format(Locale.ROOT, "\\u%04x", c) : Character.toString(c);
        };
    }
}
