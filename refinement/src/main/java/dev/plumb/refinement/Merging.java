package dev.plumb.refinement;

import dev.plumb.traces.Observation;
import dev.plumb.traces.Observation.Content;
import dev.plumb.traces.Observation.Part;
import dev.plumb.traces.TlaValue;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How two observations of one variable, told one after the other, become one that says both. */
final class Merging {
    private Merging() {}

    /** @throws IllegalArgumentException if the argument was given before */
    static void add(String action, SortedMap<String, TlaValue> arguments, String name, TlaValue value) {
        if (arguments.put(name, value) != null) {
            throw new IllegalArgumentException(action + ": argument " + name + " was given twice");
        }
    }

    /** @throws IllegalArgumentException if what was seen of the variable before says otherwise, or the same */
    static void add(SortedMap<String, Observation> seen, String variable, Observation observation) {
        seen.merge(variable, observation, (one, other) -> both(variable, one, other));
    }

    private static Observation both(String what, Observation one, Observation other) {
        if (one instanceof Part a && other instanceof Part b) {
            return parts(what, a, b);
        } else if (one instanceof Content a && other instanceof Content b) {
            return contents(what, a, b);
        }
        throw new IllegalArgumentException(what + " was observed twice: " + one + " and " + other);
    }

    private static Observation parts(String what, Part one, Part other) {
        SortedMap<String, Observation> entries = new TreeMap<>(one.entries());
        other.entries()
                .forEach((index, observation) ->
                        entries.merge(index, observation, (a, b) -> both(what + "[" + index + "]", a, b)));
        return new Part(Collections.unmodifiableSortedMap(entries));
    }

    private static Observation contents(String what, Content one, Content other) {
        if (one.length().isPresent() && other.length().isPresent()) {
            throw new IllegalArgumentException(what + " was observed twice: " + one + " and " + other);
        }
        return new Content(
                joined(one.has(), other.has()),
                joined(one.hasNot(), other.hasNot()),
                joined(one.added(), other.added()),
                joined(one.removed(), other.removed()),
                joined(one.appended(), other.appended()),
                one.length().or(other::length));
    }

    private static Optional<List<TlaValue>> joined(Optional<List<TlaValue>> one, Optional<List<TlaValue>> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(
                        Stream.concat(one.get().stream(), other.get().stream()).toList())
                : one.or(() -> other);
    }
}
