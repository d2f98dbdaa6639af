package dev.plumb.core;

import dev.plumb.core.ShownSteps.Transition;
import dev.plumb.core.StateGraph.Edge;
import dev.plumb.core.StateGraph.Mark;
import dev.plumb.core.StateGraph.Node;
import dev.plumb.kernel.api.Claim;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** All states in the order in which they are reached, with the state that each was reached from first. */
final class GraphVisit {
    private final LoadedSpec spec;
    private final Config config;
    private final Constraints constraints;
    private final int statesMax;
    private final Optional<ShownSteps> shown;
    private final List<Claim> claims;
    private final Map<Long, Integer> numbers = new LinkedHashMap<>();
    private final List<SpecState> states = new ArrayList<>();
    private final List<Integer> reachedFrom = new ArrayList<>();
    private final List<SortedSet<Mark>> marks = new ArrayList<>();
    private final List<SortedSet<String>> violated = new ArrayList<>();
    private final Map<List<Integer>, Edge> edges = new LinkedHashMap<>();
    private List<Integer> path = List.of();
    private boolean isWhole = true;
    private boolean isLasso;

    GraphVisit(LoadedSpec spec, Config config, int statesMax) {
        this(spec, config, statesMax, Optional.empty());
    }

    /** {@code shown} says what traces have shown. */
    GraphVisit(LoadedSpec spec, Config config, int statesMax, Optional<ShownSteps> shown) {
        this.spec = spec;
        this.config = config;
        this.constraints = new Constraints(spec, config);
        this.statesMax = statesMax;
        this.shown = shown;
        this.claims = spec.claims();
    }

    GraphCheck.Found all() {
        spec.initialStates().stream().filter(constraints::allow).forEach(this::begin);
        for (int from = 1; from <= states.size(); from++) {
            visit(from);
        }
        return found();
    }

    /**
     * The states of a behaviour, and those that one step from them leads to.
     *
     * @param loopsTo number of the state that follows the last one, if it goes on for ever
     */
    GraphCheck.Found along(List<SpecState> behaviour, OptionalInt loopsTo) {
        List<Integer> way = new ArrayList<>();
        begin(behaviour.get(0));
        behaviour.forEach(state -> way.add(reach(state, 0)));
        loopsTo.ifPresent(to -> way.add(way.get(to - 1)));
        path = List.copyOf(way);
        isLasso = loopsTo.isPresent();
        int visited = states.size();
        for (int from = 1; from <= visited; from++) {
            visit(from);
        }
        if (isLasso) {
            lead(way.get(way.size() - 2), way.get(way.size() - 1));
        }
        isWhole = states.size() == visited;
        return found();
    }

    private void begin(SpecState state) {
        int number = reach(state, 0);
        if (number > 0) {
            marks.get(number - 1).add(Mark.INITIAL);
            long broken = spec.broken(Optional.empty(), state);
            judge(number, names(broken, claim -> true), 0);
        }
    }

    /** A behaviour may stay for ever where it is, though the spec has no step that does. */
    private void lead(int from, int to) {
        if (from == to) {
            edge(from, to).actions().putIfAbsent("nothing happens any more", 1L);
        }
    }

    private GraphCheck.Found found() {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            List<String> text = StateGraph.text(states.get(i).values());
            nodes.add(new Node(i + 1, text, 1, shown(states.get(i)), marks.get(i), violated.get(i)));
        }
        List<SortedMap<String, TlaValue>> values =
                states.stream().map(SpecState::values).toList();
        StateGraph graph = new StateGraph(spec.module(), nodes, List.copyOf(edges.values()), isWhole, path, isLasso);
        return new GraphCheck.Found(graph, values);
    }

    /** The number of a state; 0 if there are too many. */
    private int reach(SpecState state, int from) {
        Integer known = numbers.get(state.fingerprint());
        if (known != null) {
            return known;
        } else if (states.size() >= statesMax) {
            isWhole = false;
            return 0;
        }
        states.add(state);
        reachedFrom.add(from);
        marks.add(new TreeSet<>());
        violated.add(new TreeSet<>());
        numbers.put(state.fingerprint(), states.size());
        return states.size();
    }

    private void visit(int from) {
        SpecState before = states.get(from - 1);
        List<Successor> steps = spec.successors(before);
        for (Successor step : steps) {
            if (isInModel(step.state()) && constraints.allow(before, step.state())) {
                take(from, before, step);
            }
        }
        if (steps.isEmpty()) {
            marks.get(from - 1).add(config.checksDeadlock() ? Mark.DEADLOCKED : Mark.FINAL);
            if (config.checksDeadlock()) {
                isWrong(from, 0);
            }
        }
    }

    /** The last state of a counterexample may be one that the model's constraints leave out. */
    private boolean isInModel(SpecState state) {
        return numbers.containsKey(state.fingerprint()) || constraints.allow(state);
    }

    private void take(int from, SpecState before, Successor step) {
        int to = reach(step.state(), from);
        if (to == 0) {
            return;
        }
        Edge edge = edge(from, to);
        edge.actions().put(step.action().toString(), 1L);
        if (isShown(before, step)) {
            edge.shown().put(step.action().toString(), 1L);
        }
        long broken = spec.broken(Optional.of(before), step.state());
        edge.violated().addAll(names(broken, Claim::isOfSteps));
        if (!edge.violated().isEmpty()) {
            isWrong(to, from);
        }
        judge(to, names(broken, claim -> !claim.isOfSteps()), from);
    }

    private Edge edge(int from, int to) {
        return edges.computeIfAbsent(
                List.of(from, to), key -> new Edge(from, to, new TreeMap<>(), new TreeMap<>(), new TreeSet<>()));
    }

    private void judge(int number, SortedSet<String> broken, int from) {
        if (!broken.isEmpty()) {
            marks.get(number - 1).add(Mark.VIOLATING);
            violated.get(number - 1).addAll(broken);
            isWrong(number, from);
        }
    }

    private OptionalLong shown(SpecState state) {
        return shown.isPresent() ? OptionalLong.of(shown.get().has(state) ? 1 : 0) : OptionalLong.empty();
    }

    private boolean isShown(SpecState before, Successor step) {
        Transition transition = new Transition(
                before.fingerprint(), step.state().fingerprint(), step.action().name());
        return shown.map(traces -> traces.has(transition)).orElse(false);
    }

    private SortedSet<String> names(long broken, Predicate<Claim> which) {
        SortedSet<String> names = new TreeSet<>();
        for (int i = 0; i < claims.size(); i++) {
            if ((broken & (1L << i)) != 0 && which.test(claims.get(i))) {
                names.add(claims.get(i).name());
            }
        }
        return names;
    }

    /** What is found first has a shortest way to it. A step that is wrong need not be the one that found its end. */
    private void isWrong(int number, int by) {
        if (path.isEmpty()) {
            List<Integer> back = new ArrayList<>(List.of(number));
            int next = by == 0 ? reachedFrom.get(number - 1) : by;
            while (next > 0) {
                back.add(0, next);
                next = reachedFrom.get(next - 1);
            }
            path = List.copyOf(back);
        }
    }
}
