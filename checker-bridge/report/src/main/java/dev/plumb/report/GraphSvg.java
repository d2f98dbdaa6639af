package dev.plumb.report;

import dev.plumb.core.StateGraph;
import dev.plumb.report.Drawing.Arrow;
import dev.plumb.report.Drawing.Box;
import dev.plumb.report.Drawing.Look;
import dev.plumb.report.GraphLayers.Item;
import dev.plumb.report.GraphLayers.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A state graph, or another drawing, as a picture of its own, without any tool that would have to be installed: initial
 * states on top, and each state in the row of the fewest steps to it. What is wrong is said in words too, for who sees no
 * colours.
 */
public final class GraphSvg {
    private static final double CHARACTER = 6.7;
    private static final double LINE = 15;
    private static final double PADDING = 7;
    private static final double LOOP = 26;
    private static final double PORTS = 14;
    private static final double TOP = 52;
    private static final double LEGEND = 60;

    private final Drawing drawing;
    private final Markup out = new Markup();
    private final Map<Integer, Arrow> loops = new HashMap<>();
    private final GraphLayers layers;

    private GraphSvg(Drawing drawing) {
        this.drawing = drawing;
        drawing.arrows().stream()
                .filter(arrow -> arrow.from() == arrow.to())
                .forEach(loop -> loops.put(loop.from(), loop));
        this.layers = new GraphLayers(drawing, new InThisPicture());
    }

    /** The same graph, the same bytes. */
    public static String of(StateGraph graph) {
        return of(Drawing.of(graph));
    }

    /** The same drawing, the same bytes. */
    public static String of(Drawing drawing) {
        return new GraphSvg(drawing).draw();
    }

    private record Size(double width, double height) {}

    private static Size size(List<String> lines) {
        int longest = lines.stream().mapToInt(Printable::width).max().orElse(0);
        return new Size(longest * CHARACTER + 2 * PADDING, lines.size() * LINE + PADDING);
    }

    private final class InThisPicture implements GraphLayers.Sizes {
        /** With room on both sides for a step from it to itself, so that it stays in the middle. */
        @Override
        public Item item(int number) {
            Size box = size(drawing.box(number).lines());
            Arrow loop = loops.get(number);
            Size label = loop == null ? new Size(0, 0) : size(loop.lines());
            double beside = loop == null ? 0 : LOOP + label.width();
            return new Item(box.width() + 2 * beside, Math.max(box.height(), label.height()), false);
        }

        @Override
        public Item label(Arrow arrow) {
            Size size = size(arrow.lines());
            return new Item(size.width(), size.height(), true);
        }

        @Override
        public Item bend() {
            return new Item(2, 2, true);
        }
    }

    private String draw() {
        GraphPlaces places = new GraphPlaces(layers.rows(), TOP);
        String title = drawing.title();
        double width = Math.max(places.width(), Math.max(620, Printable.width(title) * 8 + 2 * GraphPlaces.MARGIN));
        double height = places.height() + LEGEND;
        out.open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "role",
                        "img",
                        "aria-label",
                        title,
                        "width",
                        number(width),
                        "height",
                        number(height),
                        "viewBox",
                        "0 0 " + number(width) + " " + number(height))
                .line();
        out.raw("<style>" + Resources.read("graph.css") + "</style>\n");
        out.empty("rect", "class", "paper", "width", number(width), "height", number(height))
                .line();
        out.leaf("text", title, "class", "title", "x", number(GraphPlaces.MARGIN), "y", 30)
                .line();
        out.open("g", "transform", "translate(" + number((width - places.width()) / 2) + " 0)")
                .line();
        edges();
        for (int number = 1; number <= drawing.boxes().size(); number++) {
            box(number, drawing.box(number));
        }
        out.closeLine();
        legend(places.height() + 10);
        return out.closeLine().toString();
    }

    /** Those of the counterexample last, so that they lie on top. */
    private void edges() {
        Ports ports = new Ports();
        layers.ways().stream()
                .sorted(Comparator.comparing(way -> way.arrow().look() == Look.THICK))
                .forEach(way -> edge(way, ports));
        layers.ways().forEach(way -> label(way.arrow().lines(), way.first().x, way.first().y, look(way.arrow())));
    }

    /** Where on the sides of their nodes edges begin and end: next to each other in the order in which they come. */
    private final class Ports {
        private final Map<Way, Double> begins = new HashMap<>();
        private final Map<Way, Double> ends = new HashMap<>();

        private record End(Way way, Map<Way, Double> which, Item next) {}

        Ports() {
            for (int number = 1; number <= drawing.boxes().size(); number++) {
                Item item = layers.node(number);
                List<End> all = new ArrayList<>();
                layers.ways().forEach(way -> {
                    if (way.from() == item) {
                        all.add(new End(way, begins, way.first()));
                    }
                    if (way.to() == item) {
                        all.add(new End(way, ends, way.last()));
                    }
                });
                double room = size(drawing.box(number).lines()).width() - 2 * PADDING;
                spread(item, all.stream().filter(end -> end.next().y < item.y).toList(), room);
                spread(item, all.stream().filter(end -> end.next().y > item.y).toList(), room);
            }
        }

        private void spread(Item item, List<End> side, double room) {
            List<End> sorted = side.stream()
                    .sorted(Comparator.comparingDouble(end -> end.next().x))
                    .toList();
            double step = Math.min(PORTS, room / Math.max(1, side.size()));
            for (int i = 0; i < sorted.size(); i++) {
                End end = sorted.get(i);
                end.which().put(end.way(), item.x + (i - (sorted.size() - 1) / 2.0) * step);
            }
        }

        double begin(Way way) {
            return begins.getOrDefault(way, way.from().x);
        }

        double end(Way way) {
            return ends.getOrDefault(way, way.to().x);
        }
    }

    private void edge(Way way, Ports ports) {
        double beginX = ports.begin(way);
        double endX = ports.end(way);
        double beginY = side(way.arrow().from(), way.from(), way.first());
        double endY = side(way.arrow().to(), way.to(), way.last());
        String line = way.from().y == way.to().y
                ? around(beginX, beginY, way.first(), endX, endY)
                : through(beginX, beginY, way.items(), endX, endY);
        String look = look(way.arrow());
        out.empty("path", "class", "edge-" + look, "d", line).line();
        double back = endY < way.to().y ? -8 : 8;
        String head = "M" + point(endX, endY) + " L" + point(endX - 4, endY + back) + " L"
                + point(endX + 4, endY + back) + " Z";
        out.empty("path", "class", "head-" + look, "d", head).line();
    }

    /** From a node to another one beside it. */
    private static String around(double beginX, double beginY, Item label, double endX, double endY) {
        String down = point(beginX, label.y);
        String up = point(endX, label.y);
        return "M" + point(beginX, beginY) + " C" + down + " " + down + " " + point(label.x, label.y) + " C" + up + " "
                + up + " " + point(endX, endY);
    }

    private static String through(double beginX, double beginY, List<Item> bends, double endX, double endY) {
        StringBuilder line = new StringBuilder("M" + point(beginX, beginY));
        double x = beginX;
        double y = beginY;
        for (Item bend : bends) {
            line.append(curve(x, y, bend.x, bend.y));
            x = bend.x;
            y = bend.y;
        }
        return line.append(curve(x, y, endX, endY)).toString();
    }

    /** The side of a box that is nearer to the next item of a way. */
    private double side(int box, Item item, Item next) {
        double half = size(drawing.box(box).lines()).height() / 2;
        return next.y > item.y ? item.y + half : item.y - half;
    }

    /** Upright where it begins and ends. */
    private static String curve(double fromX, double fromY, double toX, double toY) {
        double middle = (fromY + toY) / 2;
        return " C" + point(fromX, middle) + " " + point(toX, middle) + " " + point(toX, toY);
    }

    private void box(int number, Box box) {
        Size size = size(box.lines());
        Item item = layers.node(number);
        double left = item.x - size.width() / 2;
        double top = item.y - size.height() / 2;
        String look = (box.isBad() ? "bad-" : box.look() == Look.FAR ? "far-" : "")
                + (box.look() == Look.THICK ? "path-" : "");
        out.open("g").line();
        if (box.isTop()) {
            rectangle(left - 4, top - 4, size.width() + 8, size.height() + 8, "ring");
        }
        rectangle(left, top, size.width(), size.height(), look + "box");
        for (int i = 0; i < box.lines().size(); i++) {
            String kind = i > 0 ? "value" : box.isBad() ? "bad-first" : "first";
            double y = top + PADDING / 2 + (i + 0.75) * LINE;
            out.leaf("text", box.lines().get(i), "class", kind, "x", number(left + PADDING), "y", number(y))
                    .line();
        }
        out.closeLine();
        Arrow loop = loops.get(number);
        if (loop != null) {
            loop(loop, item.x + size.width() / 2, item.y);
        }
    }

    private void loop(Arrow loop, double x, double y) {
        String line = "M" + point(x, y - 6) + " C" + point(x + LOOP, y - 16) + " " + point(x + LOOP, y + 16) + " "
                + point(x, y + 6);
        out.empty("path", "class", "edge-" + look(loop), "d", line).line();
        String head = "M" + point(x, y + 6) + " L" + point(x + 8.5, y + 4) + " L" + point(x + 6, y + 11) + " Z";
        out.empty("path", "class", "head-" + look(loop), "d", head).line();
        List<String> lines = loop.lines();
        label(lines, x + LOOP - 4 + size(lines).width() / 2, y, look(loop));
    }

    private void label(List<String> lines, double x, double y, String look) {
        Size size = size(lines);
        rectangle(x - size.width() / 2 + 3, y - size.height() / 2, size.width() - 6, size.height(), "back");
        for (int i = 0; i < lines.size(); i++) {
            double line = y - size.height() / 2 + PADDING / 2 + (i + 0.75) * LINE;
            out.leaf("text", lines.get(i), "class", "label-" + look, "x", number(x), "y", number(line))
                    .line();
        }
    }

    private void rectangle(double x, double y, double width, double height, String kind) {
        out.empty(
                        "rect",
                        "class",
                        kind,
                        "x",
                        number(x),
                        "y",
                        number(y),
                        "width",
                        number(width),
                        "height",
                        number(height),
                        "rx",
                        4)
                .line();
    }

    private static String look(Arrow arrow) {
        return switch (arrow.look()) {
            case PLAIN -> "plain";
            case THICK -> "path";
            case FAR -> "far";
        };
    }

    private void legend(double y) {
        List<String> lines = drawing.legend();
        for (int i = 0; i < lines.size(); i++) {
            double line = y + i * LINE * 1.2 + LINE;
            out.leaf("text", lines.get(i), "class", "legend", "x", number(GraphPlaces.MARGIN), "y", number(line))
                    .line();
        }
    }

    private static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
