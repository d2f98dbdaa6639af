package dev.plumb.simulation.explore;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

/** The shortest ways from some states to all that can be reached by allowed ones: breadth-first search. */
final class ShortestWays {
    private static final int NOT_REACHED = -1;

    private final int[] before;
    private final int[] distance;
    private final int[] reached;
    private int size;

    private ShortestWays(StateGraph graph) {
        before = new int[graph.size()];
        distance = new int[graph.size()];
        reached = new int[graph.size()];
        Arrays.fill(distance, NOT_REACHED);
    }

    /** From states that are allowed. */
    static ShortestWays from(StateGraph graph, int[] starts, IntPredicate allowed) {
        ShortestWays ways = new ShortestWays(graph);
        for (int start : starts) {
            ways.reach(start, start, 0);
        }
        for (int next = 0; next < ways.size; next++) {
            int node = ways.reached[next];
            for (int step = graph.first[node]; step < graph.first[node + 1]; step++) {
                int to = graph.target[step];
                if (allowed.test(to)) {
                    ways.reach(to, node, ways.distance[node] + 1);
                }
            }
        }
        return ways;
    }

    private void reach(int node, int from, int steps) {
        if (distance[node] == NOT_REACHED) {
            distance[node] = steps;
            before[node] = from;
            reached[size++] = node;
        }
    }

    /** The states that can be reached, the nearest first. */
    int[] reached() {
        return Arrays.copyOf(reached, size);
    }

    boolean isNearer(int node, int other) {
        return distance[node] < distance[other] || (distance[node] == distance[other] && node < other);
    }

    /** The states on the way to one, from the start on. */
    List<Integer> to(int node) {
        Deque<Integer> way = new ArrayDeque<>(List.of(node));
        for (int each = node; distance[each] > 0; each = before[each]) {
            way.addFirst(before[each]);
        }
        return List.copyOf(way);
    }
}
