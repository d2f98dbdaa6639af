package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.ActionSignature;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.kernel.internal.Candidates.Candidate;
import dev.plumb.kernel.internal.Candidates.Excluded;
import dev.plumb.kernel.internal.NextTree.Call;
import dev.plumb.traces.Difference;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Why an event has no step from a state. Slow and thorough: it runs once a divergence, not once a step. */
final class Explainer {
    private final Evaluator evaluator;
    private final NextTree tree;
    private final Stepper stepper;
    private final SourceText source;
    private final ActionInstance next;

    Explainer(Evaluator evaluator, NextTree tree, Stepper stepper, SourceText source, ActionInstance next) {
        this.evaluator = evaluator;
        this.tree = tree;
        this.stepper = stepper;
        this.source = source;
        this.next = next;
    }

    List<WhyNot> whyNot(TlcState from, Observed observed) {
        return whyNot(from, from, observed);
    }

    /** @param before the state before the event, which may have taken other steps since */
    List<WhyNot> whyNot(TlcState from, TlcState before, Observed observed) {
        Candidates candidates = Candidates.in(from.state(), tree, evaluator, observed);
        List<WhyNot> reasons = new ArrayList<>();
        candidates.found().forEach(candidate -> reasons.add(reason(candidate, from, before, observed)));
        candidates.excluded().forEach(excluded -> reasons.add(outOfBounds(excluded, from, wanted(observed))));
        candidates
                .unknown()
                .forEach(unknown ->
                        reasons.add(new WhyNot.EvaluationError(next, unknown.place() + ": " + unknown.message())));
        if (reasons.isEmpty()) {
            candidates.otherwise().forEach(call -> reasons.add(neverWith(call, observed)));
        }
        reasons.sort(Comparator.comparingInt(Explainer::distance));
        return reasons;
    }

    /** Near is what was enabled and differs in little; far is what was never a candidate. */
    static int distance(WhyNot reason) {
        if (reason instanceof WhyNot.EndsElsewhere ends) {
            return ends.differences().size();
        } else if (reason instanceof WhyNot.StartsElsewhere starts) {
            return starts.differences().size();
        } else if (reason instanceof WhyNot.FalseConjunct conjunct) {
            return 1_000_000 + conjunct.broken();
        } else if (reason instanceof WhyNot.EvaluationError) {
            return 2_000_000;
        }
        return 3_000_000;
    }

    WhyNot reason(Candidate candidate, TlcState from, TlcState eventBefore, Observed observed) {
        ActionInstance action = candidate.instance();
        List<Difference> before = Stepper.differences(from, Optional.empty(), observed.before());
        if (!before.isEmpty()) {
            return new WhyNot.StartsElsewhere(action, before);
        }
        FirstFalse conjuncts = new FirstFalse(evaluator, source, action, from.state());
        Optional<WhyNot> firstFalse = conjuncts.in(candidate.expression(), candidate.context());
        return firstFalse
                .filter(WhyNot.FalseConjunct.class::isInstance)
                .<WhyNot>map(no -> ((WhyNot.FalseConjunct) no)
                        .among(Math.max(1, conjuncts.broken(candidate.expression(), candidate.context()))))
                .orElseGet(() -> endsElsewhere(candidate, action, from, eventBefore, observed, firstFalse));
    }

    /** @param error what could not be evaluated in the state; it counts if TLC cannot evaluate the action either */
    private WhyNot endsElsewhere(
            Candidate candidate,
            ActionInstance action,
            TlcState from,
            TlcState eventBefore,
            Observed observed,
            Optional<WhyNot> error) {
        try {
            return nearest(action, stepper.successors(candidate, from), eventBefore, observed)
                    .orElseGet(() -> noNextState(candidate, action));
        } catch (Evaluator.Failure e) {
            return error.orElseGet(
                    () -> new WhyNot.EvaluationError(action, Places.of(candidate.expression()) + ": " + e.what()));
        }
    }

    /** The one of some states that differs least from what was seen. */
    static Optional<WhyNot> nearest(ActionInstance action, List<TlcState> ends, TlcState before, Observed observed) {
        return ends.stream()
                .map(state -> Stepper.differences(state, Optional.of(before), observed.state()))
                .min(Comparator.comparingInt(List::size))
                .map(differences -> new WhyNot.EndsElsewhere(action, differences));
    }

    /** Every conjunct about the state is TRUE, so one about the next state must be FALSE. */
    private WhyNot noNextState(Candidate candidate, ActionInstance action) {
        return new WhyNot.FalseConjunct(
                action,
                Places.of(candidate.expression()),
                source.line(candidate.expression()),
                Collections.emptySortedMap());
    }

    WhyNot outOfBounds(Excluded excluded, TlcState from, ActionInstance action) {
        FirstFalse values = new FirstFalse(evaluator, source, action, from.state());
        SortedMap<String, String> shown = values.valuesIn(excluded.bound().domain(), excluded.context());
        String variable = excluded.bound().variable().getName().toString();
        excluded.wanted().flatMap(Values::shown).ifPresent(value -> shown.put(variable, value.toString()));
        String text = variable + " \\in " + source.line(excluded.bound().domain());
        return new WhyNot.OutOfBounds(action, Places.of(excluded.bound().domain()), text, shown);
    }

    /** The action is applied in Next, but in this state to no such arguments. */
    private WhyNot neverWith(Call call, Observed observed) {
        return new WhyNot.OutOfBounds(
                wanted(observed),
                Places.of(call.application()),
                source.line(call.application()),
                Collections.emptySortedMap());
    }

    private ActionInstance wanted(Observed observed) {
        return observed.action()
                .flatMap(tree::find)
                .map(signature -> wanted(signature, observed))
                .orElse(next);
    }

    private static ActionInstance wanted(ActionSignature signature, Observed observed) {
        LinkedHashMap<String, TlaValue> arguments = new LinkedHashMap<>();
        for (int i = 0; i < signature.parameters().size(); i++) {
            TlaValue value = observed.wanted().get(i);
            if (value != null) {
                arguments.put(signature.parameters().get(i), value);
            }
        }
        return new ActionInstance(signature.name(), arguments, signature.definition());
    }
}
