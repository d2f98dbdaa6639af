package dev.plumb.report;

import dev.plumb.report.Drawing.Arrow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Which items of a picture stand in which row, and in which order, so that few edges cross.
 *
 * <p>Nodes stand in rows by how many steps lead to them. Between two rows of nodes there is a row of labels: each edge
 * goes through items of its own there, the first of which has its label, so that no label lies on another (Sugiyama,
 * Tagawa and Toda 1981, with labels as nodes). Rows are sorted by the mean place of neighbours, up and down in turn; of
 * all orders that this comes to, the one with the fewest crossings is taken.
 */
final class GraphLayers {
    private static final int SWEEPS = 24;
    private static final int UNREACHED = -1;

    /** Something that takes room in a row: a node, or a place that an edge goes through. */
    static final class Item {
        final double width;
        final double height;
        final List<Item> above = new ArrayList<>();
        final List<Item> below = new ArrayList<>();
        final boolean isBend;
        int index;
        double wish;
        double x;
        double y;

        Item(double width, double height, boolean isBend) {
            this.width = width;
            this.height = height;
            this.isBend = isBend;
        }
    }

    /** What an edge goes through from a node to another one; the first of its items has its label. */
    record Way(Arrow arrow, Item from, List<Item> items, Item to) {
        Item first() {
            return items.get(0);
        }

        Item last() {
            return items.get(items.size() - 1);
        }
    }

    /** How large things are. */
    interface Sizes {
        /** Of a box by its number. */
        Item item(int box);

        Item label(Arrow arrow);

        /** Where an edge goes through a row between nodes. */
        Item bend();
    }

    private final Sizes sizes;
    private final List<List<Item>> rows = new ArrayList<>();
    private final List<Item> nodes = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final int[] levels;

    GraphLayers(Drawing drawing, Sizes sizes) {
        this.sizes = sizes;
        this.levels = levels(drawing);
        for (int box = 1; box <= drawing.boxes().size(); box++) {
            Item item = sizes.item(box);
            nodes.add(item);
            row(level(box)).add(item);
        }
        drawing.arrows().stream().filter(arrow -> arrow.from() != arrow.to()).forEach(this::lead);
        sort();
    }

    List<List<Item>> rows() {
        return rows;
    }

    Item node(int number) {
        return nodes.get(number - 1);
    }

    List<Way> ways() {
        return ways;
    }

    /** In arrows from a box on top, with a row for labels between each. */
    private static int[] levels(Drawing drawing) {
        int[] levels = new int[drawing.boxes().size()];
        Arrays.fill(levels, UNREACHED);
        List<List<Integer>> next = new ArrayList<>();
        drawing.boxes().forEach(box -> next.add(new ArrayList<>()));
        drawing.arrows().forEach(arrow -> next.get(arrow.from() - 1).add(arrow.to()));
        Deque<Integer> found = new ArrayDeque<>();
        for (int box = 1; box <= levels.length; box++) {
            if (drawing.box(box).isTop()) {
                levels[box - 1] = 0;
                found.add(box);
            }
        }
        while (!found.isEmpty()) {
            int from = found.remove();
            for (int to : next.get(from - 1)) {
                if (levels[to - 1] == UNREACHED) {
                    levels[to - 1] = levels[from - 1] + 2;
                    found.add(to);
                }
            }
        }
        return levels;
    }

    private int level(int node) {
        return Math.max(0, levels[node - 1]);
    }

    private List<Item> row(int level) {
        while (rows.size() <= level) {
            rows.add(new ArrayList<>());
        }
        return rows.get(level);
    }

    /** From a node to another one down or up; to one of the same row through the row below. */
    private void lead(Arrow arrow) {
        int from = level(arrow.from());
        int to = level(arrow.to());
        int step = from > to ? -1 : 1;
        List<Item> way = new ArrayList<>();
        int level = from;
        Item last = node(arrow.from());
        do {
            Item item = way.isEmpty() ? sizes.label(arrow) : sizes.bend();
            connect(last, item, step);
            level += step;
            row(level).add(item);
            way.add(item);
            last = item;
        } while (level + step != to && from != to);
        connect(last, node(arrow.to()), from == to ? -1 : step);
        ways.add(new Way(arrow, node(arrow.from()), way, node(arrow.to())));
    }

    private static void connect(Item a, Item b, int step) {
        Item upper = step > 0 ? a : b;
        Item lower = step > 0 ? b : a;
        upper.below.add(lower);
        lower.above.add(upper);
    }

    private void sort() {
        rows.forEach(GraphLayers::number);
        List<List<Item>> best = copy();
        long fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 0; i < rows.size(); i++) {
                sort(rows.get(down ? i : rows.size() - 1 - i), down);
            }
            long crossings = crossings();
            if (crossings < fewest) {
                fewest = crossings;
                best = copy();
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.set(i, best.get(i));
            number(rows.get(i));
        }
    }

    private static void sort(List<Item> row, boolean down) {
        row.forEach(item -> item.wish = mean(down ? item.above : item.below, item.index));
        row.sort(Comparator.comparingDouble(item -> item.wish));
        number(row);
    }

    private static double mean(List<Item> neighbours, double otherwise) {
        return neighbours.stream().mapToInt(item -> item.index).average().orElse(otherwise);
    }

    private static void number(List<Item> row) {
        for (int i = 0; i < row.size(); i++) {
            row.get(i).index = i;
        }
    }

    private List<List<Item>> copy() {
        return new ArrayList<>(
                rows.stream().map(row -> (List<Item>) new ArrayList<>(row)).toList());
    }

    private long crossings() {
        return rows.stream().mapToLong(GraphLayers::crossingsBelow).sum();
    }

    /** Inversions among the places where the lines from a row end in the next one. */
    private static long crossingsBelow(List<Item> row) {
        int[] ends = row.stream()
                .flatMapToInt(
                        item -> item.below.stream().mapToInt(end -> end.index).sorted())
                .toArray();
        return inversions(ends);
    }

    private static long inversions(int[] numbers) {
        if (numbers.length < 2) {
            return 0;
        }
        int[] left = Arrays.copyOfRange(numbers, 0, numbers.length / 2);
        int[] right = Arrays.copyOfRange(numbers, numbers.length / 2, numbers.length);
        long count = inversions(left) + inversions(right);
        for (int i = 0, l = 0, r = 0; i < numbers.length; i++) {
            if (r == right.length || (l < left.length && left[l] <= right[r])) {
                numbers[i] = left[l++];
            } else {
                count += left.length - l;
                numbers[i] = right[r++];
            }
        }
        return count;
    }
}
