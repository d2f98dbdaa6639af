package dev.plumb.core.lanes;

import dev.plumb.core.lanes.Shapes.Container;
import dev.plumb.kernel.api.Cell;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Follows what is in containers from state to state. Of equal elements of a bag the one that came first leaves first; of
 * a sequence, what stands between the parts that two states have in common is taken for replaced.
 */
final class Items {
    private final List<SortedMap<String, TlaValue>> states;
    private final List<Item> found = new ArrayList<>();

    private record Present(TlaValue content, int since) {}

    private Items(List<SortedMap<String, TlaValue>> states) {
        this.states = states;
    }

    /** All that is ever in the containers, in the order in which it came. */
    static List<Item> in(List<SortedMap<String, TlaValue>> states, Map<Cell, Container> containers) {
        Items items = new Items(states);
        containers.forEach(items::follow);
        items.found.sort(Comparator.comparingInt(Item::from).thenComparingInt(Item::order));
        return List.copyOf(items.found);
    }

    private void follow(Cell channel, Container container) {
        List<Present> present = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            List<TlaValue> now =
                    elements(container, Values.at(channel, states.get(i)).orElseThrow());
            if (container == Container.SEQUENCE) {
                replace(channel, present, now, i);
            } else {
                exchange(channel, present, now, i);
            }
        }
        for (Present each : present) {
            leaves(channel, each, states.size());
        }
    }

    static List<TlaValue> elements(Container container, TlaValue value) {
        if (value instanceof TlaValue.SetOf set) {
            return List.copyOf(set.elements());
        }
        TlaValue.Fn fn = (TlaValue.Fn) value;
        if (container == Container.SEQUENCE) {
            return List.copyOf(fn.entries().values());
        }
        List<TlaValue> copies = new ArrayList<>();
        fn.entries().forEach((element, count) -> {
            for (int i = 0; i < ((TlaValue.Int) count).value(); i++) {
                copies.add(element);
            }
        });
        return copies;
    }

    private void exchange(Cell channel, List<Present> present, List<TlaValue> now, int state) {
        List<TlaValue> come = new ArrayList<>(now);
        // From the last to the first, so that of equal ones the first leaves.
        for (int i = present.size() - 1; i >= 0; i--) {
            if (!come.remove(present.get(i).content())) {
                leaves(channel, present.remove(i), state);
            }
        }
        come.forEach(content -> present.add(new Present(content, state)));
    }

    private void replace(Cell channel, List<Present> present, List<TlaValue> now, int state) {
        List<TlaValue> then = present.stream().map(Present::content).toList();
        // Of equal elements the new one stands behind, and the one that leaves in front.
        boolean grows = now.size() > then.size();
        int shorter = Math.min(then.size(), now.size());
        int tail = grows ? 0 : commonTail(then, now, shorter);
        int head = commonHead(then, now, shorter - tail);
        tail = grows ? commonTail(then, now, shorter - head) : tail;
        List<Present> replaced = present.subList(head, present.size() - tail);
        replaced.forEach(each -> leaves(channel, each, state));
        replaced.clear();
        for (int i = head; i < now.size() - tail; i++) {
            present.add(i, new Present(now.get(i), state));
        }
    }

    private static int commonHead(List<TlaValue> one, List<TlaValue> other, int longest) {
        int length = 0;
        while (length < longest && one.get(length).equals(other.get(length))) {
            length++;
        }
        return length;
    }

    private static int commonTail(List<TlaValue> one, List<TlaValue> other, int longest) {
        int length = 0;
        while (length < longest && one.get(one.size() - 1 - length).equals(other.get(other.size() - 1 - length))) {
            length++;
        }
        return length;
    }

    private void leaves(Cell channel, Present item, int state) {
        found.add(new Item(channel, item.content(), item.since(), state, found.size()));
    }
}
