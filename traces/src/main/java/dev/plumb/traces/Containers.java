package dev.plumb.traces;

import dev.plumb.traces.TlaValue.Fn;
import dev.plumb.traces.TlaValue.Int;
import dev.plumb.traces.TlaValue.SetOf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sets, sequences and bags as the modules FiniteSets, Sequences and Bags define them: a bag is a function to positive
 * integers, so that what is in it zero times is not in its domain.
 */
final class Containers {
    private Containers() {}

    /** What a set, sequence or bag holds. */
    static Optional<Collection<TlaValue>> elements(TlaValue container, boolean bagRatherThanSequence) {
        if (container instanceof SetOf set) {
            return Optional.of(set.elements());
        } else if (container instanceof Fn fn && fn.isTuple() && !bagRatherThanSequence) {
            return Optional.of(fn.entries().values());
        }
        return bag(container).map(bag -> bag.entries().keySet());
    }

    static Optional<Integer> length(TlaValue container) {
        if (container instanceof SetOf set) {
            return Optional.of(set.elements().size());
        }
        return sequence(container).map(sequence -> sequence.entries().size());
    }

    static Optional<Fn> sequence(TlaValue value) {
        return value instanceof Fn fn && fn.isTuple() ? Optional.of(fn) : Optional.empty();
    }

    static Optional<Fn> bag(TlaValue value) {
        return value instanceof Fn fn
                        && fn.entries().values().stream().allMatch(n -> n instanceof Int i && i.value() > 0)
                ? Optional.of(fn)
                : Optional.empty();
    }

    static SetOf add(SetOf set, Collection<TlaValue> added) {
        NavigableSet<TlaValue> elements = new TreeSet<>(set.elements());
        elements.addAll(added);
        return new SetOf(elements);
    }

    static SetOf remove(SetOf set, Collection<TlaValue> removed) {
        NavigableSet<TlaValue> elements = new TreeSet<>(set.elements());
        removed.forEach(elements::remove);
        return new SetOf(elements);
    }

    static Optional<TlaValue> append(TlaValue before, List<TlaValue> appended) {
        return sequence(before).map(sequence -> {
            List<TlaValue> elements = new ArrayList<>(sequence.entries().values());
            elements.addAll(appended);
            return TlaValue.tuple(elements);
        });
    }

    static Fn addToBag(Fn bag, Collection<TlaValue> added) {
        SortedMap<TlaValue, TlaValue> counts = new TreeMap<>(bag.entries());
        added.forEach(value -> counts.put(value, TlaValue.of(count(counts, value) + 1)));
        return new Fn(counts);
    }

    /** Each of {@code removed} once less; what is not there is not removed. */
    static Fn removeFromBag(Fn bag, Collection<TlaValue> removed) {
        SortedMap<TlaValue, TlaValue> counts = new TreeMap<>(bag.entries());
        for (TlaValue value : removed) {
            int left = count(counts, value) - 1;
            if (left > 0) {
                counts.put(value, TlaValue.of(left));
            } else {
                counts.remove(value);
            }
        }
        return new Fn(counts);
    }

    private static int count(SortedMap<TlaValue, TlaValue> counts, TlaValue value) {
        return counts.get(value) instanceof Int n ? n.value() : 0;
    }
}
