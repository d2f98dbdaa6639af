package dev.plumb.traces;

import static java.util.stream.Collectors.joining;

import dev.plumb.traces.Observation.Updates;
import dev.plumb.traces.TlaValue.Fn;
import dev.plumb.traces.TlaValue.Int;
import dev.plumb.traces.TlaValue.SetOf;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Updates are applied in turn, each at its path, like {@code EXCEPT}.
 *
 * <p>They are those of the 2024 tools with two differences: an index that is not in the domain is reported and not
 * passed over, and bags stay bags (there, clearing one leaves a set and removing an element may leave a count of zero).
 */
final class UpdateMatching {
    /** What a reset index holds: by the tools' convention a model value. */
    private static final TlaValue NIL = TlaValue.model("Nil");

    private UpdateMatching() {}

    static Optional<TlaValue> determined(Updates updates, TlaValue before) {
        Optional<TlaValue> value = Optional.of(before);
        for (Update update : updates.updates()) {
            value = value.flatMap(v -> applied(update, update.path(), v));
        }
        return value;
    }

    static List<Difference> differences(Updates updates, String path, Optional<TlaValue> before, TlaValue after) {
        if (before.isEmpty()) {
            return List.of(new Difference(path, Matching.text(updates), "no value before the step to update"));
        }
        TlaValue value = before.get();
        for (Update update : updates.updates()) {
            Optional<TlaValue> next = applied(update, update.path(), value);
            if (next.isEmpty()) {
                return List.of(new Difference(path, text(update), value + ", to which it cannot be applied"));
            }
            value = next.get();
        }
        return Matching.ofValues(path, value, after);
    }

    static String text(Update update) {
        String at = update.path().stream().map(index -> "[" + index + "]").collect(joining());
        return update.operation().written()
                + update.arguments().stream().map(TlaValue::toString).collect(joining(", ", "(", ")"))
                + (at.isEmpty() ? "" : " at " + at);
    }

    private static Optional<TlaValue> applied(Update update, List<TlaValue> path, TlaValue value) {
        if (path.isEmpty()) {
            boolean isComplete = update.arguments().size() >= update.operation().arity();
            return isComplete ? applied(update, value) : Optional.empty();
        }
        List<TlaValue> rest = path.subList(1, path.size());
        return except(value, path.get(0), inner -> applied(update, rest, inner));
    }

    private static Optional<TlaValue> applied(Update update, TlaValue value) {
        List<TlaValue> args = update.arguments();
        return switch (update.operation()) {
            case UPDATE, INIT -> Optional.of(args.get(0));
            case ADD_ELEMENT -> set(value).map(set -> Containers.add(set, List.of(args.get(0))));
            case ADD_ELEMENTS ->
                set(value).flatMap(set -> elements(args.get(0)).map(added -> Containers.add(set, added)));
            case REMOVE_ELEMENT -> set(value).map(set -> Containers.remove(set, List.of(args.get(0))));
            case CLEAR -> set(value).map(set -> TlaValue.set());
            case APPEND_ELEMENT -> Containers.append(value, List.of(args.get(0)));
            case ADD_ELEMENT_TO_BAG -> Containers.bag(value).map(bag -> Containers.addToBag(bag, List.of(args.get(0))));
            case REMOVE_ELEMENT_FROM_BAG ->
                Containers.bag(value).map(bag -> Containers.removeFromBag(bag, List.of(args.get(0))));
            case CLEAR_BAG -> Containers.bag(value).map(bag -> TlaValue.tuple());
            case SET_KEY -> except(value, args.get(0), inner -> Optional.of(args.get(1)));
            case RESET_KEY -> except(value, args.get(0), inner -> Optional.of(NIL));
            case UPDATE_RECORD, INIT_RECORD -> updatedFields(value, args.get(0));
            case ADD -> sum(value, args.get(0), 1);
            case SUBTRACT -> sum(value, args.get(0), -1);
            case UNCHANGED -> Optional.of(value);
        };
    }

    private static Optional<TlaValue> except(
            TlaValue value, TlaValue key, Function<TlaValue, Optional<TlaValue>> change) {
        if (!(value instanceof Fn fn)) {
            return Optional.empty();
        }
        return Index.named(key, fn)
                .flatMap(index -> fn.apply(index).flatMap(change).map(changed -> {
                    SortedMap<TlaValue, TlaValue> entries = new TreeMap<>(fn.entries());
                    entries.put(index, changed);
                    return new Fn(entries);
                }));
    }

    private static Optional<TlaValue> updatedFields(TlaValue value, TlaValue fields) {
        if (!(value instanceof Fn fn && fields instanceof Fn update)
                || !fn.entries().keySet().containsAll(update.entries().keySet())) {
            return Optional.empty();
        }
        SortedMap<TlaValue, TlaValue> entries = new TreeMap<>(fn.entries());
        entries.putAll(update.entries());
        return Optional.of(new Fn(entries));
    }

    private static Optional<TlaValue> sum(TlaValue value, TlaValue operand, int sign) {
        if (!(value instanceof Int a && operand instanceof Int b)) {
            return Optional.empty();
        }
        long sum = (long) a.value() + (long) sign * b.value();
        return sum == (int) sum ? Optional.of(TlaValue.of((int) sum)) : Optional.empty();
    }

    private static Optional<SetOf> set(TlaValue value) {
        return value instanceof SetOf set ? Optional.of(set) : Optional.empty();
    }

    private static Optional<Collection<TlaValue>> elements(TlaValue value) {
        return value instanceof SetOf set
                ? Optional.of(set.elements())
                : Containers.sequence(value).map(sequence -> sequence.entries().values());
    }
}
