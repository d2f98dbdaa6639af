package dev.plumb.core.lanes;

import dev.plumb.kernel.api.Cell;
import dev.plumb.traces.TlaValue;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Values in states, by where they are. */
final class Values {
    private static final int SHORTEST_NAME = 2;

    private Values() {}

    /** Empty where a state has no such part. */
    static Optional<TlaValue> at(Cell place, SortedMap<String, TlaValue> state) {
        Optional<TlaValue> value = Optional.ofNullable(state.get(place.variable()));
        for (TlaValue index : place.path()) {
            value = value.flatMap(whole -> whole instanceof TlaValue.Fn fn ? fn.apply(index) : Optional.empty());
        }
        return value;
    }

    /** A state with another value at a place that it has. */
    static SortedMap<String, TlaValue> with(Cell place, TlaValue value, SortedMap<String, TlaValue> state) {
        SortedMap<String, TlaValue> changed = new TreeMap<>(state);
        TlaValue whole = Objects.requireNonNull(state.get(place.variable()), "the place is in the state");
        changed.put(place.variable(), with(place.path(), value, whole));
        return changed;
    }

    private static TlaValue with(List<TlaValue> path, TlaValue value, TlaValue whole) {
        if (path.isEmpty()) {
            return value;
        }
        SortedMap<TlaValue, TlaValue> entries = new TreeMap<>(((TlaValue.Fn) whole).entries());
        TlaValue index = path.get(0);
        entries.put(index, with(path.subList(1, path.size()), value, Objects.requireNonNull(entries.get(index))));
        return TlaValue.function(entries);
    }

    /** As a lane is called that stands for it. */
    static String name(TlaValue process) {
        return process instanceof TlaValue.Str string ? string.value() : process.toString();
    }

    /** What names begin with in common, up to a boundary of words; empty if that is less than two letters. */
    static String commonBeginning(Collection<String> names) {
        String beginning = names.stream().reduce(Values::commonBeginning).orElse("");
        String word = names.size() > 1 ? beginning.replaceAll("[A-Z_]+$", "") : beginning;
        return word.length() >= SHORTEST_NAME ? word : "";
    }

    private static String commonBeginning(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return a.substring(0, length);
    }
}
