package dev.plumb.core;

import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Explains the behaviour that was found for a run: what it violates, why its last steps could be taken, and what else could
 * have been; of one that leaves the spec, in the state in which it does so.
 */
final class TraceExplanation {
    /** What is looked up of a trace is its end; what stands before it has its values in the states. */
    private static final int MOMENTS_MAX = 20;

    /** Of a longer behaviour no property is opened that is about all of it. */
    private static final int STATES_MAX = 1_000;

    private final LoadedSpec spec;

    TraceExplanation(LoadedSpec spec) {
        this.spec = spec;
    }

    RunResult of(RunResult run) {
        return new RunResult(
                run.name(),
                run.events(),
                run.matched(),
                run.states(),
                run.outcome(),
                run.behaviour().map(behaviour -> explained(behaviour, run.outcome())),
                run.judged(),
                run.divergence());
    }

    /** What TLC cannot evaluate stays unexplained: the verdict stands without it. */
    private Behaviour explained(Behaviour behaviour, Outcome outcome) {
        try {
            return behaviour.with(explanation(behaviour).of(outcome));
        } catch (Problem unknown) {
            return behaviour;
        }
    }

    private Explanation explanation(Behaviour behaviour) {
        List<Step> steps =
                behaviour.steps().stream().filter(step -> !step.forbidden()).toList();
        List<Step> shown = steps.subList(Math.max(0, steps.size() - STATES_MAX), steps.size());
        List<SpecState> states =
                shown.stream().map(step -> spec.state(step.state())).toList();
        List<Optional<ActionInstance>> actions = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            boolean isTold = i > 0 && shown.size() - i <= MOMENTS_MAX;
            actions.add(isTold ? taken(states.get(i - 1), states.get(i), shown.get(i)) : Optional.empty());
        }
        StatePath path = new StatePath(states, actions, shown.get(0).number());
        return new Explanation(spec, path, OptionalInt.empty(), MOMENTS_MAX);
    }

    /** Empty for a step that is several of the spec's, and for one that changes nothing. */
    private Optional<ActionInstance> taken(SpecState from, SpecState to, Step as) {
        return spec.steps(from).successors().stream()
                .filter(successor -> successor.state().fingerprint() == to.fingerprint())
                .map(Successor::action)
                .filter(action -> as.action().equals(Optional.of(action.toString())))
                .findFirst();
    }
}
