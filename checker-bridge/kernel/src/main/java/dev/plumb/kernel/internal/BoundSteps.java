package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.Steps;
import dev.plumb.kernel.api.Successor;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.kernel.internal.Candidates.Candidate;
import dev.plumb.kernel.internal.Candidates.Taken;
import dev.plumb.kernel.internal.Observed.Applied;
import dev.plumb.kernel.internal.Stepper.Expected;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The steps of events that a binding explains: those that its operator allows and that the spec does, too, or that change
 * nothing. So a binding can say which step of the spec an event is, but it cannot make one.
 */
final class BoundSteps {

    /** Steps that explain the first so many operators of an event, and the state that they lead to. */
    private record Way(TlcState end, List<Successor> steps) {
        Way then(Successor step) {
            List<Successor> further = new ArrayList<>(steps);
            further.add(step);
            return new Way((TlcState) step.state(), further);
        }

        Successor successor() {
            Successor last = steps.get(steps.size() - 1);
            return new Successor(last.by(), last.state(), steps.subList(0, steps.size() - 1));
        }
    }

    private final Evaluator evaluator;
    private final NextTree tree;
    private final EventNames names;
    private final Stepper stepper;
    private final Explainer explainer;
    private final ActionInstance next;

    BoundSteps(
            Evaluator evaluator,
            NextTree tree,
            EventNames names,
            Stepper stepper,
            Explainer explainer,
            ActionInstance next) {
        this.evaluator = evaluator;
        this.tree = tree;
        this.names = names;
        this.stepper = stepper;
        this.explainer = explainer;
        this.next = next;
    }

    Steps steps(TlcState from, Observed observed) {
        List<String> errors = new ArrayList<>();
        if (!Stepper.differences(from, Optional.empty(), observed.before()).isEmpty()) {
            return new Steps(List.of(), errors);
        }
        List<Way> ways = List.of(new Way(from, List.of()));
        int last = observed.bound().size() - 1;
        for (int i = 0; i <= last; i++) {
            Expected expected = Expected.after(from, i == last ? observed.state() : List.of());
            ways = further(ways, observed.bound().get(i), observed, expected, errors);
        }
        return new Steps(ways.stream().map(Way::successor).toList(), errors);
    }

    private List<Way> further(
            List<Way> ways, Applied bound, Observed observed, Expected expected, List<String> errors) {
        List<Way> further = new ArrayList<>();
        for (Way way : ways) {
            Candidates candidates = candidates(bound, way.end());
            candidates.unknown().forEach(unknown -> errors.add(unknown.place() + ": " + unknown.message()));
            for (Candidate candidate : candidates.found()) {
                steps(candidate, way.end(), observed, expected, errors).forEach(step -> further.add(way.then(step)));
            }
        }
        return further;
    }

    private Candidates candidates(Applied bound, TlcState at) {
        return Candidates.in(at.state(), bound, tree, evaluator);
    }

    private List<Successor> steps(
            Candidate candidate, TlcState at, Observed observed, Expected expected, List<String> errors) {
        Optional<Observed> action = action(candidate, observed);
        if (action.isPresent()) {
            Steps steps = stepper.steps(at, action.get(), expected);
            errors.addAll(steps.errors());
            return steps.successors();
        }
        List<Successor> steps = new ArrayList<>();
        try {
            for (TlcState to : stepper.matching(candidate, at, expected)) {
                stepOfSpec(at, to).ifPresent(by -> steps.add(new Successor(by, to)));
            }
        } catch (Evaluator.Failure e) {
            errors.add(candidate.instance() + ": " + e.what());
        }
        return steps;
    }

    /** Where a candidate is an action of the spec, with arguments that are known, it is found in Next by these. */
    private Optional<Observed> action(Candidate candidate, Observed observed) {
        return candidate
                .operator()
                .filter(taken -> tree.find(taken.call().name()).isPresent())
                .flatMap(taken -> action(taken, observed));
    }

    private Optional<Observed> action(Taken taken, Observed observed) {
        Map<Integer, TlaValue> arguments = new TreeMap<>();
        taken.arguments()
                .forEach((index, value) -> Values.shown(value).ifPresent(shown -> arguments.put(index, shown)));
        String name = taken.call().name();
        return arguments.size() == taken.call().definition().getArity()
                ? Optional.of(observed.as(names.wanted(name, arguments)))
                : Optional.empty();
    }

    /**
     * The step of Next from one state to the other, or the one that changes nothing.
     *
     * @throws Evaluator.Failure if none is found, and one that cannot be evaluated might have been it
     */
    private Optional<Supplier<ActionInstance>> stepOfSpec(TlcState at, TlcState to) throws Evaluator.Failure {
        if (at.fingerprint() == to.fingerprint()) {
            return Optional.of(() -> Stepper.stutteringOf(next));
        }
        Candidates candidates = Candidates.in(at.state(), tree, evaluator);
        Optional<Evaluator.Failure> failure = candidates.unknown().stream()
                .findFirst()
                .map(unknown -> new Evaluator.Failure(unknown.place() + ": " + unknown.message()));
        for (Candidate candidate : candidates.found()) {
            try {
                if (!evaluator
                        .successors(candidate.action(), at.state(), to.state().copy())
                        .isEmpty()) {
                    return Optional.of(candidate::instance);
                }
            } catch (Evaluator.Failure e) {
                failure = Optional.of(e);
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return Optional.empty();
    }

    List<WhyNot> whyNot(TlcState from, Observed observed) {
        List<Applied> steps = observed.bound();
        Expected anything = Expected.after(from, List.of());
        List<Way> ways = List.of(new Way(from, List.of()));
        int failing = 0;
        while (failing < steps.size() - 1) {
            List<Way> further = further(ways, steps.get(failing), observed, anything, new ArrayList<>());
            if (further.isEmpty()) {
                break;
            }
            ways = further;
            failing++;
        }
        Observed seen = observed.of(failing == 0, failing == steps.size() - 1);
        List<WhyNot> reasons = new ArrayList<>();
        for (Way way : ways) {
            reasons.addAll(whyNot(way.end(), from, seen, steps.get(failing)));
        }
        reasons.sort(Comparator.comparingInt(Explainer::distance));
        return reasons;
    }

    private List<WhyNot> whyNot(TlcState at, TlcState from, Observed seen, Applied bound) {
        Candidates candidates = candidates(bound, at);
        ActionInstance operator = bound.instance();
        List<WhyNot> reasons = new ArrayList<>();
        for (Candidate candidate : candidates.found()) {
            action(candidate, seen)
                    .ifPresentOrElse(
                            action -> reasons.addAll(explainer.whyNot(at, from, action)),
                            () -> reasons.add(whyNot(candidate, at, from, seen)));
        }
        candidates.excluded().forEach(excluded -> reasons.add(explainer.outOfBounds(excluded, at, operator)));
        candidates
                .unknown()
                .forEach(unknown ->
                        reasons.add(new WhyNot.EvaluationError(operator, unknown.place() + ": " + unknown.message())));
        return reasons;
    }

    private WhyNot whyNot(Candidate candidate, TlcState at, TlcState from, Observed seen) {
        WhyNot reason = explainer.reason(candidate, at, from, seen);
        if (!(reason instanceof WhyNot.EndsElsewhere)) {
            return reason;
        }
        try {
            List<TlcState> allowed = stepper.successors(candidate, at);
            List<TlcState> ofSpec = new ArrayList<>();
            for (TlcState to : allowed) {
                if (stepOfSpec(at, to).isPresent()) {
                    ofSpec.add(to);
                }
            }
            return ofSpec.isEmpty()
                    ? noStepOfSpec(candidate, at, allowed.get(0))
                    : Explainer.nearest(candidate.instance(), ofSpec, from, seen)
                            .orElse(reason);
        } catch (Evaluator.Failure e) {
            return new WhyNot.EvaluationError(
                    candidate.instance(), Places.of(candidate.expression()) + ": " + e.what());
        }
    }

    /** The operator allows a step that Next does not: what it changes is shown. */
    private WhyNot noStepOfSpec(Candidate candidate, TlcState at, TlcState to) {
        SortedMap<String, TlaValue> before = at.values();
        SortedMap<String, String> changed = new TreeMap<>();
        to.values().forEach((variable, value) -> {
            if (!value.equals(before.get(variable))) {
                changed.put(variable + "'", value.toString());
            }
        });
        return new WhyNot.FalseConjunct(candidate.instance(), next.definition(), next.name(), changed);
    }
}
