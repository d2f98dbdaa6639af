package dev.plumb.report;

import dev.plumb.core.StateGraph;
import dev.plumb.report.Drawing.Arrow;
import dev.plumb.report.Drawing.Box;
import dev.plumb.report.Drawing.Look;
import java.util.List;
import java.util.stream.Collectors;

/** A state graph, or another drawing, in the language of Graphviz, which lays it out. */
public final class GraphDot {
    private GraphDot() {}

    /** {@code TwoPhase: 288 states in 3 groups, 1,146 steps}. */
    public static String title(StateGraph graph) {
        return GraphText.title(graph);
    }

    /** The same graph, the same text. */
    public static String of(StateGraph graph) {
        return of(Drawing.of(graph));
    }

    /** The same drawing, the same text. */
    public static String of(Drawing drawing) {
        StringBuilder dot = new StringBuilder("digraph " + quoted(drawing.name()) + " {\n");
        dot.append("  graph [label=").append(quoted(Printable.clean(drawing.title())));
        dot.append(", labelloc=t, fontname=\"sans-serif\"]\n");
        dot.append("  node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\", fontname=\"monospace\"");
        dot.append(", fontsize=10]\n  edge [fontname=\"monospace\", fontsize=10]\n");
        for (int i = 0; i < drawing.boxes().size(); i++) {
            dot.append(box(i + 1, drawing.boxes().get(i)));
        }
        drawing.arrows().forEach(arrow -> dot.append(arrow(arrow)));
        return dot.append("}\n").toString();
    }

    private static String box(int number, Box box) {
        String peripheries = box.isTop() ? ", peripheries=2" : "";
        String fill = box.isBad() ? ", fillcolor=\"#fde2e0\", color=\"#b3261e\"" : "";
        String width = box.look() == Look.THICK ? ", penwidth=2.5" : "";
        return "  " + number + " [label=" + lines(box.lines(), "\\l") + peripheries + fill + faded(box.look()) + width
                + "]\n";
    }

    private static String arrow(Arrow arrow) {
        String look = arrow.look() == Look.THICK
                ? ", penwidth=2.5, color=\"#b3261e\", fontcolor=\"#b3261e\""
                : faded(arrow.look());
        return "  " + arrow.from() + " -> " + arrow.to() + " [label=" + lines(arrow.lines(), "\\n")
                + (arrow.isBad() ? ", style=dashed" : "") + look + "]\n";
    }

    private static String faded(Look look) {
        return look == Look.FAR ? ", color=\"#b0b0b0\", fontcolor=\"#707070\"" : "";
    }

    private static String lines(List<String> lines, String end) {
        return "\"" + lines.stream().map(line -> escaped(line) + end).collect(Collectors.joining()) + "\"";
    }

    private static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
