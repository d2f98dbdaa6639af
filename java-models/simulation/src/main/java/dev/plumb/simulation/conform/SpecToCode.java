package dev.plumb.simulation.conform;

import dev.plumb.core.CoveringPaths.Behaviour;
import dev.plumb.core.RefinementCheck;
import dev.plumb.core.Seen;
import dev.plumb.core.SpecGraph;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.refinement.Abstraction;
import dev.plumb.refinement.TransitionSystem;
import dev.plumb.simulation.drive.SimulationProblems;
import dev.plumb.simulation.explore.StepFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Drives behaviours of the specification into the code: for each step of the specification the code takes one that leads to the
 * same abstract state, after as many as it likes that change nothing there. All states that the code can be in are carried
 * along.
 *
 * @param <S> a state of the code
 */
public final class SpecToCode<S> {
    private final TransitionSystem<S> system;
    private final ToLongFunction<S> fingerprint;
    private final Abstraction<S> abstraction;
    private final RefinementCheck check;
    /** By the fingerprints of states that were come to. */
    private final Map<Long, List<Reached<S>>> steps = new HashMap<>();

    /** A state of the code, by itself and as seen by the specification. */
    private record Reached<S>(S state, long print, Seen inSpec) {}

    /**
     * Where the code does not come along.
     *
     * @param step number of the action that it has no step for, counted from 1; 0 if it does not even begin there
     */
    public record Stuck(Behaviour behaviour, int step) {
        public boolean isAtStart() {
            return step == 0;
        }

        public String action() {
            return isAtStart() ? "Init" : behaviour.actions().get(step - 1);
        }
    }

    public SpecToCode(
            TransitionSystem<S> system,
            ToLongFunction<S> fingerprint,
            Abstraction<S> abstraction,
            RefinementCheck check) {
        this.system = system;
        this.fingerprint = fingerprint;
        this.abstraction = abstraction;
        this.check = check;
    }

    /** Follows a behaviour; empty if the code comes along to its end. */
    public Optional<Stuck> follow(SpecGraph graph, Behaviour behaviour) {
        List<SpecState> states =
                behaviour.states().stream().map(graph.states()::get).toList();
        List<Reached<S>> initial =
                system.initialStates().stream().map(this::reached).toList();
        Collection<Reached<S>> at = those(initial, states.get(0));
        for (int step = 0; step <= behaviour.actions().size(); step++) {
            if (at.isEmpty()) {
                return Optional.of(new Stuck(behaviour, step));
            } else if (step < behaviour.actions().size()) {
                at = next(whileNothingChanges(at, states.get(step)), states.get(step + 1));
            }
        }
        return Optional.empty();
    }

    private Collection<Reached<S>> whileNothingChanges(Collection<Reached<S>> from, SpecState inSpec) {
        Map<Long, Reached<S>> all = new LinkedHashMap<>();
        Deque<Reached<S>> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Reached<S> state = open.remove();
            if (all.putIfAbsent(state.print(), state) == null) {
                open.addAll(those(steps(state), inSpec));
            }
        }
        return all.values();
    }

    /** What the code may be in once the specification is there; where it does not see that, it may as well stay. */
    private Collection<Reached<S>> next(Collection<Reached<S>> from, SpecState inSpec) {
        Map<Long, Reached<S>> all = new LinkedHashMap<>();
        those(from, inSpec).forEach(stays -> all.put(stays.print(), stays));
        from.forEach(state -> those(steps(state), inSpec).forEach(to -> all.put(to.print(), to)));
        return all.values();
    }

    private List<Reached<S>> those(Collection<Reached<S>> states, SpecState inSpec) {
        return states.stream()
                .filter(state -> check.fits(inSpec, state.inSpec()))
                .toList();
    }

    private List<Reached<S>> steps(Reached<S> from) {
        List<Reached<S>> known = steps.get(from.print());
        if (known == null) {
            known = new ArrayList<>();
            List<Reached<S>> found = known;
            try {
                system.steps(from.state(), (action, to) -> found.add(reached(to)));
            } catch (StepFailure failure) {
                throw SimulationProblems.handlerThrows(failure);
            }
            steps.put(from.print(), known);
        }
        return known;
    }

    private Reached<S> reached(S state) {
        return new Reached<>(state, fingerprint.applyAsLong(state), check.seen(abstraction.of(state)));
    }
}
