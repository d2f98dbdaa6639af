package dev.plumb.traces;

import static java.util.stream.Collectors.joining;

import dev.plumb.traces.Observation.Content;
import dev.plumb.traces.Observation.Part;
import dev.plumb.traces.Observation.Untyped;
import dev.plumb.traces.Observation.Updates;
import dev.plumb.traces.Observation.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** How observations are held against values. */
final class Matching {
    private Matching() {}

    static Optional<TlaValue> determined(Observation observation, TlaValue before) {
        if (observation instanceof Whole whole) {
            return Optional.of(whole.value());
        } else if (observation instanceof Content content) {
            return ContentMatching.determined(content, before);
        } else if (observation instanceof Updates updates) {
            return UpdateMatching.determined(updates, before);
        }
        return Optional.empty();
    }

    static List<Difference> differences(
            Observation observation, String path, Optional<TlaValue> before, TlaValue after) {
        if (observation instanceof Whole whole) {
            return ofValues(path, whole.value(), after);
        } else if (observation instanceof Part part) {
            return ofPart(part, path, before, after);
        } else if (observation instanceof Content content) {
            return ContentMatching.differences(content, path, before, after);
        } else if (observation instanceof Untyped untyped) {
            return UntypedMatching.differences(path, untyped.value(), after);
        }
        return UpdateMatching.differences((Updates) observation, path, before, after);
    }

    /** Where two values differ: in functions of the same domain at single indices, else as a whole. */
    static List<Difference> ofValues(String path, TlaValue observed, TlaValue actual) {
        if (observed.equals(actual)) {
            return List.of();
        } else if (observed instanceof TlaValue.Fn o
                && actual instanceof TlaValue.Fn a
                && o.entries().keySet().equals(a.entries().keySet())) {
            List<Difference> differences = new ArrayList<>();
            o.entries().forEach((key, value) -> a.apply(key)
                    .ifPresent(other -> differences.addAll(ofValues(Index.path(path, key), value, other))));
            return differences;
        }
        return List.of(new Difference(path, observed.toString(), actual.toString()));
    }

    private static List<Difference> ofPart(Part part, String path, Optional<TlaValue> before, TlaValue after) {
        if (!(after instanceof TlaValue.Fn fn)) {
            return List.of(new Difference(path, text(part), after + ", which has no indices"));
        }
        List<Difference> differences = new ArrayList<>();
        part.entries()
                .forEach((key, entry) -> differences.addAll(Index.named(key, fn)
                        .map(index -> differences(
                                entry,
                                Index.path(path, index),
                                before.flatMap(b -> Index.at(b, index)),
                                fn.apply(index).orElseThrow()))
                        .orElseGet(() -> List.of(Index.missing(path, key, text(entry), fn)))));
        return differences;
    }

    static Observation mapStrings(Observation observation, UnaryOperator<TlaValue> change) {
        if (observation instanceof Whole whole) {
            return new Whole(whole.value().mapStrings(change));
        } else if (observation instanceof Part part) {
            SortedMap<String, Observation> entries = new TreeMap<>();
            part.entries().forEach((key, entry) -> entries.put(key, mapStrings(entry, change)));
            return new Part(entries);
        } else if (observation instanceof Content content) {
            return ContentMatching.map(content, values -> mapAll(values, change));
        } else if (observation instanceof Untyped) {
            return observation; // its strings stand for model values, too
        }
        return new Updates(((Updates) observation)
                .updates().stream()
                        .map(u -> new Update(u.operation(), mapAll(u.path(), change), mapAll(u.arguments(), change)))
                        .toList());
    }

    private static List<TlaValue> mapAll(List<TlaValue> values, UnaryOperator<TlaValue> change) {
        return values.stream().map(value -> value.mapStrings(change)).toList();
    }

    /** The observation in words, for messages. */
    static String text(Observation observation) {
        if (observation instanceof Whole whole) {
            return whole.value().toString();
        } else if (observation instanceof Part part) {
            return part.entries().entrySet().stream()
                    .map(e -> e.getKey() + ": " + text(e.getValue()))
                    .collect(joining(", ", "at ", ""));
        } else if (observation instanceof Content content) {
            return ContentMatching.text(content);
        } else if (observation instanceof Untyped untyped) {
            return untyped.value().toString();
        }
        return ((Updates) observation)
                .updates().stream().map(UpdateMatching::text).collect(joining(", "));
    }
}
