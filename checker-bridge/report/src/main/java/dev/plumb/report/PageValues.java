package dev.plumb.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plumb.traces.TlaValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of a behaviour for the script of the page. Each is there once, so that the script compares two values by
 * comparing their numbers: as text if it has no parts, else as an array of its kind, of how many of its entries are not in
 * the page, and of the numbers of the others.
 *
 * <p>What is left out of a large value is left out of all values: an entry that is in the page of one state and not of
 * another really came or went between them.
 */
final class PageValues {
    /** Entries up to which a value is in the page whole. */
    private static final int ENTRIES_MAX = 200;

    /** Entries of larger values that are in the page although they are the same in all states. */
    private static final int FIRST_MAX = 60;

    /** Entries of larger values that come or go. */
    private static final int DIFFERING_MAX = 2_000;

    private static final int TEXT_MAX = 2_000;
    private static final int PARTS_MAX = 400_000;
    private static final int LATE_TEXT_MAX = 120;

    private final Set<TlaValue> shown = new HashSet<>();
    private final Map<TlaValue, Integer> numbers = new HashMap<>();
    private final ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    private int differing;
    private int parts;

    /** To be called for a value and the one that follows it, before any of them is asked for its number. */
    void foresee(@Nullable TlaValue before, TlaValue after) {
        if (after.equals(before)) {
            return;
        }
        if (after instanceof TlaValue.SetOf set) {
            Set<TlaValue> old = before instanceof TlaValue.SetOf b ? b.elements() : Set.of();
            choose(
                    old,
                    set.elements(),
                    Stream.concat(
                            set.elements().stream().filter(element -> !old.contains(element)),
                            old.stream().filter(element -> !set.elements().contains(element))));
            set.elements().stream()
                    .filter(element -> !old.contains(element))
                    .forEach(element -> foresee(null, element));
        } else if (after instanceof TlaValue.Fn fn) {
            Map<TlaValue, TlaValue> old = before instanceof TlaValue.Fn b ? b.entries() : Map.of();
            Set<TlaValue> keys = new TreeSet<>(old.keySet());
            keys.addAll(fn.entries().keySet());
            choose(old.keySet(), fn.entries().keySet(), keys.stream().filter(key -> differs(key, old, fn.entries())));
            fn.entries().forEach((key, value) -> foresee(old.get(key), value));
        }
    }

    /** By which the script knows a value. */
    int number(TlaValue value) {
        Integer known = numbers.get(value);
        if (known != null) {
            return known;
        }
        if (value instanceof TlaValue.SetOf set && hasRoom()) {
            ArrayNode node = JsonNodeFactory.instance.arrayNode();
            elements(set, node);
            return add(value, node);
        } else if (value instanceof TlaValue.Fn fn && hasRoom()) {
            ArrayNode node = JsonNodeFactory.instance.arrayNode();
            entries(fn, node);
            return add(value, node);
        }
        String text = Printable.cut(value.toString(), hasRoom() ? TEXT_MAX : LATE_TEXT_MAX);
        nodes.add(text);
        return remember(value);
    }

    ArrayNode nodes() {
        return nodes;
    }

    private boolean hasRoom() {
        return parts < PARTS_MAX;
    }

    private static boolean differs(TlaValue key, Map<TlaValue, TlaValue> before, Map<TlaValue, TlaValue> after) {
        TlaValue old = before.get(key);
        return old == null || !old.equals(after.get(key));
    }

    private void choose(Collection<TlaValue> before, Collection<TlaValue> after, Stream<TlaValue> changed) {
        if (isWhole(before) && isWhole(after)) {
            return;
        }
        // of one that becomes too large, or no longer is, nothing may seem to come or go
        Stream.of(before, after)
                .flatMap(entries -> entries.stream().limit(isWhole(entries) ? ENTRIES_MAX : FIRST_MAX))
                .forEach(shown::add);
        if (!before.isEmpty()) {
            changed.limit(Math.max(0, DIFFERING_MAX - differing))
                    .forEach(entry -> differing += shown.add(entry) ? 1 : 0);
        }
    }

    private static boolean isWhole(Collection<TlaValue> entries) {
        return entries.size() <= ENTRIES_MAX;
    }

    private void elements(TlaValue.SetOf set, ArrayNode node) {
        List<TlaValue> inPage = inPage(set.elements());
        node.add("set").add(set.elements().size() - inPage.size());
        inPage.forEach(element -> node.add(number(element)));
    }

    private void entries(TlaValue.Fn fn, ArrayNode node) {
        List<TlaValue> keys = inPage(fn.entries().keySet());
        int hidden = fn.entries().size() - keys.size();
        boolean isSequence = fn.isTuple() && hidden == 0;
        node.add(isSequence ? "sequence" : fn.isRecord() ? "record" : "function")
                .add(hidden);
        for (TlaValue key : keys) {
            if (!isSequence) {
                node.add(number(key));
            }
            node.add(number(fn.apply(key).orElseThrow()));
        }
    }

    private List<TlaValue> inPage(Collection<TlaValue> entries) {
        return entries.stream()
                .filter(entry -> isWhole(entries) || shown.contains(entry))
                .toList();
    }

    private int add(TlaValue value, ArrayNode node) {
        parts += node.size();
        nodes.add(node);
        return remember(value);
    }

    private int remember(TlaValue value) {
        numbers.put(value, nodes.size() - 1);
        return nodes.size() - 1;
    }
}
