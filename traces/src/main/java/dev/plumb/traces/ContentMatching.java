package dev.plumb.traces;

import static java.util.stream.Collectors.joining;

import dev.plumb.traces.Observation.Content;
import dev.plumb.traces.TlaValue.SetOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a set, bag or sequence holds, and how it changed.
 *
 * <p>A function from {@code 1..n} may be a sequence or, where its values are positive integers, a bag: it counts as a
 * bag iff something is observed to be added or removed, for that is not said of sequences.
 */
final class ContentMatching {
    private ContentMatching() {}

    static Optional<TlaValue> determined(Content content, TlaValue before) {
        return isRelative(content) ? result(content, before) : Optional.empty();
    }

    static List<Difference> differences(Content content, String path, Optional<TlaValue> before, TlaValue after) {
        List<Difference> differences = new ArrayList<>();
        if (isRelative(content)) {
            differences.addAll(ofChange(content, path, before, after));
        }
        if (content.has().isPresent() || content.hasNot().isPresent()) {
            differences.addAll(ofElements(content, path, after));
        }
        content.length()
                .filter(length -> !Containers.length(after).equals(Optional.of(length)))
                .ifPresent(length -> differences.add(new Difference(path, "length " + length, lengthText(after))));
        return differences;
    }

    private static List<Difference> ofChange(Content content, String path, Optional<TlaValue> before, TlaValue after) {
        Optional<TlaValue> result = before.flatMap(value -> result(content, value));
        if (result.isPresent()) {
            return Matching.ofValues(path, result.get(), after);
        }
        String why = before.map(value -> value + " before the step: not a " + kind(content))
                .orElse("no value before the step that this could be relative to");
        return List.of(new Difference(path, changeText(content), why));
    }

    private static List<Difference> ofElements(Content content, String path, TlaValue after) {
        Optional<Collection<TlaValue>> elements = Containers.elements(after, isOfBag(content));
        if (elements.isEmpty()) {
            return List.of(new Difference(path, text(content), after + ": not a set, bag or sequence"));
        }
        List<Difference> differences = new ArrayList<>();
        content.has().orElse(List.of()).stream()
                .filter(value -> !elements.get().contains(value))
                .forEach(value -> differences.add(new Difference(path, "has " + value, after.toString())));
        content.hasNot().orElse(List.of()).stream()
                .filter(elements.get()::contains)
                .forEach(value -> differences.add(new Difference(path, "has not " + value, after.toString())));
        return differences;
    }

    private static Optional<TlaValue> result(Content content, TlaValue before) {
        List<TlaValue> added = content.added().orElse(List.of());
        List<TlaValue> removed = content.removed().orElse(List.of());
        if (content.appended().isPresent()) {
            return isOfBag(content)
                    ? Optional.empty()
                    : Containers.append(before, content.appended().get());
        }
        return before instanceof SetOf set
                ? Optional.of(Containers.add(Containers.remove(set, removed), added))
                : Containers.bag(before).map(bag -> Containers.addToBag(Containers.removeFromBag(bag, removed), added));
    }

    private static boolean isRelative(Content content) {
        return isOfBag(content) || content.appended().isPresent();
    }

    private static boolean isOfBag(Content content) {
        return content.added().isPresent() || content.removed().isPresent();
    }

    private static String kind(Content content) {
        return content.appended().isEmpty()
                ? "set or bag"
                : isOfBag(content) ? "set or bag, to which nothing is appended" : "sequence";
    }

    private static String lengthText(TlaValue after) {
        return Containers.length(after)
                .map(length -> "length " + length + " of " + after)
                .orElse(after + ": not a set or sequence");
    }

    static Content map(Content content, UnaryOperator<List<TlaValue>> change) {
        return new Content(
                content.has().map(change),
                content.hasNot().map(change),
                content.added().map(change),
                content.removed().map(change),
                content.appended().map(change),
                content.length());
    }

    static String text(Content content) {
        List<String> aspects = new ArrayList<>();
        content.has().ifPresent(values -> aspects.add("has " + list(values)));
        content.hasNot().ifPresent(values -> aspects.add("has not " + list(values)));
        if (isRelative(content)) {
            aspects.add(changeText(content));
        }
        content.length().ifPresent(length -> aspects.add("length " + length));
        return String.join("; ", aspects);
    }

    private static String changeText(Content content) {
        List<String> aspects = new ArrayList<>();
        content.added().ifPresent(values -> aspects.add("added " + list(values)));
        content.removed().ifPresent(values -> aspects.add("removed " + list(values)));
        content.appended().ifPresent(values -> aspects.add("appended " + list(values)));
        return String.join("; ", aspects);
    }

    private static String list(List<TlaValue> values) {
        return values.isEmpty()
                ? "nothing"
                : values.stream().map(TlaValue::toString).collect(joining(", "));
    }
}
