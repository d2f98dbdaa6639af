package dev.plumb.simulation.explore;

import dev.plumb.simulation.explore.GraphLog.Node;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The states whose steps are known, numbered by their fingerprints, and the steps between them. Steps to other states only
 * count for what is possible.
 */
final class StateGraph {
    final long[] prints;
    /** The initial states among them. */
    final int[] starts;
    /** Where the steps of each state begin; one more than there are states. */
    final int[] first;

    final int[] target;
    /** Of each step, the fairness conditions that it counts for, as bits. */
    final long[] fair;
    /** Of each state, the fairness conditions for which there is a step, as bits. */
    final long[] enabled;
    /** Of each state, the properties that hold there, as bits. */
    final long[] reached;

    private StateGraph(Node[] sorted, List<Long> starts) {
        prints = Arrays.stream(sorted).mapToLong(Node::print).toArray();
        enabled = new long[sorted.length];
        reached = Arrays.stream(sorted).mapToLong(Node::reached).toArray();
        first = new int[sorted.length + 1];
        int steps = Arrays.stream(sorted).mapToInt(Node::steps).sum();
        target = new int[steps];
        fair = new long[steps];
        for (int i = 0; i < sorted.length; i++) {
            first[i + 1] = addSteps(sorted[i], i);
        }
        this.starts = starts.stream()
                .mapToInt(start -> Arrays.binarySearch(prints, start))
                .filter(start -> start >= 0)
                .sorted()
                .toArray();
    }

    static StateGraph of(List<Node> nodes, List<Long> starts) {
        Node[] sorted = nodes.toArray(Node[]::new);
        Arrays.sort(sorted, Comparator.comparingLong(Node::print));
        return new StateGraph(sorted, starts);
    }

    private int addSteps(Node node, int number) {
        int size = first[number];
        for (int step = 0; step < node.steps(); step++) {
            enabled[number] |= node.fair(step);
            int to = Arrays.binarySearch(prints, node.to(step));
            if (to >= 0) {
                target[size] = to;
                fair[size++] = node.fair(step);
            }
        }
        return size;
    }

    int size() {
        return prints.length;
    }
}
