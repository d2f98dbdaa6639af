package dev.plumb.report;

import dev.plumb.core.StateGraph;
import dev.plumb.core.StateGraph.Edge;
import dev.plumb.core.StateGraph.Mark;
import dev.plumb.core.StateGraph.Node;
import java.util.List;
import java.util.stream.Collectors;

/** A state graph in the language of Graphviz, which lays it out. */
public final class GraphDot {
    private GraphDot() {}

    /** {@code TwoPhase: 288 states in 3 groups, 1,146 steps}. */
    public static String title(StateGraph graph) {
        return GraphText.title(graph);
    }

    /** The same graph, the same text. */
    public static String of(StateGraph graph) {
        GraphText text = new GraphText(graph);
        StringBuilder dot = new StringBuilder("digraph " + quoted(graph.spec()) + " {\n");
        dot.append("  graph [label=").append(quoted(Printable.clean(GraphText.title(graph))));
        dot.append(", labelloc=t, fontname=\"sans-serif\"]\n");
        dot.append("  node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\", fontname=\"monospace\"");
        dot.append(", fontsize=10]\n  edge [fontname=\"monospace\", fontsize=10]\n");
        graph.nodes().forEach(node -> dot.append(node(graph, node, text)));
        graph.edges().forEach(edge -> dot.append(edge(graph, edge, text)));
        return dot.append("}\n").toString();
    }

    private static String node(StateGraph graph, Node node, GraphText text) {
        String peripheries = node.marks().contains(Mark.INITIAL) ? ", peripheries=2" : "";
        String fill = GraphText.isBad(node) ? ", fillcolor=\"#fde2e0\", color=\"#b3261e\"" : "";
        String faded = GraphText.isFar(node) ? ", color=\"#b0b0b0\", fontcolor=\"#707070\"" : "";
        String width = !graph.isMap() && graph.path().contains(node.number()) ? ", penwidth=2.5" : "";
        return "  " + node.number() + " [label=" + lines(text.of(node), "\\l") + peripheries + fill + faded + width
                + "]\n";
    }

    private static String edge(StateGraph graph, Edge edge, GraphText text) {
        boolean isBad = !edge.violated().isEmpty();
        String look =
                graph.isOnPath(edge) ? ", penwidth=2.5, color=\"#b3261e\", fontcolor=\"#b3261e\"" : faded(graph, edge);
        return "  " + edge.from() + " -> " + edge.to() + " [label=" + lines(text.of(edge), "\\n")
                + (isBad ? ", style=dashed" : "") + look + "]\n";
    }

    private static String faded(StateGraph graph, Edge edge) {
        return GraphText.isFar(graph, edge) ? ", color=\"#b0b0b0\", fontcolor=\"#707070\"" : "";
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
