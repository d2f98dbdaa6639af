package dev.plumb.simulation.explore;

import dev.plumb.refinement.TransitionSystem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A small system that is given by its steps, with states that are numbers. */
record Graph(Set<Integer> initialStates, List<Edge> edges) implements TransitionSystem<Integer> {

    record Edge(int from, int action, int to) {}

    static Graph of(int start, int... edges) {
        List<Edge> all = new ArrayList<>();
        for (int i = 0; i < edges.length; i += 3) {
            all.add(new Edge(edges[i], edges[i + 1], edges[i + 2]));
        }
        return new Graph(Set.of(start), all);
    }

    /** Up to so many states, some of them initial, and edges with actions 0 to 2. */
    static Arbitrary<Graph> random(int statesMax) {
        return Arbitraries.integers().between(1, statesMax).flatMap(states -> {
            Arbitrary<Integer> state = Arbitraries.integers().between(0, states - 1);
            Arbitrary<Edge> edge = Combinators.combine(
                            state, Arbitraries.integers().between(0, 2), state)
                    .as(Edge::new);
            Arbitrary<Set<Integer>> starts = state.set().ofMinSize(1).ofMaxSize(2);
            return Combinators.combine(starts, edge.list().ofMaxSize(3 * states))
                    .as(Graph::new);
        });
    }

    @Override
    public void steps(Integer from, BiConsumer<Object, Integer> step) {
        edges.stream().filter(edge -> edge.from == from).forEach(edge -> step.accept(edge.action, edge.to));
    }

    /** The states that are reached from some within some, by trying all edges until nothing changes. */
    Set<Integer> reachable(Collection<Integer> from, Set<Integer> within) {
        Set<Integer> reached = new TreeSet<>(from);
        reached.retainAll(within);
        while (edges.stream()
                .anyMatch(edge -> reached.contains(edge.from) && within.contains(edge.to) && reached.add(edge.to))) {}
        return reached;
    }

    Set<Integer> states() {
        Set<Integer> states = new HashSet<>(initialStates);
        edges.forEach(edge -> states.addAll(List.of(edge.from, edge.to)));
        return states;
    }

    /** How many steps it takes at least to a state; -1 if there is no way. */
    int distance(Set<Integer> targets) {
        Set<Integer> level = new TreeSet<>(initialStates);
        for (int steps = 0; steps <= states().size(); steps++) {
            if (level.stream().anyMatch(targets::contains)) {
                return steps;
            }
            Set<Integer> next = new TreeSet<>();
            edges.stream().filter(edge -> level.contains(edge.from)).forEach(edge -> next.add(edge.to));
            level.addAll(next);
        }
        return -1;
    }
}
