package dev.plumb.report;

import dev.plumb.core.StateGraph;
import dev.plumb.core.StateGraph.Edge;
import dev.plumb.core.StateGraph.Mark;
import dev.plumb.core.StateGraph.Node;
import dev.plumb.report.Drawing.Arrow;
import dev.plumb.report.Drawing.Box;
import dev.plumb.report.Drawing.Look;
import java.util.ArrayList;
import java.util.List;

/** A state graph as it is drawn: what its nodes and edges say, and which of them stand out. */
final class GraphText {
    private static final int LINE_MAX = 60;
    private static final int LINES_MAX = 12;

    private final boolean isFolded;
    private final boolean isMap;

    private GraphText(StateGraph graph) {
        this.isFolded = graph.nodes().stream().anyMatch(node -> node.states() > 1);
        this.isMap = graph.isMap();
    }

    static Drawing drawing(StateGraph graph) {
        GraphText text = new GraphText(graph);
        return new Drawing(
                graph.spec(),
                title(graph),
                legend(graph),
                graph.nodes().stream().map(node -> text.box(graph, node)).toList(),
                graph.edges().stream().map(edge -> text.arrow(graph, edge)).toList());
    }

    private Box box(StateGraph graph, Node node) {
        boolean isBad = node.marks().contains(Mark.DEADLOCKED) || node.marks().contains(Mark.VIOLATING);
        boolean isFar = node.shown().isPresent() && node.shown().getAsLong() == 0;
        boolean isThick = !isMap && graph.path().contains(node.number());
        Look look = isThick ? Look.THICK : isFar ? Look.FAR : Look.PLAIN;
        return new Box(of(node), node.marks().contains(Mark.INITIAL), isBad, look);
    }

    /** What stands back is, of a map, what no trace shows, else what is not a step from the counterexample. */
    private Arrow arrow(StateGraph graph, Edge edge) {
        boolean isThick = !isMap && graph.isOnPath(edge);
        boolean isFar = isMap
                ? edge.shown().isEmpty()
                : !graph.path().isEmpty() && !graph.path().contains(edge.from());
        Look look = isThick ? Look.THICK : isFar ? Look.FAR : Look.PLAIN;
        return new Arrow(edge.from(), edge.to(), of(edge), !edge.violated().isEmpty(), look);
    }

    private static List<String> legend(StateGraph graph) {
        List<String> lines = new ArrayList<>(List.of("A double frame is an initial state."));
        if (graph.isMap()) {
            lines.add("What no trace has shown is grey, and says so.");
        } else if (graph.isLasso()) {
            lines.add("Thick lines are a behaviour that goes round for ever; the others leave states on that way.");
        } else if (!graph.path().isEmpty()) {
            lines.add("Thick lines lead to what is wrong; grey ones leave no state on that way.");
        }
        return lines;
    }

    /** {@code TwoPhase: 34 states, 94 steps; only those found first}. */
    static String title(StateGraph graph) {
        String groups = graph.states() == graph.nodes().size()
                ? ""
                : " in " + Words.count(graph.nodes().size(), "group");
        return graph.spec() + ": " + Words.count(graph.states(), "state") + groups + ", "
                + Words.count(graph.steps(), "step") + (graph.isMap() ? shown(graph) : "")
                + (graph.isWhole() ? "" : "; there are more than these");
    }

    /** {@code ; traces show 12 states and 20 steps}. */
    private static String shown(StateGraph graph) {
        long states =
                graph.nodes().stream().mapToLong(node -> node.shown().orElse(0)).sum();
        long steps = graph.edges().stream()
                .flatMap(edge -> edge.shown().values().stream())
                .mapToLong(Long::longValue)
                .sum();
        return "; traces show " + Words.count(states, "state") + " and " + Words.count(steps, "step");
    }

    /** First what it is, then its values; what is left out is said. */
    private List<String> of(Node node) {
        List<String> lines = new ArrayList<>(List.of(head(node)));
        int shown = node.text().size() > LINES_MAX ? LINES_MAX - 1 : node.text().size();
        node.text().stream()
                .limit(shown)
                .map(line -> Printable.clip(line, LINE_MAX))
                .forEach(lines::add);
        if (shown < node.text().size()) {
            lines.add("(" + (node.text().size() - shown) + " more lines)");
        }
        return lines;
    }

    private String head(Node node) {
        List<String> head = new ArrayList<>();
        head.add(isFolded ? Words.count(node.states(), "state") : "" + node.number());
        node.shown().ifPresent(shown -> head.add(isFolded ? shown + " shown" : shown > 0 ? "shown" : "never shown"));
        if (node.marks().contains(Mark.INITIAL)) {
            head.add("initial");
        }
        if (node.marks().contains(Mark.DEADLOCKED)) {
            head.add("deadlock");
        }
        if (node.marks().contains(Mark.FINAL)) {
            head.add("end");
        }
        if (!node.violated().isEmpty()) {
            head.add("violates " + String.join(", ", node.violated()));
        }
        return Printable.clip(String.join(" · ", head), LINE_MAX);
    }

    /** Each action, of groups with how many steps it takes; then what the steps break. */
    private List<String> of(Edge edge) {
        List<String> lines = new ArrayList<>();
        edge.actions().forEach((action, steps) -> {
            String count = isFolded ? " ×" + Words.count(steps) : "";
            lines.add(Printable.clip(action, LINE_MAX) + count + shown(edge, action));
        });
        edge.violated().forEach(name -> lines.add(Printable.clip("violates " + name, LINE_MAX)));
        return lines;
    }

    private String shown(Edge edge, String action) {
        if (!isMap) {
            return "";
        }
        long shown = edge.shown().getOrDefault(action, 0L);
        return isFolded ? ", " + shown + " shown" : shown > 0 ? "" : " never";
    }
}
