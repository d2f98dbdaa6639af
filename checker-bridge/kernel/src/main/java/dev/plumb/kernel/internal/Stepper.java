package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.Steps;
import dev.plumb.kernel.api.Successor;
import dev.plumb.kernel.internal.Candidates.Candidate;
import dev.plumb.kernel.internal.Observed.OnVariable;
import dev.plumb.traces.Difference;
import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tlc2.tool.TLCState;

/**
 * The steps that an event allows from a state. What determines a variable is bound before the action is evaluated, so
 * that TLC compares instead of enumerating; the rest is compared afterwards.
 */
final class Stepper {
    private final Evaluator evaluator;
    private final NextTree tree;
    private final ActionInstance stuttering;

    Stepper(Evaluator evaluator, NextTree tree, ActionInstance stuttering) {
        this.evaluator = evaluator;
        this.tree = tree;
        this.stuttering = stuttering;
    }

    Steps steps(TlcState from) {
        Collector collector = new Collector();
        for (Candidate candidate : Candidates.in(from.state(), tree, evaluator).found()) {
            try {
                collector.addAll(candidate, successors(candidate, from));
            } catch (Evaluator.Failure e) {
                collector.error(candidate, e);
            }
        }
        return collector.steps();
    }

    Steps steps(TlcState from, Observed observed) {
        Collector collector = new Collector();
        if (!differences(from, Optional.empty(), observed.before()).isEmpty()) {
            return collector.steps();
        }
        Candidates candidates = Candidates.in(from.state(), tree, evaluator, observed);
        candidates.unknown().forEach(unknown -> collector.errors.add(unknown.place() + ": " + unknown.message()));
        for (Candidate candidate : candidates.found()) {
            try {
                collector.addAll(candidate, matching(candidate, from, observed));
            } catch (Evaluator.Failure e) {
                collector.error(candidate, e);
            }
        }
        if (observed.action().isEmpty()
                && differences(from, Optional.of(from), observed.state()).isEmpty()) {
            collector.successors.add(new Successor(stuttering, from));
        }
        return collector.steps();
    }

    List<TlcState> successors(Candidate candidate, TlcState from) throws Evaluator.Failure {
        return evaluator.successors(
                candidate.expression(), candidate.context(), from.state(), TLCState.Empty.createEmpty());
    }

    private List<TlcState> matching(Candidate candidate, TlcState from, Observed observed) throws Evaluator.Failure {
        TLCState bound = TLCState.Empty.createEmpty();
        List<OnVariable> undetermined = new ArrayList<>();
        for (OnVariable on : observed.state()) {
            Optional<TlaValue> value = determined(on, from);
            value.ifPresentOrElse(v -> bound.bind(on.variable(), Values.toTlc(v)), () -> undetermined.add(on));
        }
        try {
            List<TlcState> found =
                    evaluator.successors(candidate.expression(), candidate.context(), from.state(), bound);
            return agreeing(found, from, undetermined);
        } catch (Evaluator.Failure e) {
            // TLC does not compare a number with a string; we do, and for us they are merely different.
            return agreeing(successors(candidate, from), from, observed.state());
        }
    }

    private static Optional<TlaValue> determined(OnVariable on, TlcState from) {
        return on.observation() instanceof Observation.Whole whole
                ? Optional.of(whole.value())
                : on.observation().determined(from.value(on.variable()));
    }

    private static List<TlcState> agreeing(List<TlcState> found, TlcState from, List<OnVariable> observations) {
        return found.stream()
                .filter(state ->
                        differences(state, Optional.of(from), observations).isEmpty())
                .toList();
    }

    /** Where a state is not as observed. */
    static List<Difference> differences(TlcState state, Optional<TlcState> before, List<OnVariable> observations) {
        List<Difference> differences = new ArrayList<>();
        for (OnVariable on : observations) {
            Optional<TlaValue> old = before.map(b -> b.value(on.variable()));
            differences.addAll(on.observation().differences(on.variable().toString(), old, state.value(on.variable())));
        }
        return differences;
    }

    /** What a loop over candidates brings together. */
    private static final class Collector {
        private final List<Successor> successors = new ArrayList<>();
        private final List<String> errors = new ArrayList<>();

        void addAll(Candidate candidate, List<TlcState> states) {
            if (!states.isEmpty()) {
                ActionInstance instance = candidate.instance();
                states.forEach(state -> successors.add(new Successor(instance, state)));
            }
        }

        void error(Candidate candidate, Evaluator.Failure failure) {
            errors.add(candidate.instance() + ": " + failure.getMessage());
        }

        Steps steps() {
            return new Steps(successors, errors);
        }
    }

    static ActionInstance stutteringOf(ActionInstance next) {
        return new ActionInstance("stuttering", new LinkedHashMap<>(), next.definition());
    }
}
