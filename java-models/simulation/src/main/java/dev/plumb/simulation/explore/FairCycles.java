package dev.plumb.simulation.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a fair behaviour that never comes to a state with a property.
 *
 * <p>Such a behaviour ends up in a set of states without the property that are all reached from each other by such states,
 * and it is fair if the steps within that set, and what is possible in its states, allow it to be (Lichtenstein and Pnueli,
 * POPL 1985). A set that neglects a weak fairness condition does so in all its parts, too. One that neglects a strong condition
 * may have parts in which nothing is possible that it demands; these are looked at in turn.
 */
final class FairCycles {
    private final StateGraph graph;
    private final long weak;
    private final long strong;
    private final long property;
    private final Regions regions;

    /** Fingerprints of the states along a behaviour, whose last state is that of number {@code backTo}. */
    record Found(List<Long> prints, int backTo) {}

    FairCycles(StateGraph graph, List<? extends Fairness<?>> fairness, int property) {
        this.graph = graph;
        this.property = 1L << property;
        this.strong = bits(fairness, true);
        this.weak = bits(fairness, false);
        this.regions = new Regions(graph);
    }

    private static long bits(List<? extends Fairness<?>> fairness, boolean isStrong) {
        long bits = 0;
        for (int i = 0; i < fairness.size(); i++) {
            bits |= fairness.get(i).isStrong() == isStrong ? 1L << i : 0;
        }
        return bits;
    }

    /** One with a shortest way to where it goes round; empty if every fair behaviour comes to a state with the property. */
    Optional<Found> find() {
        ShortestWays ways = ShortestWays.from(graph, avoidingStarts(), node -> !has(node));
        Best best = new Best(ways);
        look(ways.reached(), best);
        return best.node < 0 ? Optional.empty() : Optional.of(found(ways, best));
    }

    private int[] avoidingStarts() {
        return Arrays.stream(graph.starts).filter(node -> !has(node)).toArray();
    }

    private boolean has(int node) {
        return (graph.reached[node] & property) != 0;
    }

    /** The state that is nearest to the start in a set of states that allows a fair behaviour. */
    private static final class Best {
        private final ShortestWays ways;
        private int node = -1;
        private int[] region = {};

        Best(ShortestWays ways) {
            this.ways = ways;
        }

        void offer(int[] fairRegion) {
            for (int each : fairRegion) {
                if (node < 0 || ways.isNearer(each, node)) {
                    node = each;
                    region = fairRegion;
                }
            }
        }
    }

    private void look(int[] nodes, Best best) {
        Deque<int[]> open = new ArrayDeque<>(List.of(nodes));
        while (!open.isEmpty()) {
            for (int[] component : regions.components(open.pop())) {
                Fates fates = fates(component);
                if ((weak & fates.always() & ~fates.taken()) == 0) {
                    long neglected = strong & fates.sometimes() & ~fates.taken();
                    if (neglected == 0) {
                        best.offer(component);
                    } else {
                        open.push(where(component, neglected));
                    }
                }
            }
        }
    }

    private int[] where(int[] nodes, long isImpossible) {
        return Arrays.stream(nodes)
                .filter(node -> (graph.enabled[node] & isImpossible) == 0)
                .toArray();
    }

    /** Of which conditions steps are possible in all states of a region, in some, and taken within it. */
    private record Fates(long always, long sometimes, long taken) {}

    private Fates fates(int[] region) {
        regions.mark(region);
        long always = -1;
        long sometimes = 0;
        long taken = 0;
        for (int node : region) {
            always &= graph.enabled[node];
            sometimes |= graph.enabled[node];
            for (int step = graph.first[node]; step < graph.first[node + 1]; step++) {
                taken |= regions.isMarked(graph.target[step]) ? graph.fair[step] : 0;
            }
        }
        return new Fates(always, sometimes, taken);
    }

    private Found found(ShortestWays ways, Best best) {
        List<Integer> nodes = new ArrayList<>(ways.to(best.node));
        int backTo = nodes.size() - 1;
        nodes.addAll(loop(best));
        return new Found(nodes.stream().map(node -> graph.prints[node]).toList(), backTo);
    }

    /**
     * From the state through its region and back, such that it is fair to do so for ever: each time to the nearest place where
     * something that is still owed is paid. Empty if it is fair to stay.
     */
    private List<Integer> loop(Best best) {
        int start = best.node;
        if ((graph.enabled[start] & (weak | strong)) == 0) {
            return List.of();
        }
        long owed = (weak | (strong & fates(best.region).sometimes())) & ~paidIn(start);
        List<Integer> loop = new ArrayList<>();
        int at = start;
        while (owed != 0) {
            Hop hop = hop(at, owed);
            loop.addAll(hop.nodes());
            at = loop.get(loop.size() - 1);
            owed &= ~(hop.fair() | paidIn(at));
        }
        loop.addAll(waysWithin(at).to(start).stream().skip(1).toList());
        return loop;
    }

    /** Weak fairness asks for nothing where it is impossible. */
    private long paidIn(int node) {
        return weak & ~graph.enabled[node];
    }

    /** Some steps, and the conditions that the last one counts for. */
    private record Hop(List<Integer> nodes, long fair) {}

    private Hop hop(int at, long owed) {
        ShortestWays ways = waysWithin(at);
        for (int node : ways.reached()) {
            for (int step = graph.first[node]; step < graph.first[node + 1]; step++) {
                int to = graph.target[step];
                if (regions.isMarked(to) && (owed & (graph.fair[step] | paidIn(to))) != 0) {
                    List<Integer> nodes = new ArrayList<>(ways.to(node));
                    nodes.add(to);
                    return new Hop(nodes.subList(1, nodes.size()), graph.fair[step]);
                }
            }
        }
        throw new IllegalStateException("The region is not fair after all");
    }

    private ShortestWays waysWithin(int from) {
        return ShortestWays.from(graph, new int[] {from}, regions::isMarked);
    }
}
