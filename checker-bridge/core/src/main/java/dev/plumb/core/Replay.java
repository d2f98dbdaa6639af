package dev.plumb.core;

import dev.plumb.core.Behaviour.Lanes;
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
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Seen seen;

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
        return behaviour(printed, actions, seen().lanes());
    }

    /** The lanes that were found, and what they were found by. */
    private record Seen(Oracle oracle, Annotation annotation, SpaceTime lanes) {}

    private Seen seen() {
        if (seen == null) {
            Oracle oracle = new SpecOracle(spec, states, actions);
            Annotation annotation = annotation();
            seen = new Seen(oracle, annotation, SpaceTime.of(run(printed, actions), oracle, annotation));
        }
        return seen;
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

    /** Without the steps that have nothing to do with what is wrong; empty if only an infinite behaviour shows that. */
    Optional<Shortened> shortened(Outcome told, Config config) {
        return tried(told, breach -> {
            Shortening shortening = new Shortening(spec, new Constraints(spec, config), breach);
            StatePath path = shortening.of(new StatePath(states, actions));
            String inWords = Length.inWords(states.size(), path.size(), shortening.isMinimal());
            return new Shortened(new Replay(spec, asPrinted(path)), inWords);
        });
    }

    /** With the steps of each lane brought together; empty if only an infinite behaviour shows what is wrong. */
    Optional<Replay> calmed(Behaviour behaviour, Outcome told, Config config) {
        if (behaviour.lanes().isEmpty()) {
            return Optional.empty();
        }
        return tried(told, breach -> {
            Calming calming = new Calming(spec, new Constraints(spec, config), breach);
            return new Replay(spec, asPrinted(calming.of(new StatePath(states, actions), lanes(behaviour))));
        });
    }

    /** Empty too if the spec cannot be asked for other steps than those that were found: then these are shown. */
    private <T> Optional<T> tried(Outcome told, Function<Breach, T> change) {
        try {
            return breach(told).map(change);
        } catch (Problem unaskable) {
            return Optional.empty();
        }
    }

    /** How often the process changes. */
    static int changes(Behaviour behaviour) {
        return Calming.changes(lanes(behaviour));
    }

    private static List<String> lanes(Behaviour behaviour) {
        return behaviour.steps().stream().map(step -> step.lane().orElse("")).toList();
    }

    /** What steps that are left out or exchanged must keep. */
    private Optional<Breach> breach(Outcome told) {
        boolean areKnown = actions.stream().skip(1).allMatch(Optional::isPresent);
        return areKnown ? Breach.of(spec, told) : Optional.empty();
    }

    private static PrintedBehaviour asPrinted(StatePath path) {
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
        return new Explanation(spec, new StatePath(states, actions), printed.loopsTo()).of(confirmed);
    }

    /** The behaviour as TLC printed it, where it cannot be replayed. */
    static Behaviour asPrinted(PrintedBehaviour printed) {
        List<Optional<ActionInstance>> unknown =
                Collections.nCopies(printed.states().size(), Optional.empty());
        return behaviour(printed, unknown, SpaceTime.of(run(printed, unknown), Oracle.NONE, Annotation.NONE));
    }

    /** The behaviour, with the other lanes that it may be seen in. */
    Behaviour orByOtherLanes(Behaviour behaviour) {
        List<SpaceTime> others = seen().lanes().others(seen().oracle(), seen().annotation());
        return behaviour.orBy(others.stream().map(this::lanes).toList());
    }

    private Lanes lanes(SpaceTime other) {
        List<Optional<String>> owners =
                IntStream.range(0, states.size()).mapToObj(other::owner).toList();
        return new Lanes(other.names(), other.chosenBy(), owners, other.messages(), other.incidents());
    }

    private static Behaviour behaviour(
            PrintedBehaviour printed, List<Optional<ActionInstance>> actions, SpaceTime lanes) {
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
        Breach.of(spec, told).filter(breach -> !isAtEnd(breach)).ifPresent(breach -> warnings.add(unconfirmed(told)));
        if (told instanceof Violates violates && violates.kind() == PropertyKind.TEMPORAL) {
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

    private boolean isAtEnd(Breach breach) {
        int last = states.size() - 1;
        Optional<SpecState> before = last > 0 ? Optional.of(states.get(last - 1)) : Optional.empty();
        return breach.isAt(before, states.get(last));
    }

    private static String unconfirmed(Outcome told) {
        if (!(told instanceof Violates violates)) {
            return "TLC says that no step follows the last state; replayed, one does.";
        }
        String what = violates.kind() == PropertyKind.INVARIANT ? "state" : "step";
        return "TLC says that the last " + what + " violates " + violates.name() + "; replayed, it does not.";
    }
}
