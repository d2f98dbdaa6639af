package dev.plumb.core;

import dev.plumb.traces.Observation;
import dev.plumb.traces.Observation.Content;
import dev.plumb.traces.Observation.Part;
import dev.plumb.traces.Observation.Whole;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is seen of variables, as a whole, in parts, and as what changed. */
final class RandomObservations {
    private final Random random;

    RandomObservations(Random random) {
        this.random = random;
    }

    /** Some of the values after a step, at least so many. */
    SortedMap<String, Observation> after(
            SortedMap<String, TlaValue> before, SortedMap<String, TlaValue> after, int atLeast) {
        SortedMap<String, Observation> seen = new TreeMap<>();
        for (String variable : some(after, atLeast)) {
            seen.put(variable, change(before.get(variable), after.get(variable)));
        }
        return seen;
    }

    /** One of the values of a state. */
    SortedMap<String, Observation> before(SortedMap<String, TlaValue> values) {
        String variable = pick(values.keySet());
        return new TreeMap<>(Collections.singletonMap(variable, state(values.get(variable))));
    }

    private List<String> some(SortedMap<String, TlaValue> values, int atLeast) {
        List<String> variables = new ArrayList<>(values.keySet());
        Collections.shuffle(variables, random);
        return variables.subList(0, Math.max(atLeast, random.nextInt(variables.size() + 1)));
    }

    private <T> T pick(Collection<T> among) {
        return List.copyOf(among).get(random.nextInt(among.size()));
    }

    private Observation change(TlaValue before, TlaValue after) {
        if (random.nextInt(3) != 0) {
            return state(after);
        } else if (before instanceof TlaValue.SetOf old && after instanceof TlaValue.SetOf now) {
            List<TlaValue> added = without(now, old);
            List<TlaValue> removed = without(old, now);
            boolean onlyRemoved = added.isEmpty() && !removed.isEmpty();
            return content(
                    Optional.empty(),
                    onlyRemoved ? Optional.empty() : Optional.of(added),
                    removed.isEmpty() ? Optional.empty() : Optional.of(removed),
                    Optional.empty(),
                    Optional.empty());
        } else if (isSequence(before) && isSequence(after)) {
            List<TlaValue> old = elements(before);
            List<TlaValue> now = elements(after);
            return now.size() >= old.size() && now.subList(0, old.size()).equals(old)
                    ? content(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(now.subList(old.size(), now.size())),
                            Optional.empty())
                    : new Whole(after);
        }
        return state(after);
    }

    private Observation state(TlaValue value) {
        if (random.nextInt(2) == 0 || value instanceof TlaValue.Int) {
            return new Whole(value);
        } else if (value instanceof TlaValue.SetOf || isSequence(value)) {
            return random.nextInt(3) == 0
                            && isSequence(value)
                            && !elements(value).isEmpty()
                    ? part((TlaValue.Fn) value)
                    : held(elements(value));
        }
        return part((TlaValue.Fn) value);
    }

    private Observation part(TlaValue.Fn fn) {
        TlaValue key = pick(fn.entries().keySet());
        String text = key instanceof TlaValue.Str string && random.nextBoolean() ? string.value() : key.toString();
        return new Part(new TreeMap<>(
                Collections.singletonMap(text, new Whole(fn.apply(key).orElseThrow()))));
    }

    private Observation held(List<TlaValue> elements) {
        return content(
                elements.isEmpty() ? Optional.empty() : Optional.of(List.of(pick(elements))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                elements.isEmpty() || random.nextBoolean() ? Optional.of(elements.size()) : Optional.empty());
    }

    private static Content content(
            Optional<List<TlaValue>> has,
            Optional<List<TlaValue>> added,
            Optional<List<TlaValue>> removed,
            Optional<List<TlaValue>> appended,
            Optional<Integer> length) {
        return new Content(has, Optional.empty(), added, removed, appended, length);
    }

    private static List<TlaValue> without(TlaValue.SetOf set, TlaValue.SetOf other) {
        TreeSet<TlaValue> left = new TreeSet<>(set.elements());
        left.removeAll(other.elements());
        return List.copyOf(left);
    }

    private static boolean isSequence(TlaValue value) {
        return value instanceof TlaValue.Fn fn && fn.isTuple();
    }

    private static List<TlaValue> elements(TlaValue container) {
        return container instanceof TlaValue.SetOf set
                ? List.copyOf(set.elements())
                : List.copyOf(((TlaValue.Fn) container).entries().values());
    }

    /** The same of another value. */
    Observation changed(Observation observation) {
        if (observation instanceof Whole whole) {
            return new Whole(changed(whole.value()));
        } else if (observation instanceof Part part) {
            SortedMap<String, Observation> entries = new TreeMap<>(part.entries());
            entries.replaceAll((key, entry) -> changed(entry));
            return new Part(entries);
        }
        Content content = (Content) observation;
        return new Content(
                content.has().map(this::changed),
                content.hasNot(),
                content.added().map(this::changed),
                content.removed().map(this::changed),
                content.appended().map(this::changed),
                content.length().map(length -> length + 1));
    }

    private List<TlaValue> changed(List<TlaValue> values) {
        return values.stream().map(this::changed).toList();
    }

    /** Another value, mostly of the same kind. */
    TlaValue changed(TlaValue value) {
        if (random.nextInt(40) == 0) {
            return TlaValue.of("something else");
        } else if (value instanceof TlaValue.Int number) {
            return TlaValue.of((number.value() + 1) % 3);
        } else if (value instanceof TlaValue.SetOf set) {
            return TlaValue.set(set.elements().stream().skip(1).toList());
        } else if (value instanceof TlaValue.Fn fn && !fn.entries().isEmpty()) {
            SortedMap<TlaValue, TlaValue> entries = new TreeMap<>(fn.entries());
            entries.computeIfPresent(pick(entries.keySet()), (key, entry) -> changed(entry));
            return TlaValue.function(entries);
        } else if (value instanceof TlaValue.Fn) {
            return TlaValue.tuple(TlaValue.of(0));
        }
        return TlaValue.of(pick(RandomSpec.PROCESSES));
    }
}
