package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.StateGraph;
import dev.plumb.core.StateGraph.Edge;
import dev.plumb.core.StateGraph.Mark;
import dev.plumb.core.StateGraph.Node;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphReportTest {
    /** A lease that two clients may both hold: one step too many. */
    private static StateGraph lease() {
        return new StateGraph(
                "Lease",
                List.of(
                        node(1, 1, Set.of(Mark.INITIAL), Set.of(), "holder = {}"),
                        node(2, 1, Set.of(), Set.of(), "holder = {c1}"),
                        node(3, 1, Set.of(), Set.of(), "holder = {c2}"),
                        node(4, 1, Set.of(Mark.VIOLATING, Mark.DEADLOCKED), Set.of("OneHolder"), "holder = {c1, c2}")),
                List.of(
                        edge(1, 2, "Acquire(c1)", "Steal(c1)"),
                        edge(1, 3, "Acquire(c2)"),
                        edge(2, 1, "Release(c1)"),
                        edge(2, 2, "Renew(c1)"),
                        edge(2, 3, "Pass(c1, c2)"),
                        edge(3, 1, "Release(c2)"),
                        edge(2, 4, "Steal(c2)"),
                        edge(3, 4, "Steal(c1)")),
                true,
                List.of(1, 2, 4));
    }

    private static Node node(int number, long states, Set<Mark> marks, Set<String> violated, String... text) {
        return new Node(
                number, List.of(text), states, OptionalLong.empty(), new TreeSet<>(marks), new TreeSet<>(violated));
    }

    private static Edge edge(int from, int to, String... actions) {
        SortedMap<String, Long> each = new TreeMap<>();
        Arrays.stream(actions).forEach(action -> each.put(action, 1L));
        return new Edge(from, to, each, new TreeMap<>(), new TreeSet<>());
    }

    /** Each node to some that come after it, and one that goes back. */
    private static StateGraph large(int size) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            nodes.add(node(i, 1, i == 1 ? Set.of(Mark.INITIAL) : Set.of(), Set.of(), "n = " + i));
            for (int to : new TreeSet<>(List.of(2 * i, 2 * i + 1, Math.max(1, i - 7)))) {
                if (to <= size) {
                    edges.add(edge(i, to, "Go(" + to + ")"));
                }
            }
        }
        return new StateGraph("Large", nodes, edges, false, List.of());
    }

    @Test
    void a_graph_is_pinned() {
        Golden.matches("graph.svg", GraphSvg.of(lease()));
        Golden.matches("graph.dot", GraphDot.of(lease()));
    }

    @Test
    void a_behaviour_that_goes_round_for_ever_is_pinned() {
        StateGraph lease = lease();
        StateGraph round = new StateGraph("Lease", lease.nodes(), lease.edges(), false, List.of(1, 3, 1), true);
        Golden.matches("graph-lasso.svg", GraphSvg.of(round));
        assertThat(GraphDot.of(round)).contains("3 -> 1 [label=\"Release(c2)\\n\", penwidth=2.5");
    }

    @Test
    void groups_are_pinned() {
        StateGraph groups = lease().foldedBy(List.of("held = FALSE", "held = TRUE", "held = TRUE", "held = TRUE"));
        Golden.matches("graph-folded.svg", GraphSvg.of(groups));
        Golden.matches("graph-folded.dot", GraphDot.of(groups));
    }

    /** Two clients took their turns, and neither stole. */
    @Test
    void a_map_says_what_no_trace_has_shown() {
        StateGraph graph = lease();
        List<Node> nodes = graph.nodes().stream()
                .map(node -> new Node(
                        node.number(),
                        node.text(),
                        1,
                        OptionalLong.of(node.number() < 4 ? 1 : 0),
                        node.marks(),
                        node.violated()))
                .toList();
        List<Edge> edges = graph.edges().stream()
                .map(edge -> new Edge(
                        edge.from(),
                        edge.to(),
                        edge.actions(),
                        new TreeMap<>(edge.actions().subMap("Acquire", "S")),
                        edge.violated()))
                .toList();
        StateGraph map = new StateGraph("Lease", nodes, edges, true, graph.path());
        Golden.matches("graph-map.svg", GraphSvg.of(map));
        Golden.matches("graph-map.dot", GraphDot.of(map));
        assertThat(GraphSvg.of(map))
                .contains("traces show 3 states and 6 steps", "4 · never shown · deadlock", ">Steal(c1) never<")
                .doesNotContain("class=\"edge-path");
    }

    @Test
    void every_label_of_every_edge_is_in_the_picture() throws Exception {
        StateGraph graph = lease();
        String svg = GraphSvg.of(graph);
        String dot = GraphDot.of(graph);
        graph.edges().forEach(edge -> edge.actions().keySet().forEach(action -> {
            assertThat(svg).contains(">" + action + "<");
            assertThat(dot).contains(action);
        }));
        assertThat(parse(svg)).isEqualTo("svg");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 40, 150})
    void no_two_boxes_overlap(int size) {
        List<double[]> boxes = boxes(GraphSvg.of(large(size)));
        assertThat(boxes).hasSize(size);
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(overlap(boxes.get(i), boxes.get(j)))
                        .as("%s and %s", i, j)
                        .isFalse();
            }
        }
    }

    @Test
    void hostile_values_are_text_in_both() throws Exception {
        String hostile = "</text><script>\"\\l\u0000\uD83D\uDE00" + "x".repeat(100_000);
        StateGraph graph = new StateGraph(
                hostile.substring(0, 40),
                List.of(node(1, 1, Set.of(Mark.INITIAL), Set.of(hostile), hostile)),
                List.of(edge(1, 1, hostile)),
                true,
                List.of(1));
        String svg = GraphSvg.of(graph);
        assertThat(svg).doesNotContain("<script>").hasSizeLessThan(10_000);
        assertThat(parse(svg)).isEqualTo("svg");
        assertThat(GraphDot.of(graph)).contains("\\\"\\\\l").hasSizeLessThan(10_000);
    }

    @Test
    void more_lines_than_fit_are_counted() {
        String[] lines = new String[40];
        Arrays.fill(lines, "v = 1");
        StateGraph graph = new StateGraph(
                "Wide", List.of(node(1, 1, Set.of(Mark.INITIAL), Set.of(), lines)), List.of(), true, List.of());
        assertThat(GraphSvg.of(graph)).contains("(29 more lines)");
    }

    private static List<double[]> boxes(String svg) {
        Matcher box = Pattern.compile(
                        "class=\"[a-z-]*box\" x=\"([-.\\d]+)\" y=\"([-.\\d]+)\" width=\"([.\\d]+)\" height=\"([.\\d]+)\"")
                .matcher(svg);
        List<double[]> boxes = new ArrayList<>();
        while (box.find()) {
            double[] numbers = new double[4];
            for (int i = 0; i < 4; i++) {
                numbers[i] = Double.parseDouble(box.group(i + 1));
            }
            boxes.add(numbers);
        }
        return boxes;
    }

    private static boolean overlap(double[] a, double[] b) {
        return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
    }

    private static String parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement()
                .getTagName();
    }
}
