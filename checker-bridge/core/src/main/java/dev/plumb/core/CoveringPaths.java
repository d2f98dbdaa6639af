package dev.plumb.core;

import dev.plumb.core.SpecGraph.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Behaviours of a spec that together take every step of it that changes something: each goes on with steps that none has taken
 * yet as long as there are any, or as such a state is near, and then the next one begins.
 */
public final class CoveringPaths {
    /** Steps that may be taken again to come to one that was not taken yet, before a new behaviour is begun. */
    private static final int DETOUR_MAX = 8;

    private final SpecGraph graph;
    private final BitSet[] taken;
    /** The step before each state on a shortest way from an initial state. */
    private final List<Optional<Move>> wayHere;

    /** A step from a state. */
    private record Move(int from, Step step) {}

    /** A behaviour: the numbers of its states, and the actions between them. */
    public record Behaviour(List<Integer> states, List<String> actions) {}

    private CoveringPaths(SpecGraph graph) {
        this.graph = graph;
        this.taken = new BitSet[graph.states().size()];
        Arrays.setAll(taken, state -> stutters(graph, state));
        this.wayHere = new ArrayList<>(Collections.nCopies(graph.states().size(), Optional.empty()));
        for (int from = 0; from < wayHere.size(); from++) {
            for (Step step : graph.steps().get(from)) {
                if (step.to() >= graph.initial() && wayHere.get(step.to()).isEmpty()) {
                    wayHere.set(step.to(), Optional.of(new Move(from, step)));
                }
            }
        }
    }

    private static BitSet stutters(SpecGraph graph, int state) {
        BitSet stutters = new BitSet();
        List<Step> steps = graph.steps().get(state);
        for (int i = 0; i < steps.size(); i++) {
            stutters.set(i, steps.get(i).to() == state);
        }
        return stutters;
    }

    /** The behaviours for all that is in the graph. */
    public static List<Behaviour> of(SpecGraph graph) {
        CoveringPaths paths = new CoveringPaths(graph);
        List<Behaviour> behaviours = new ArrayList<>();
        for (int state = 0; state < graph.states().size(); state++) {
            while (paths.hasNew(state)) {
                behaviours.add(paths.through(state));
            }
        }
        return behaviours;
    }

    private boolean hasNew(int state) {
        return taken[state].cardinality() < graph.steps().get(state).size();
    }

    private Behaviour through(int state) {
        List<Move> moves = wayTo(state);
        int at = state;
        for (List<Move> more = toNew(at); !more.isEmpty(); more = toNew(at)) {
            moves.addAll(more);
            at = more.get(more.size() - 1).step().to();
        }
        List<Integer> states = new ArrayList<>();
        states.add(moves.get(0).from());
        moves.forEach(move -> states.add(move.step().to()));
        return new Behaviour(
                states, moves.stream().map(move -> move.step().action()).toList());
    }

    private List<Move> wayTo(int state) {
        Deque<Move> way = new ArrayDeque<>();
        for (Optional<Move> move = wayHere.get(state);
                move.isPresent();
                move = wayHere.get(move.get().from())) {
            way.addFirst(move.get());
        }
        return new ArrayList<>(way);
    }

    /** Steps of which the last was not taken yet; empty if there is none near. */
    private List<Move> toNew(int start) {
        Deque<List<Move>> open = new ArrayDeque<>(List.of(List.of()));
        BitSet seen = new BitSet();
        while (!open.isEmpty()) {
            List<Move> way = open.remove();
            int at = way.isEmpty() ? start : way.get(way.size() - 1).step().to();
            if (hasNew(at)) {
                int index = taken[at].nextClearBit(0);
                taken[at].set(index);
                return with(way, new Move(at, graph.steps().get(at).get(index)));
            } else if (way.size() < DETOUR_MAX && !seen.get(at)) {
                graph.steps().get(at).forEach(step -> open.add(with(way, new Move(at, step))));
            }
            seen.set(at);
        }
        return List.of();
    }

    private static List<Move> with(List<Move> way, Move last) {
        List<Move> longer = new ArrayList<>(way);
        longer.add(last);
        return longer;
    }
}
