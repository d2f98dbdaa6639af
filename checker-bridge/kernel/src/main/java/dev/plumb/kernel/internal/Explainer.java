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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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
        Candidates candidates = Candidates.in(from.state(), tree, evaluator, observed.wanted());
        List<WhyNot> reasons = new ArrayList<>();
        candidates.found().forEach(candidate -> reasons.add(reason(candidate, from, before, observed)));
        candidates.excluded().forEach(excluded -> reasons.add(outOfBounds(excluded, from, wanted(observed))));
        candidates.unknown().forEach(unknown -> reasons.add(error(unknown)));
        if (reasons.isEmpty()) {
            candidates.otherwise().forEach(call -> reasons.add(neverWith(call, observed)));
        }
        reasons.sort(Comparator.comparingInt(Explainer::distance));
        return reasons;
    }

    /** Why instances of Next cannot be taken: an answer for each. */
    List<WhyNot> disabled(TlcState from) {
        Candidates candidates = Candidates.in(from.state(), tree, evaluator);
        Map<String, WhyNot> reasons = new LinkedHashMap<>();
        Set<String> enabled = new HashSet<>();
        for (Candidate candidate : candidates.found()) {
            Optional<WhyNot> reason = disabled(candidate, from);
            String name = candidate.instance().toString();
            reason.ifPresentOrElse(
                    why -> reasons.merge(name, why, (one, other) -> distance(one) <= distance(other) ? one : other),
                    () -> enabled.add(name));
        }
        reasons.keySet().removeAll(enabled);
        List<WhyNot> all = new ArrayList<>(reasons.values());
        for (Excluded excluded : candidates.excluded()) {
            innermost(excluded.names()).forEach(action -> all.add(outOfBounds(excluded, from, action)));
        }
        candidates.unknown().forEach(unknown -> all.add(error(unknown)));
        all.sort(Comparator.comparingInt(Explainer::distance));
        return all;
    }

    /** Empty if it can be taken. */
    private Optional<WhyNot> disabled(Candidate candidate, TlcState from) {
        try {
            if (!stepper.successors(candidate, from).isEmpty()) {
                return Optional.empty();
            }
        } catch (Evaluator.Failure e) {
            return Optional.of(new WhyNot.EvaluationError(
                    candidate.instance(), Places.of(candidate.expression()) + ": " + e.what()));
        }
        return Optional.of(falseConjunct(candidate, from)
                .filter(WhyNot.FalseConjunct.class::isInstance)
                .orElseGet(() -> noNextState(candidate, candidate.instance())));
    }

    /** Of the operators below a quantifier, those around no other. */
    private List<ActionInstance> innermost(Set<String> names) {
        return names.stream()
                .flatMap(name -> tree.find(name).stream())
                .filter(signature -> !signature.disjuncts().isEmpty())
                .map(signature -> new ActionInstance(signature.name(), new LinkedHashMap<>(), signature.definition()))
                .toList();
    }

    private WhyNot error(Candidates.Unknown unknown) {
        return new WhyNot.EvaluationError(next, unknown.place() + ": " + unknown.message());
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
        Optional<WhyNot> firstFalse = falseConjunct(candidate, from);
        return firstFalse
                .filter(WhyNot.FalseConjunct.class::isInstance)
                .orElseGet(() -> endsElsewhere(candidate, action, from, eventBefore, observed, firstFalse));
    }

    /** The first that is FALSE in the state, and among how many; or why that is not known. */
    private Optional<WhyNot> falseConjunct(Candidate candidate, TlcState from) {
        FirstFalse conjuncts = new FirstFalse(evaluator, source, candidate.instance(), from.state());
        return conjuncts
                .in(candidate.expression(), candidate.context())
                .map(reason -> reason instanceof WhyNot.FalseConjunct no
                        ? no.among(Math.max(1, conjuncts.broken(candidate.expression(), candidate.context())))
                        : reason);
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
        SortedMap<String, String> shown =
                new TreeMap<>(new ShownValues(evaluator, source, from.state(), Optional.empty())
                        .in(excluded.bound().domain(), excluded.context()));
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
        return observed.wanted()
                .action()
                .flatMap(tree::find)
                .map(signature -> wanted(signature, observed))
                .orElse(next);
    }

    private static ActionInstance wanted(ActionSignature signature, Observed observed) {
        LinkedHashMap<String, TlaValue> arguments = new LinkedHashMap<>();
        for (int i = 0; i < signature.parameters().size(); i++) {
            TlaValue value = observed.wanted().arguments().get(i);
            if (value != null) {
                arguments.put(signature.parameters().get(i), value);
            }
        }
        return new ActionInstance(signature.name(), arguments, signature.definition());
    }
}
