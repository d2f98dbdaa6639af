package dev.plumb.core;

import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a spec allows, and how much of it some code shows.
 *
 * @param steps pairs of a state and a different one that a step leads to, counted for each action with its arguments
 * @param actions the same by the actions' names
 * @param missing steps that the code does not show though it comes to the state before them, those nearest to Init first
 * @param hidden variables that were not known of some state of the code, so that several states of the spec may fit it
 * @param isComplete whether all states of the spec were looked at
 */
public record RefinementCoverage(
        Share states,
        Share steps,
        SortedMap<String, Share> actions,
        List<Missing> missing,
        List<String> hidden,
        boolean isComplete) {
    private static final int MISSING_MAX = 10;

    /** How many of how many are shown. */
    public record Share(long shown, long all) {
        private Share plus(boolean isShown) {
            return new Share(shown + (isShown ? 1 : 0), all + 1);
        }

        public boolean isAll() {
            return shown == all;
        }
    }

    /** A step of the spec from a state that the code comes to. */
    public record Missing(SortedMap<String, TlaValue> before, String action, SortedMap<String, TlaValue> after) {}

    private static final Share NOTHING = new Share(0, 0);

    /** The names of the actions of which nothing is shown. */
    public List<String> missingActions() {
        return actions.entrySet().stream()
                .filter(action -> action.getValue().shown() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @param known the states that the code may have come to, by their fingerprints */
    static RefinementCoverage of(SpecGraph graph, Map<Long, AbstractState> known, List<String> hidden) {
        Share states = NOTHING;
        Share steps = NOTHING;
        SortedMap<String, Share> actions = new TreeMap<>();
        List<Missing> missing = new ArrayList<>();
        for (int i = 0; i < graph.states().size(); i++) {
            AbstractState from = known.get(graph.print(i));
            boolean isHere = from != null && from.isShown();
            states = states.plus(isHere);
            for (SpecGraph.Step step : graph.steps().get(i)) {
                if (step.to() != i) {
                    boolean isShown = from != null && from.hasShown(step.name(), graph.print(step.to()));
                    steps = steps.plus(isShown);
                    actions.put(
                            step.name(),
                            actions.getOrDefault(step.name(), NOTHING).plus(isShown));
                    if (isHere && !isShown && missing.size() < MISSING_MAX) {
                        missing.add(new Missing(
                                graph.states().get(i).values(),
                                step.action(),
                                graph.states().get(step.to()).values()));
                    }
                }
            }
        }
        return new RefinementCoverage(states, steps, actions, missing, hidden, graph.isComplete());
    }
}
