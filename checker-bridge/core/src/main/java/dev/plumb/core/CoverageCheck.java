package dev.plumb.core;

import static java.util.stream.Collectors.joining;

import dev.plumb.core.Coverage.Alternative;
import dev.plumb.core.Coverage.Count;
import dev.plumb.core.Coverage.Graph;
import dev.plumb.core.Coverage.Pair;
import dev.plumb.core.ShownSteps.Transition;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.TraceHeader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Asks what of a spec traces have shown, and what never. */
public final class CoverageCheck {
    /** As many as anybody would read about. */
    private static final int EXAMPLES_MAX = 5;

    private final TraceCheck check;
    private final int statesMax;

    /** @param statesMax how many of the states are looked at that the spec can reach */
    public CoverageCheck(TraceCheck check, int statesMax) {
        this.check = check;
        this.statesMax = statesMax;
    }

    /**
     * What behaviours show.
     *
     * @param header of one of their traces, which have all the same constants
     * @param behaviours from their initial states on
     */
    public Coverage of(TraceHeader header, List<Behaviour> behaviours) {
        List<Coverage> coverage = new ArrayList<>();
        check.use(header, "", (spec, initial) -> coverage.add(of(spec, behaviours)));
        return coverage.get(0);
    }

    /**
     * The graph of the states that the spec can reach, with what behaviours show of it.
     *
     * @param header of one of their traces, which have all the same constants
     * @param behaviours from their initial states on
     */
    public StateGraph map(TraceHeader header, List<Behaviour> behaviours) {
        List<StateGraph> maps = new ArrayList<>();
        check.use(header, "", (spec, initial) -> {
            Optional<ShownSteps> shown = Optional.of(new ShownSteps(spec, behaviours));
            maps.add(new GraphVisit(spec, Config.none(), statesMax, shown).all().graph());
        });
        return maps.get(0);
    }

    private Coverage of(LoadedSpec spec, List<Behaviour> behaviours) {
        ShownSteps shown = new ShownSteps(spec, behaviours);
        Exploration exploration = new Exploration(spec, shown);
        Graph graph = exploration.graph();
        Map<SourceRange, String> actions = new LinkedHashMap<>();
        spec.actions()
                .forEach(action -> action.disjuncts().forEach(place -> actions.putIfAbsent(place, action.name())));
        exploration.taken.forEach(actions::putIfAbsent);
        List<Alternative> alternatives = new ArrayList<>();
        actions.forEach((place, action) -> alternatives.add(new Alternative(action, place, shown.steps(place))));
        return new Coverage(spec.module(), behaviours.size(), alternatives, shown.pairs(), graph);
    }

    /** All states that the spec can reach, in the order of the steps that lead there. */
    private final class Exploration {
        private final LoadedSpec spec;
        private final ShownSteps shown;
        private final Deque<SpecState> next = new ArrayDeque<>();
        private final Set<Long> seen = new HashSet<>();
        private final Map<Long, Set<String>> into = new HashMap<>();
        private final Map<Long, Set<String>> outOf = new HashMap<>();
        /** The actions by their disjuncts; those of Next that have no name among them. */
        private final Map<SourceRange, String> taken = new LinkedHashMap<>();

        private final List<String> unseenStates = new ArrayList<>();
        /** One of each action. */
        private final Map<String, String> unseenTransitions = new LinkedHashMap<>();

        private boolean isWhole = true;
        private long statesShown;
        private long transitions;
        private long transitionsShown;

        Exploration(LoadedSpec spec, ShownSteps shown) {
            this.spec = spec;
            this.shown = shown;
        }

        Graph graph() {
            spec.initialStates().forEach(this::find);
            while (!next.isEmpty()) {
                visit(next.remove());
            }
            return new Graph(
                    isWhole,
                    new Count(seen.size(), statesShown),
                    new Count(transitions, transitionsShown),
                    unseenStates,
                    List.copyOf(unseenTransitions.values()),
                    isWhole ? unseenPairs() : List.of());
        }

        private void find(SpecState state) {
            if (seen.contains(state.fingerprint())) {
                return;
            } else if (seen.size() >= statesMax) {
                isWhole = false;
                return;
            }
            seen.add(state.fingerprint());
            next.add(state);
            if (shown.has(state)) {
                statesShown++;
            } else if (unseenStates.size() < EXAMPLES_MAX) {
                unseenStates.add(text(state));
            }
        }

        private void visit(SpecState from) {
            Set<Transition> distinct = new LinkedHashSet<>();
            for (Successor step : spec.steps(from).successors()) {
                SpecState to = step.state();
                ActionInstance action = step.action();
                taken.putIfAbsent(action.disjunct(), action.name());
                Transition transition = new Transition(from.fingerprint(), to.fingerprint(), action.name());
                if (distinct.add(transition)) {
                    count(transition, from, step);
                    find(to);
                }
            }
        }

        private void count(Transition transition, SpecState from, Successor step) {
            transitions++;
            into.computeIfAbsent(transition.to(), key -> new TreeSet<>()).add(transition.action());
            outOf.computeIfAbsent(transition.from(), key -> new TreeSet<>()).add(transition.action());
            if (shown.has(transition)) {
                transitionsShown++;
            } else if (unseenTransitions.size() < EXAMPLES_MAX) {
                unseenTransitions.putIfAbsent(transition.action(), step.action() + " where " + text(from));
            }
        }

        private List<Pair> unseenPairs() {
            Set<Pair> unseen = new LinkedHashSet<>();
            into.forEach((state, firsts) ->
                    firsts.forEach(first -> outOf.getOrDefault(state, Set.of()).forEach(second -> {
                        if (!shown.haveFollowed(first, second)) {
                            unseen.add(new Pair(first, second, 0));
                        }
                    })));
            return unseen.stream()
                    .sorted(Comparator.comparing(Pair::first).thenComparing(Pair::second))
                    .toList();
        }
    }

    private static String text(SpecState state) {
        return state.values().entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(joining(", "));
    }
}
