package dev.plumb.core.search;

import dev.plumb.kernel.api.ObservedStep;
import dev.plumb.traces.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The events of a run, part by part: those that have been read, but for those that no node will ask for again. */
final class Window {
    /** Forgetting moves what is left, so it is worth its while for many only. */
    private static final int FORGOTTEN_AT_ONCE = 1_024;

    /** An event, and what it waits for. */
    static final class Item {
        private final ObservedStep observed;
        private final int[] needs;

        /** @param needs how many events of each part must come before it */
        Item(ObservedStep observed, int[] needs) {
            this.observed = observed;
            this.needs = needs;
        }

        Event event() {
            return observed.event();
        }

        ObservedStep observed() {
            return observed;
        }

        private boolean isReadyAfter(Node node) {
            for (int other = 0; other < needs.length; other++) {
                if (node.position(other) < needs[other]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final class Row {
        private final List<Item> items = new ArrayList<>();
        private int forgotten;
    }

    private final List<Row> rows;
    private int events;
    private boolean isClosed;

    Window(int parts) {
        this.rows = IntStream.range(0, parts).mapToObj(i -> new Row()).toList();
    }

    int parts() {
        return rows.size();
    }

    /** How many have been added. */
    int events() {
        return events;
    }

    void add(int part, Item item) {
        rows.get(part).items.add(item);
        events++;
    }

    /** There are no more events. */
    void close() {
        isClosed = true;
    }

    boolean isClosed() {
        return isClosed;
    }

    /** How many events of a part have been added. */
    int size(int part) {
        Row row = rows.get(part);
        return row.forgotten + row.items.size();
    }

    Item item(int part, int position) {
        Row row = rows.get(part);
        return row.items.get(position - row.forgotten);
    }

    /** The event at a node's position in a part. */
    Optional<Item> next(Node node, int part) {
        int position = node.position(part);
        return position < size(part) ? Optional.of(item(part, position)) : Optional.empty();
    }

    /** Whether all that a node's next event waits for has happened. */
    boolean isReady(Node node, int part) {
        int position = node.position(part);
        return position < size(part) && item(part, position).isReadyAfter(node);
    }

    /** Whether all events that could come next after a node have been read. */
    boolean isComplete(Node node) {
        for (int part = 0; part < rows.size() && !isClosed; part++) {
            if (node.position(part) >= size(part)) {
                return false;
            }
        }
        return true;
    }

    boolean isEnd(Node node) {
        return isClosed && node.consumed() == events;
    }

    /** Nobody will ask for the events before this position. */
    private void forget(int part, int position) {
        Row row = rows.get(part);
        int more = position - row.forgotten;
        if (more >= FORGOTTEN_AT_ONCE) {
            row.items.subList(0, more).clear();
            row.forgotten = position;
        }
    }

    /** Nobody will ask for what lies before all of these nodes, if there are more to come. */
    void forgetBefore(Collection<Node> nodes) {
        for (int part = 0; part < parts() && !isClosed && !nodes.isEmpty(); part++) {
            int first = Integer.MAX_VALUE;
            for (Node node : nodes) {
                first = Math.min(first, node.position(part));
            }
            forget(part, first);
        }
    }

    /** The events that could come next after a node. */
    List<Event> ready(Node node) {
        return IntStream.range(0, parts())
                .filter(part -> isReady(node, part))
                .mapToObj(part -> item(part, node.position(part)).event())
                .toList();
    }

    /** The event at a node's position in each part that is not at its end. */
    List<Event> unconsumed(Node node) {
        return IntStream.range(0, parts())
                .mapToObj(part -> next(node, part))
                .flatMap(Optional::stream)
                .map(Item::event)
                .toList();
    }
}
