package dev.plumb.core.search;

import dev.plumb.traces.Event;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of some values the next events of a run name. Two states that differ only in an exchange of values that these do
 * not name go the same way through them.
 */
final class Names {
    private static final int NEVER = Integer.MAX_VALUE;

    private final List<String> values;
    /** For each part, position in it and value, the first position from there on at which the value is named. */
    private final List<List<int[]>> next = new ArrayList<>();

    private final Map<BitSet, Set<String>> sets = new HashMap<>();

    Names(Set<String> values, Window window) {
        this.values = List.copyOf(values);
        for (int part = 0; part < window.parts(); part++) {
            next.add(positions(window, part));
        }
    }

    private List<int[]> positions(Window window, int part) {
        int[] last = new int[values.size()];
        Arrays.fill(last, NEVER);
        List<int[]> backwards = new ArrayList<>(List.of(last));
        for (int position = window.size(part) - 1; position >= 0; position--) {
            BitSet named = named(window.item(part, position).event());
            if (!named.isEmpty()) {
                int at = position;
                last = last.clone();
                for (int value = named.nextSetBit(0); value >= 0; value = named.nextSetBit(value + 1)) {
                    last[value] = at;
                }
            }
            backwards.add(last);
        }
        Collections.reverse(backwards);
        return backwards;
    }

    /** The values that are named by an event that can be among the next so many after a node. */
    Set<String> after(Node node, long events) {
        BitSet named = new BitSet();
        for (int part = 0; part < next.size(); part++) {
            int position = node.position(part);
            int[] first = next.get(part).get(position);
            for (int value = 0; value < first.length; value++) {
                if (first[value] != NEVER && first[value] - position < events) {
                    named.set(value);
                }
            }
        }
        return sets.computeIfAbsent(
                named, bits -> bits.stream().mapToObj(values::get).collect(Collectors.toSet()));
    }

    private BitSet named(Event event) {
        BitSet named = new BitSet();
        event.process().ifPresent(process -> add(process, named));
        if (event.arguments() instanceof Arguments.Named given) {
            given.values().values().forEach(value -> add(value, named));
        } else if (event.arguments() instanceof Arguments.Positional given) {
            given.values().forEach(value -> add(value, named));
        }
        event.before().values().forEach(seen -> add(seen, named));
        event.state().values().forEach(seen -> add(seen, named));
        return named;
    }

    private void add(Observation observation, BitSet named) {
        if (observation instanceof Observation.Part part) {
            part.entries().forEach((key, inner) -> {
                add(key, named);
                add(inner, named);
            });
        } else {
            add(observation.text(), named);
        }
    }

    private void add(TlaValue value, BitSet named) {
        add(value.toString(), named);
    }

    /** A value whose text is part of another's counts as named with it, which costs time but no truth. */
    private void add(String text, BitSet named) {
        for (int i = 0; i < values.size(); i++) {
            if (text.contains(values.get(i))) {
                named.set(i);
            }
        }
    }
}
