package dev.plumb.core.lanes;

import dev.plumb.core.lanes.Shapes.Container;
import dev.plumb.kernel.api.Cell;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which step received what. A step needs an item if the same action could not have made the same change without it: that
 * is asked of the spec, with the item left out. So it is known too who read a message in a set that only grows. Where any
 * of several would do, as for a quorum, the ones that came first are taken.
 */
final class Receipts {
    /** Each trial is an evaluation of an action; a picture needs no more than this. */
    private static final int MOST_TRIALS = 5_000;

    private final Run run;
    private final Map<Cell, Container> containers;
    private final List<Item> items;
    private final Oracle oracle;
    private final List<Set<Item>> received = new ArrayList<>();
    private int trials;

    Receipts(Run run, Map<Cell, Container> containers, List<Item> items, Oracle oracle) {
        this.run = run;
        this.containers = containers;
        this.items = items;
        this.oracle = oracle;
        for (int step = 0; step < run.states().size(); step++) {
            received.add(step == 0 ? Set.of() : needed(step));
        }
    }

    /** What the step that leads to a state needed; of a step of which the spec cannot be asked, what it took away. */
    Set<Item> by(int step) {
        return received.get(step);
    }

    /** Whether all was asked that there was to ask. */
    boolean areComplete() {
        return trials < MOST_TRIALS;
    }

    private Set<Item> needed(int step) {
        List<Item> there =
                items.stream().filter(item -> item.isThereBefore(step)).toList();
        List<Item> taken = there.stream().filter(item -> item.isTakenBy(step)).toList();
        if (there.isEmpty() || trials >= MOST_TRIALS || !isPossibleWithout(Set.of(), step)) {
            return Set.copyOf(taken);
        }
        Set<Item> needed = new HashSet<>(smallest(taken, Set.of(), step));
        List<Item> readable = there.stream()
                .filter(item -> !item.isTakenBy(step) && containers.get(item.channel()) != Container.SEQUENCE)
                .toList();
        needed.addAll(smallest(readable, Set.of(), step));
        return needed;
    }

    /**
     * Of some items a set with which the step is possible, and without any of which it is not; the rest may be left out.
     *
     * @param without what is left out already
     */
    private List<Item> smallest(List<Item> some, Set<Item> without, int step) {
        if (some.isEmpty() || isPossibleWithout(union(some, without), step)) {
            return List.of();
        } else if (some.size() == 1) {
            return some;
        }
        List<Item> first = some.subList(0, some.size() / 2);
        List<Item> later = some.subList(some.size() / 2, some.size());
        List<Item> ofLater = smallest(later, without, step);
        Set<Item> gone = union(later, without);
        ofLater.forEach(gone::remove);
        List<Item> needed = new ArrayList<>(smallest(first, gone, step));
        needed.addAll(ofLater);
        return needed;
    }

    private static Set<Item> union(List<Item> some, Set<Item> others) {
        Set<Item> all = new HashSet<>(others);
        all.addAll(some);
        return all;
    }

    private boolean isPossibleWithout(Set<Item> items, int step) {
        trials++;
        SortedMap<String, TlaValue> expected = withoutFromSets(items, without(staying(items, step), run.after(step)));
        return oracle.after(step, without(items, run.before(step))).stream()
                .flatMap(List::stream)
                .anyMatch(state -> withoutFromSets(items, state).equals(expected));
    }

    private static Set<Item> staying(Set<Item> items, int step) {
        Set<Item> staying = new HashSet<>(items);
        staying.removeIf(item -> item.isTakenBy(step));
        return staying;
    }

    /** A step may add to a set what is in it already: then nobody can tell whether it did. */
    private SortedMap<String, TlaValue> withoutFromSets(Set<Item> items, SortedMap<String, TlaValue> state) {
        Set<Item> inSets = new HashSet<>(items);
        inSets.removeIf(item -> containers.get(item.channel()) != Container.SET);
        return without(inSets, state);
    }

    private SortedMap<String, TlaValue> without(Set<Item> items, SortedMap<String, TlaValue> state) {
        SortedMap<String, TlaValue> rest = state;
        for (Item item : items) {
            Optional<TlaValue> all = Values.at(item.channel(), rest);
            rest = all.isEmpty() ? rest : Values.with(item.channel(), without(item, all.get()), rest);
        }
        return rest;
    }

    private TlaValue without(Item item, TlaValue all) {
        return switch (containers.getOrDefault(item.channel(), Container.SET)) {
            case SET -> {
                SortedSet<TlaValue> rest = new TreeSet<>(((TlaValue.SetOf) all).elements());
                rest.remove(item.content());
                yield TlaValue.set(rest);
            }
            case BAG -> {
                SortedMap<TlaValue, TlaValue> counts = new TreeMap<>(((TlaValue.Fn) all).entries());
                counts.computeIfPresent(item.content(), (content, count) -> oneLess((TlaValue.Int) count));
                yield TlaValue.function(counts);
            }
            case SEQUENCE -> {
                List<TlaValue> elements =
                        new ArrayList<>(((TlaValue.Fn) all).entries().values());
                elements.remove(item.content());
                yield TlaValue.tuple(elements);
            }
        };
    }

    private static @Nullable TlaValue oneLess(TlaValue.Int count) {
        return count.value() > 1 ? TlaValue.of(count.value() - 1) : null;
    }
}
