package dev.plumb.modules.overrides;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The nodes of a graph in rows, so that every edge but those that close a cycle points to a later row, and in each row
 * in an order in which few edges cross: a node stands where its predecessors stand on average.
 */
final class Layers {
    private enum Visit {
        NEW,
        OPEN,
        DONE
    }

    private final List<List<Integer>> successors;
    private final List<List<Integer>> predecessors;

    Layers(int nodes) {
        successors = lists(nodes);
        predecessors = lists(nodes);
    }

    private static List<List<Integer>> lists(int number) {
        return IntStream.range(0, number)
                .<List<Integer>>mapToObj(i -> new ArrayList<>())
                .toList();
    }

    void edge(int from, int to) {
        successors.get(from).add(to);
    }

    /** Takes a node and where it is. */
    interface Placed {
        void at(int node, int column, int columns, int row, int rows);
    }

    void place(Placed placed) {
        List<List<Integer>> rows = rows();
        double[] column = new double[successors.size()];
        for (int y = 0; y < rows.size(); y++) {
            List<Integer> row = rows.get(y);
            row.sort(comparingDouble(node -> mean(predecessors.get(node), column)));
            for (int x = 0; x < row.size(); x++) {
                column[row.get(x)] = (x + 0.5) / row.size();
                placed.at(row.get(x), x, row.size(), y, rows.size());
            }
        }
    }

    private static double mean(List<Integer> nodes, double[] column) {
        return nodes.stream().mapToDouble(node -> column[node]).average().orElse(0);
    }

    /** Each node one row after the last of its predecessors. */
    private List<List<Integer>> rows() {
        int[] row = new int[successors.size()];
        List<List<Integer>> rows = new ArrayList<>();
        for (int node : withoutCycles()) {
            row[node] = predecessors.get(node).stream()
                    .mapToInt(before -> row[before] + 1)
                    .max()
                    .orElse(0);
            if (row[node] == rows.size()) {
                rows.add(new ArrayList<>());
            }
            rows.get(row[node]).add(node);
        }
        return rows;
    }

    /** Finds the edges that close no cycle; the nodes come in an order in which those point forwards. */
    private Deque<Integer> withoutCycles() {
        Visit[] visits = new Visit[successors.size()];
        Arrays.fill(visits, Visit.NEW);
        Deque<Integer> order = new ArrayDeque<>();
        for (int node = 0; node < visits.length; node++) {
            visit(node, visits, order);
        }
        return order;
    }

    private void visit(int node, Visit[] visits, Deque<Integer> order) {
        if (visits[node] != Visit.NEW) {
            return;
        }
        visits[node] = Visit.OPEN;
        for (int successor : successors.get(node)) {
            visit(successor, visits, order);
            if (visits[successor] == Visit.DONE) {
                predecessors.get(successor).add(node);
            }
        }
        visits[node] = Visit.DONE;
        order.addFirst(node);
    }
}
