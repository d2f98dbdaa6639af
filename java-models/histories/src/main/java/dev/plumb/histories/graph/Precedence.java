package dev.plumb.histories.graph;

import dev.plumb.histories.Call;
import dev.plumb.histories.Contradiction;
import dev.plumb.histories.Contradiction.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Which calls must come before which, each with a reason. Calls are named by their index in a list. */
public final class Precedence {
    private final List<Call> calls;
    private final List<List<Edge>> edges = new ArrayList<>();

    /** That one call comes before another. */
    public record Edge(int from, int to, String why) {}

    public Precedence(List<Call> calls) {
        this.calls = calls;
        calls.forEach(call -> edges.add(new ArrayList<>()));
    }

    public Precedence add(int from, int to, String why) {
        edges.get(from).add(new Edge(from, to, why));
        return this;
    }

    public Precedence copy() {
        BitSet all = new BitSet();
        all.set(0, calls.size());
        return within(all);
    }

    /** The edges between some of the calls. */
    public Precedence within(BitSet some) {
        Precedence within = new Precedence(calls);
        edges.forEach(from -> from.stream()
                .filter(edge -> some.get(edge.from()) && some.get(edge.to()))
                .forEach(edge -> within.add(edge.from(), edge.to(), edge.why())));
        return within;
    }

    /** For each call all that must come before it, itself not among them; the edges must have no circle. */
    public List<BitSet> past() {
        List<BitSet> past = new ArrayList<>();
        calls.forEach(call -> past.add(new BitSet()));
        for (int from : order().orElseThrow()) {
            for (Edge edge : edges.get(from)) {
                past.get(edge.to()).or(past.get(from));
                past.get(edge.to()).set(from);
            }
        }
        return past;
    }

    /** All calls, so that each comes after those that must come before it; empty if the edges have a circle. */
    public Optional<List<Integer>> order() {
        int[] waiting = new int[calls.size()];
        edges.forEach(some -> some.forEach(edge -> waiting[edge.to()]++));
        Deque<Integer> ready = new ArrayDeque<>();
        for (int i = 0; i < waiting.length; i++) {
            if (waiting[i] == 0) {
                ready.add(i);
            }
        }
        List<Integer> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int from = ready.remove();
            order.add(from);
            for (Edge edge : edges.get(from)) {
                if (--waiting[edge.to()] == 0) {
                    ready.add(edge.to());
                }
            }
        }
        return order.size() == waiting.length ? Optional.of(order) : Optional.empty();
    }

    /** A circle of edges that no shorter one goes through the same call as; empty if there is none. */
    public Optional<List<Edge>> circle() {
        if (order().isPresent()) {
            return Optional.empty();
        }
        List<Edge> shortest = List.of();
        for (int start = 0; start < calls.size(); start++) {
            List<Edge> circle = circleThrough(start);
            if (!circle.isEmpty() && (shortest.isEmpty() || circle.size() < shortest.size())) {
                shortest = circle;
            }
            if (shortest.size() == 1 || shortest.size() == 2) {
                break;
            }
        }
        return Optional.of(shortest);
    }

    /** The shortest one: breadth first. */
    private List<Edge> circleThrough(int start) {
        Edge[] by = new Edge[calls.size()];
        Deque<Integer> reached = new ArrayDeque<>(List.of(start));
        while (!reached.isEmpty()) {
            for (Edge edge : edges.get(reached.remove())) {
                if (edge.to() == start) {
                    return path(by, edge, start);
                } else if (by[edge.to()] == null) {
                    by[edge.to()] = edge;
                    reached.add(edge.to());
                }
            }
        }
        return List.of();
    }

    private static List<Edge> path(Edge[] by, Edge last, int start) {
        List<Edge> path = new ArrayList<>(List.of(last));
        for (int at = last.from(); at != start; at = by[at].from()) {
            path.add(by[at]);
        }
        Collections.reverse(path);
        return path;
    }

    /** The circle as a contradiction. */
    public Contradiction contradiction(String sentence, List<Edge> circle) {
        List<Call> involved =
                circle.stream().map(edge -> calls.get(edge.from())).distinct().toList();
        List<Reason> reasons = circle.stream()
                .map(edge -> new Reason(calls.get(edge.from()), calls.get(edge.to()), edge.why()))
                .toList();
        return Contradiction.of(sentence, involved, reasons);
    }
}
