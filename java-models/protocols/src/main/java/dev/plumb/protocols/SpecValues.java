package dev.plumb.protocols;

import dev.plumb.traces.TlaValue;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What protocols say in the words of their specifications: strings and integers stand for the TLA+ values of that kind. */
public final class SpecValues {
    private SpecValues() {}

    /** {@code [name |-> value, …]}: names and values, in turn. */
    public static TlaValue record(Object... namesAndValues) {
        SortedMap<String, TlaValue> fields = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], of(namesAndValues[i + 1]));
        }
        return TlaValue.record(fields);
    }

    /** {@code [key \in … |-> value]} of a map whose keys are strings. */
    public static TlaValue function(Map<String, ?> values) {
        SortedMap<String, TlaValue> entries = new TreeMap<>();
        values.forEach((key, value) -> entries.put(key, of(value)));
        return TlaValue.record(entries);
    }

    public static TlaValue set(Collection<?> elements) {
        return TlaValue.set(elements.stream().map(SpecValues::of).toList());
    }

    private static TlaValue of(Object value) {
        if (value instanceof TlaValue same) {
            return same;
        } else if (value instanceof Integer number) {
            return TlaValue.of(number);
        }
        return TlaValue.of((String) value);
    }
}
