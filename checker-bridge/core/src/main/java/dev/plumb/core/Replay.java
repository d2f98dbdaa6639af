package dev.plumb.core;

import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.Outcome.Violates;
import dev.plumb.core.lanes.Annotation;
import dev.plumb.core.lanes.Oracle;
import dev.plumb.core.lanes.Run;
import dev.plumb.core.lanes.Run.Taken;
import dev.plumb.core.lanes.SpaceTime;
import dev.plumb.core.tlc.PrintedBehaviour;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * TLC's counterexample, taken once more in the kernel: each step must be a step of the spec, and the last state, or
 * the whole behaviour, must violate what TLC says that it violates. On the way the steps get the arguments that TLC may not have printed, their
 * lanes and their messages.
 */
final class Replay {
    private final LoadedSpec spec;
    private final PrintedBehaviour printed;
    private final List<Optional<ActionInstance>> actions = new ArrayList<>();
    private final List<SpecState> states = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Replay(LoadedSpec spec, PrintedBehaviour printed) {
        this.spec = spec;
        this.printed = printed;
        printed.states().forEach(state -> states.add(spec.state(state.values())));
        actions.add(Optional.empty());
        for (int i = 1; i < states.size(); i++) {
            actions.add(stepBetween(
                    states.get(i - 1), states.get(i), printed.states().get(i)));
        }
    }

    private Optional<ActionInstance> stepBetween(SpecState from, SpecState to, PrintedBehaviour.State as) {
        List<ActionInstance> steps = spec.steps(from).successors().stream()
                .filter(successor -> successor.state().fingerprint() == to.fingerprint())
                .map(Successor::action)
                .toList();
        String name = as.action().orElse("").replaceAll("\\(.*", "");
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .or(() -> steps.stream().findFirst());
    }

    /** The behaviour with lanes and messages. */
    Behaviour behaviour() {
        return behaviour(printed, actions, new SpecOracle(spec, states, actions), annotation());
    }

    private Annotation annotation() {
        try {
            return LaneDefinitions.of(spec);
        } catch (Problem wrong) {
            warnings.add("The lanes are inferred, because what the model says of them is wrong. " + wrong.text());
            return Annotation.NONE;
        }
    }

    /**
     * A behaviour that is no longer than the one that was replayed, and violates the same.
     *
     * @param inWords how it was made so short
     */
    record Shortened(Replay replay, String inWords) {}

    /** Without the steps that have nothing to do with the violation of an invariant; empty if something else is violated. */
    Optional<Shortened> shortened(Outcome told) {
        boolean areKnown = actions.stream().skip(1).allMatch(Optional::isPresent);
        if (!areKnown || !(told instanceof Violates violates) || violates.kind() != PropertyKind.INVARIANT) {
            return Optional.empty();
        }
        Shortening shortening = new Shortening(spec, state -> !spec.holds(violates.name(), state));
        Shortening.Path path = shortening.of(new Shortening.Path(states, actions));
        String inWords = Length.inWords(states.size(), path.states().size(), shortening.isMinimal());
        return Optional.of(new Shortened(new Replay(spec, asPrinted(path)), inWords));
    }

    private static PrintedBehaviour asPrinted(Shortening.Path path) {
        List<PrintedBehaviour.State> printed = new ArrayList<>();
        for (int i = 0; i < path.states().size(); i++) {
            Optional<ActionInstance> action = path.actions().get(i);
            printed.add(new PrintedBehaviour.State(
                    action.map(ActionInstance::toString),
                    action.map(ActionInstance::definition),
                    path.states().get(i).values()));
        }
        return new PrintedBehaviour(printed, OptionalInt.empty());
    }

    /** Why it is as it is, and violates what it violates. */
    Explained explained(Outcome confirmed) {
        return new Explanation(spec, states, actions, printed.loopsTo()).of(confirmed);
    }

    /** The behaviour as TLC printed it, where it cannot be replayed. */
    static Behaviour asPrinted(PrintedBehaviour printed) {
        return behaviour(
                printed, Collections.nCopies(printed.states().size(), Optional.empty()), Oracle.NONE, Annotation.NONE);
    }

    private static Behaviour behaviour(
            PrintedBehaviour printed, List<Optional<ActionInstance>> actions, Oracle oracle, Annotation annotation) {
        SpaceTime lanes = SpaceTime.of(run(printed, actions), oracle, annotation);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            PrintedBehaviour.State state = printed.states().get(i);
            Optional<ActionInstance> action = actions.get(i);
            steps.add(new Step(
                    i + 1,
                    action.map(ActionInstance::toString).or(state::action),
                    action.map(ActionInstance::definition).or(state::place),
                    Optional.empty(),
                    lanes.owner(i),
                    state.values(),
                    false));
        }
        return new Behaviour(lanes.names(), lanes.chosenBy(), steps, lanes.messages(), printed.loopsTo())
                .befallenBy(lanes.incidents());
    }

    private static Run run(PrintedBehaviour printed, List<Optional<ActionInstance>> actions) {
        List<Taken> taken = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            Optional<String> asPrinted = printed.states().get(i).action();
            taken.add(actions.get(i)
                    .map(action -> new Taken(
                            Optional.of(action.name()),
                            List.copyOf(action.arguments().values())))
                    .orElseGet(() -> new Taken(asPrinted, List.of())));
        }
        return new Run(
                printed.states().stream().map(PrintedBehaviour.State::values).toList(), taken);
    }

    /**
     * What a replay came to.
     *
     * @param outcome what TLC says, with the name of what is violated where TLC does not tell
     * @param warnings what could not be confirmed; nothing, normally
     */
    record Confirmed(Outcome outcome, List<String> warnings) {}

    /**
     * Holds the behaviour against what TLC says of it.
     *
     * @param properties names of the properties that were checked
     */
    Confirmed confirm(Outcome told, List<String> properties) {
        warnings.addAll(unconfirmedSteps());
        Outcome outcome = told;
        if (told instanceof Violates violates && violates.kind() == PropertyKind.INVARIANT) {
            warnings.addAll(unconfirmedInvariant(violates.name()));
        } else if (told instanceof Violates violates && violates.kind() == PropertyKind.TEMPORAL) {
            LassoReplay lasso = new LassoReplay(spec, states, printed.loopsTo());
            outcome = lasso.confirm(violates, properties);
            warnings.addAll(lasso.warnings());
        }
        return new Confirmed(outcome, warnings);
    }

    private List<String> unconfirmedSteps() {
        List<String> warnings = new ArrayList<>();
        if (!spec.formulas().isInitial(states.get(0))) {
            warnings.add("The first state of TLC's counterexample is, replayed, no initial state.");
        }
        for (int i = 1; i < actions.size(); i++) {
            if (actions.get(i).isEmpty()
                    && states.get(i - 1).fingerprint() != states.get(i).fingerprint()) {
                warnings.add("Step " + (i + 1) + " of TLC's counterexample could not be replayed.");
            }
        }
        return warnings;
    }

    private List<String> unconfirmedInvariant(String name) {
        return spec.holds(name, states.get(states.size() - 1))
                ? List.of("TLC says that the last state violates " + name + "; replayed, it does not.")
                : List.of();
    }
}
