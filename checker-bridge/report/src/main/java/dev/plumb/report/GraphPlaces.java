package dev.plumb.report;

import dev.plumb.report.GraphLayers.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the items of rows stand: each as near to its neighbours in other rows as its own row allows. Which places of a row
 * are the best for given wishes is isotonic regression, solved by pooling neighbours that would overlap.
 */
final class GraphPlaces {
    static final double MARGIN = 24;

    private static final double GAP = 18;
    private static final double ROW_GAP = 30;
    private static final int SWEEPS = 16;

    /** Bends that follow each other are rather straight than near to a node. */
    private static final double STRAIGHT = 4;

    private final List<List<Item>> rows;
    private double width;
    private double height;

    GraphPlaces(List<List<Item>> rows, double top) {
        this.rows = rows;
        rows.forEach(row -> place(row, row.stream().mapToDouble(item -> 0.0).toArray()));
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < rows.size(); i++) {
                List<Item> row = rows.get(sweep % 2 == 0 ? i : rows.size() - 1 - i);
                place(row, row.stream().mapToDouble(GraphPlaces::wish).toArray());
            }
        }
        moveIntoView();
        stack(top);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    private static double wish(Item item) {
        double sum = 0;
        double weights = 0;
        for (Item neighbour :
                Stream.concat(item.above.stream(), item.below.stream()).toList()) {
            double weight = item.isBend && neighbour.isBend ? STRAIGHT : 1;
            sum += weight * neighbour.x;
            weights += weight;
        }
        return weights == 0 ? item.x : sum / weights;
    }

    /** The places with the least squares of distances from the wishes, of those that keep the order and overlap nowhere. */
    private static void place(List<Item> row, double[] wishes) {
        double[] offsets = new double[row.size()];
        for (int i = 1; i < row.size(); i++) {
            offsets[i] = offsets[i - 1] + (row.get(i - 1).width + row.get(i).width) / 2 + GAP;
        }
        record Pool(double sum, int size) {
            double mean() {
                return sum / size;
            }
        }
        List<Pool> pools = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Pool pool = new Pool(wishes[i] - offsets[i], 1);
            while (!pools.isEmpty() && pools.get(pools.size() - 1).mean() > pool.mean()) {
                Pool left = pools.remove(pools.size() - 1);
                pool = new Pool(left.sum() + pool.sum(), left.size() + pool.size());
            }
            pools.add(pool);
        }
        int i = 0;
        for (Pool pool : pools) {
            for (int member = 0; member < pool.size(); member++, i++) {
                row.get(i).x = pool.mean() + offsets[i];
            }
        }
    }

    private void moveIntoView() {
        double left = items().mapToDouble(item -> item.x - item.width / 2).min().orElse(0);
        items().forEach(item -> item.x += MARGIN - left);
        width = items().mapToDouble(item -> item.x + item.width / 2).max().orElse(0) + MARGIN;
    }

    private Stream<Item> items() {
        return rows.stream().flatMap(List::stream);
    }

    private void stack(double top) {
        double y = top;
        for (List<Item> row : rows) {
            double rowHeight =
                    row.stream().mapToDouble(item -> item.height).max().orElse(0);
            double middle = y + rowHeight / 2;
            row.forEach(item -> item.y = middle);
            y += rowHeight + ROW_GAP;
        }
        height = y - ROW_GAP + MARGIN;
    }
}
