package dev.plumb.simulation.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which step follows which, as fingerprints, in the order in which it was found out: what questions about behaviours need and
 * others do not.
 */
final class GraphLog {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Long> starts = new ArrayList<>();

    /** The steps from a state. */
    static final class Node {
        private static final int STEPS_AT_FIRST = 8;

        private final long print;
        private final long reached;
        private long[] steps = new long[2 * STEPS_AT_FIRST];
        private int size;

        private Node(long print, long reached) {
            this.print = print;
            this.reached = reached;
        }

        private void add(long to, long fair) {
            if (size == steps.length) {
                steps = Arrays.copyOf(steps, 2 * size);
            }
            steps[size++] = to;
            steps[size++] = fair;
        }

        long print() {
            return print;
        }

        /** The properties that hold in the state, as bits. */
        long reached() {
            return reached;
        }

        int steps() {
            return size / 2;
        }

        long to(int step) {
            return steps[2 * step];
        }

        /** The fairness conditions that the step counts for, as bits. */
        long fair(int step) {
            return steps[2 * step + 1];
        }
    }

    void addStart(long print) {
        starts.add(print);
    }

    void addNode(long print, long reached) {
        nodes.add(new Node(print, reached));
    }

    /** A step from the node that was added last. */
    void addStep(long to, long fair) {
        nodes.get(nodes.size() - 1).add(to, fair);
    }

    void addAll(GraphLog other) {
        nodes.addAll(other.nodes);
        starts.addAll(other.starts);
    }

    StateGraph graph() {
        return StateGraph.of(nodes, starts);
    }
}
