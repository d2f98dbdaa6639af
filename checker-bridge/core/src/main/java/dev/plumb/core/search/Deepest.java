package dev.plumb.core.search;

import java.util.ArrayList;
import java.util.List;

/** The nodes with the most events behind them, of those that a search visited. */
final class Deepest {
    /** As many as anybody would read about. */
    private static final int KEPT = 8;

    private final List<Node> nodes = new ArrayList<>();
    private long found;

    void visit(Node node) {
        int depth = nodes.isEmpty() ? -1 : consumed();
        if (node.consumed() > depth) {
            nodes.clear();
            found = 0;
        }
        if (node.consumed() >= depth) {
            found++;
            if (nodes.size() < KEPT) {
                nodes.add(node);
            }
        }
    }

    int consumed() {
        return nodes.get(0).consumed();
    }

    List<Node> nodes() {
        return nodes;
    }

    /** How many there are, of which some may not have been kept. */
    long found() {
        return found;
    }
}
