package dev.plumb.core;

import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.Outcome.Violates;
import dev.plumb.core.tlc.PrintedBehaviour;
import dev.plumb.core.tlc.TlcRun;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaSyntaxException;
import java.util.List;
import java.util.Optional;

/** What TLC prints of a counterexample, held against the spec, with what the user wants to see beside the variables. */
final class Counterexamples {
    private final Model model;
    private final Config config;
    private final TlcJar jar;
    private final TraceExpressions expressions;
    private final Length length;
    private final List<String> warnings;

    /**
     * What came of it.
     *
     * @param outcome TLC's, but for what the replay contradicts
     */
    record Shown(Outcome outcome, Optional<Behaviour> behaviour) {}

    /** {@code warnings} are added to. */
    Counterexamples(
            Model model,
            Config config,
            TlcJar jar,
            TraceExpressions expressions,
            Length length,
            List<String> warnings) {
        this.model = model;
        this.config = config;
        this.jar = jar;
        this.expressions = expressions;
        this.length = length;
        this.warnings = warnings;
    }

    Shown of(TlcRun run, Outcome outcome) {
        try {
            Optional<Shown> replayed = PrintedBehaviour.of(run).map(printed -> replay(printed, outcome));
            Optional<Behaviour> behaviour = replayed.flatMap(Shown::behaviour).map(expressions::in);
            warnings.addAll(expressions.warnings());
            return new Shown(replayed.map(Shown::outcome).orElse(outcome), behaviour);
        } catch (TlaSyntaxException e) {
            warnings.add("TLC's counterexample cannot be read: " + e.getMessage() + ". It is in TLC's raw output.");
            return new Shown(outcome, Optional.empty());
        }
    }

    /** TLC has found what it found, even if it is of a generation in which the kernel misses a method. */
    private Shown replay(PrintedBehaviour printed, Outcome outcome) {
        try (LoadedSpec spec = load(outcome)) {
            Replay asFound = new Replay(spec, printed);
            Optional<Replay.Shortened> shortened =
                    length.isRandom() ? asFound.shortened(outcome, config) : Optional.empty();
            Calmed calmed = calmed(shortened.map(Replay.Shortened::replay).orElse(asFound), outcome);
            Replay.Confirmed confirmed = calmed.replay().confirm(outcome, config.texts("PROPERTY"));
            warnings.addAll(confirmed.warnings());
            Optional<String> ofThisLength = shortened
                    .map(Replay.Shortened::inWords)
                    .or(() ->
                            length.inWords(confirmed.outcome(), printed.states().size()));
            Explained explained = calmed.replay().explained(confirmed.outcome()).found(ofThisLength, calmed.inWords());
            Behaviour behaviour =
                    calmed.replay().orByOtherLanes(calmed.behaviour().with(explained));
            return new Shown(confirmed.outcome(), Optional.of(behaviour));
        } catch (Problem | LinkageError problem) {
            warnings.add("TLC's counterexample is shown as TLC printed it, for it could not be replayed: "
                    + problem.getMessage());
            return new Shown(outcome, Optional.of(Replay.asPrinted(printed)));
        }
    }

    /** Claims are loaded only where they are asked for: TLC knows more of them than the kernel. */
    private LoadedSpec load(Outcome outcome) {
        KernelModel kernel = new KernelModel(model, config);
        boolean isOfSteps = outcome instanceof Violates violates && violates.kind() == PropertyKind.ACTION_PROPERTY;
        return isOfSteps ? kernel.loadWithClaims(jar) : kernel.load(jar);
    }

    /**
     * What is shown of a counterexample.
     *
     * @param inWords how its steps were brought into another order; empty if they were not
     */
    private record Calmed(Replay replay, Behaviour behaviour, Optional<String> inWords) {}

    /** Lanes are found anew in the other order, so whether it is calmer is seen in the end only. */
    private Calmed calmed(Replay replay, Outcome outcome) {
        Behaviour behaviour = replay.behaviour();
        int changes = Replay.changes(behaviour);
        return replay.calmed(behaviour, outcome, config)
                .map(other -> new Calmed(other, other.behaviour(), Optional.empty()))
                .filter(other -> Replay.changes(other.behaviour()) < changes)
                .map(other -> new Calmed(
                        other.replay(),
                        other.behaviour(),
                        Optional.of(Calming.inWords(changes, Replay.changes(other.behaviour())))))
                .orElseGet(() -> new Calmed(replay, behaviour, Optional.empty()));
    }
}
