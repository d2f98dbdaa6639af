package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.Steps;
import dev.plumb.kernel.api.Successor;
import dev.plumb.kernel.internal.Candidates.Candidate;
import dev.plumb.kernel.internal.Observed.OnVariable;
import dev.plumb.traces.Difference;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tlc2.tool.TLCState;
import tlc2.value.impl.Value;

/**
 * The steps that an event allows from a state. What determines a variable is bound before the action is evaluated, so
 * that TLC compares instead of enumerating; the rest is compared afterwards.
 */
final class Stepper {
    /** More than the instances of actions of most models; an action with numbers as arguments may have more. */
    private static final int CANDIDATES_KEPT = 10_000;

    private final Evaluator evaluator;
    private final NextTree tree;
    private final ActionInstance stuttering;
    private final Map<Wanted, Candidates> candidatesOf = new HashMap<>();

    Stepper(Evaluator evaluator, NextTree tree, ActionInstance stuttering) {
        this.evaluator = evaluator;
        this.tree = tree;
        this.stuttering = stuttering;
    }

    Steps steps(TlcState from) {
        Candidates candidates = Candidates.in(from.state(), tree, evaluator);
        Collector collector = new Collector(candidates);
        for (Candidate candidate : candidates.found()) {
            try {
                collector.addAll(candidate, successors(candidate, from));
            } catch (Evaluator.Failure e) {
                collector.error(candidate, e);
            }
        }
        return collector.steps();
    }

    /** All steps; it is a problem if one cannot be evaluated. */
    List<Successor> successors(TlcState from, Failures failures) {
        Candidates candidates = Candidates.in(from.state(), tree, evaluator);
        candidates.unknown().stream().findFirst().ifPresent(part -> {
            throw failures.of(part);
        });
        List<Successor> successors = new ArrayList<>();
        for (Candidate candidate : candidates.found()) {
            try {
                successors(candidate, from).forEach(to -> successors.add(new Successor(candidate::instance, to)));
            } catch (Evaluator.Failure failure) {
                throw failures.of(candidate, failure, from);
            }
        }
        return successors;
    }

    Steps steps(TlcState from, Observed observed) {
        if (!differences(from, Optional.empty(), observed.before()).isEmpty()) {
            return new Steps(List.of(), List.of());
        }
        Collector collector = collect(from, observed, Expected.after(from, observed.state()));
        if (observed.wanted().action().isEmpty()
                && differences(from, Optional.of(from), observed.state()).isEmpty()) {
            collector.successors.add(new Successor(stuttering, from));
        }
        return collector.steps();
    }

    /** The steps of an event's action that lead to what is expected, whatever else it says. */
    Steps steps(TlcState from, Observed observed, Expected expected) {
        return collect(from, observed, expected).steps();
    }

    private Collector collect(TlcState from, Observed observed, Expected expected) {
        Candidates candidates = candidates(from, observed);
        Collector collector = new Collector(candidates);
        for (Candidate candidate : candidates.found()) {
            try {
                collector.addAll(candidate, matching(candidate, from, expected));
            } catch (Evaluator.Failure e) {
                collector.error(candidate, e);
            }
        }
        return collector;
    }

    /** In most specs an event's action and arguments alone say what the candidates are; then they are looked up. */
    private Candidates candidates(TlcState from, Observed observed) {
        Candidates known = candidatesOf.get(observed.wanted());
        if (known != null) {
            return known;
        }
        Candidates candidates = Candidates.in(from.state(), tree, evaluator, observed.wanted());
        if (!candidates.dependsOnState() && candidatesOf.size() < CANDIDATES_KEPT) {
            candidatesOf.put(observed.wanted(), candidates);
        }
        return candidates;
    }

    List<TlcState> successors(Candidate candidate, TlcState from) throws Evaluator.Failure {
        return evaluator.successors(candidate.action(), from.state(), TLCState.Empty.createEmpty());
    }

    List<TlcState> matching(Candidate candidate, TlcState from, Expected expected) throws Evaluator.Failure {
        try {
            List<TlcState> found = evaluator.successors(candidate.action(), from.state(), expected.fresh());
            return agreeing(found, expected.before(), expected.undetermined());
        } catch (Evaluator.Failure e) {
            // TLC does not compare a number with a string; we do, and for us they are merely different.
            return agreeing(successors(candidate, from), expected.before(), expected.all());
        }
    }

    private static List<TlcState> agreeing(List<TlcState> found, TlcState before, List<OnVariable> observations) {
        if (observations.isEmpty()) {
            return found;
        }
        return found.stream()
                .filter(state ->
                        differences(state, Optional.of(before), observations).isEmpty())
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

    /**
     * The state after an event as far as the observations determine it, and those that do not.
     *
     * @param before the state before the event
     */
    record Expected(TlcState before, List<OnVariable> all, TLCState bound, List<OnVariable> undetermined) {
        static Expected after(TlcState before, List<OnVariable> all) {
            TLCState bound = TLCState.Empty.createEmpty();
            List<OnVariable> undetermined = new ArrayList<>();
            for (OnVariable on : all) {
                Optional<Value> value = on.determined(before);
                if (value.isPresent()) {
                    bound.bind(on.variable(), value.get());
                } else {
                    undetermined.add(on);
                }
            }
            return new Expected(before, all, bound, undetermined);
        }

        /** What TLC is to complete, and may do so in place unless nothing is left to complete. */
        TLCState fresh() {
            return bound.allAssigned() ? bound : bound.copy();
        }
    }

    /** What a loop over candidates brings together. */
    private static final class Collector {
        private final List<Successor> successors = new ArrayList<>();
        private final List<String> errors = new ArrayList<>();

        Collector(Candidates candidates) {
            candidates.unknown().forEach(unknown -> errors.add(unknown.place() + ": " + unknown.message()));
        }

        void addAll(Candidate candidate, List<TlcState> states) {
            if (!states.isEmpty()) {
                states.forEach(state -> successors.add(new Successor(candidate::instance, state)));
            }
        }

        void error(Candidate candidate, Evaluator.Failure failure) {
            errors.add(candidate.instance() + ": " + failure.what());
        }

        Steps steps() {
            return new Steps(List.copyOf(successors), List.copyOf(errors));
        }
    }

    static ActionInstance stutteringOf(ActionInstance next) {
        return new ActionInstance("stuttering", new LinkedHashMap<>(), next.definition());
    }
}
