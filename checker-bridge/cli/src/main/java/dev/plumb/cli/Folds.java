package dev.plumb.cli;

import dev.plumb.traces.TlaValue;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/** What would make few nodes of many states: the variables that have few values. */
final class Folds {
    private static final int OFFERED = 3;

    private record Fold(String variable, long nodes) {}

    private Folds() {}

    /** As options of the command line, that which makes the fewest nodes first. */
    static List<String> of(List<SortedMap<String, TlaValue>> states, int nodesMax) {
        return states.get(0).keySet().stream()
                .map(variable -> new Fold(
                        variable,
                        states.stream()
                                .map(state -> state.get(variable))
                                .distinct()
                                .count()))
                .filter(fold -> fold.nodes() > 1 && fold.nodes() <= nodesMax)
                .sorted(Comparator.comparingLong(Fold::nodes).thenComparing(Fold::variable))
                .limit(OFFERED)
                .map(fold -> "--group-by " + fold.variable() + " (" + fold.nodes() + " nodes)")
                .toList();
    }
}
