package dev.plumb.core;

import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The states that a model can reach and all steps between them, or groups of these.
 *
 * @param spec the root module
 * @param nodes in the order in which they were found: breadth-first
 * @param edges at most one from a node to another, in the order in which they were found
 * @param isWhole whether there are no more states; else these are those that were found up to the limit
 * @param path the nodes of a behaviour to what is wrong, from an initial one; empty if nothing is
 * @param isLasso whether it goes on for ever: its last node is the one that it goes back to
 */
public record StateGraph(
        String spec, List<Node> nodes, List<Edge> edges, boolean isWhole, List<Integer> path, boolean isLasso) {

    private static final int WIDE = 40;

    /** One without a behaviour that goes on for ever. */
    public StateGraph(String spec, List<Node> nodes, List<Edge> edges, boolean isWhole, List<Integer> path) {
        this(spec, nodes, edges, isWhole, path, false);
    }

    /** What there is to say of a node beside its values. */
    public enum Mark {
        INITIAL,
        /** No step is possible, and the model says that this must not be. */
        DEADLOCKED,
        /** No step is possible, and that is as it should be. */
        FINAL,
        /** An invariant is false, or a step into it breaks a property of steps. */
        VIOLATING
    }

    /**
     * A state, or a group of states.
     *
     * @param number its index, counted from 1
     * @param text what it is, a line each
     * @param states how many it stands for
     * @param shown how many of these traces have shown, where that was asked
     * @param violated names of what is false in it
     */
    public record Node(
            int number,
            List<String> text,
            long states,
            OptionalLong shown,
            SortedSet<Mark> marks,
            SortedSet<String> violated) {}

    /**
     * All steps from a node to another, or to itself.
     *
     * @param from number of a node
     * @param to number of a node
     * @param actions how many steps each action takes there, by its name with its arguments
     * @param shown how many of these traces have shown
     * @param violated names of the properties of steps that some of them break
     */
    public record Edge(
            int from,
            int to,
            SortedMap<String, Long> actions,
            SortedMap<String, Long> shown,
            SortedSet<String> violated) {}

    /** Whether it says what traces have shown. */
    public boolean isMap() {
        return nodes.stream().anyMatch(node -> node.shown().isPresent());
    }

    /** Whether the counterexample goes along an edge. */
    public boolean isOnPath(Edge edge) {
        for (int i = 1; i < path.size(); i++) {
            if (path.get(i - 1) == edge.from() && path.get(i) == edge.to()) {
                return true;
            }
        }
        return false;
    }

    /** How many states the nodes stand for. */
    public long states() {
        return nodes.stream().mapToLong(Node::states).sum();
    }

    /** How many steps the edges stand for: each action from each state to another counts once. */
    public long steps() {
        return edges.stream()
                .flatMap(edge -> edge.actions().values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * The graph of the groups of states for which something is the same. Of actions the names are left.
     *
     * @param groups the text of the group of each node, in their order
     */
    public StateGraph foldedBy(List<String> groups) {
        Map<String, List<Node>> members = new LinkedHashMap<>();
        for (Node node : nodes) {
            members.computeIfAbsent(groups.get(node.number() - 1), key -> new ArrayList<>())
                    .add(node);
        }
        List<String> order = List.copyOf(members.keySet());
        Function<Integer, Integer> groupOf = number -> order.indexOf(groups.get(number - 1)) + 1;
        List<Node> folded = new ArrayList<>();
        members.forEach((text, group) -> folded.add(fold(folded.size() + 1, text, group)));
        Map<List<Integer>, Edge> between = new LinkedHashMap<>();
        for (Edge edge : edges) {
            int from = groupOf.apply(edge.from());
            int to = groupOf.apply(edge.to());
            between.merge(List.of(from, to), named(edge, from, to), StateGraph::plus);
        }
        List<Integer> groupPath = new ArrayList<>();
        path.stream()
                .map(groupOf)
                .filter(group -> !group.equals(last(groupPath)))
                .forEach(groupPath::add);
        return new StateGraph(spec, folded, List.copyOf(between.values()), isWhole, groupPath, isLasso);
    }

    private static int last(List<Integer> path) {
        return path.isEmpty() ? 0 : path.get(path.size() - 1);
    }

    private static Node fold(int number, String text, List<Node> group) {
        return new Node(
                number,
                text.lines().toList(),
                group.stream().mapToLong(Node::states).sum(),
                shown(group),
                union(group.stream().map(Node::marks).toList()),
                union(group.stream().map(Node::violated).toList()));
    }

    private static OptionalLong shown(List<Node> group) {
        boolean isAsked = group.stream().allMatch(node -> node.shown().isPresent());
        return isAsked
                ? OptionalLong.of(group.stream()
                        .mapToLong(node -> node.shown().orElseThrow())
                        .sum())
                : OptionalLong.empty();
    }

    private static Edge named(Edge edge, int from, int to) {
        return new Edge(from, to, byName(edge.actions()), byName(edge.shown()), edge.violated());
    }

    private static SortedMap<String, Long> byName(SortedMap<String, Long> actions) {
        SortedMap<String, Long> named = new TreeMap<>();
        actions.forEach((action, steps) -> named.merge(action.replaceAll("\\(.*", ""), steps, Long::sum));
        return named;
    }

    private static Edge plus(Edge a, Edge b) {
        return new Edge(
                a.from(),
                a.to(),
                sum(a.actions(), b.actions()),
                sum(a.shown(), b.shown()),
                union(List.of(a.violated(), b.violated())));
    }

    private static SortedMap<String, Long> sum(SortedMap<String, Long> a, SortedMap<String, Long> b) {
        SortedMap<String, Long> sum = new TreeMap<>(a);
        b.forEach((action, steps) -> sum.merge(action, steps, Long::sum));
        return sum;
    }

    private static <T extends Comparable<T>> SortedSet<T> union(List<SortedSet<T>> sets) {
        return sets.stream().flatMap(Collection::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A state as the text of a node: a line a variable, or of a large function a line an argument. */
    static List<String> text(SortedMap<String, TlaValue> state) {
        List<String> lines = new ArrayList<>();
        state.forEach((variable, value) -> {
            String line = variable + " = " + value;
            if (line.length() > WIDE && value instanceof TlaValue.Fn fn) {
                fn.entries().forEach((key, each) -> lines.add(variable + "[" + key + "] = " + each));
            } else {
                lines.add(line);
            }
        });
        return lines;
    }
}
