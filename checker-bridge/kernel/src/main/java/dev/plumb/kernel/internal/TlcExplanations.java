package dev.plumb.kernel.internal;

import dev.plumb.kernel.KernelProblems;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.Explanations;
import dev.plumb.kernel.api.Lasso;
import dev.plumb.kernel.api.LoopFairness;
import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.kernel.internal.Candidates.Candidate;
import java.util.List;
import java.util.Optional;
import tlc2.tool.TLCState;
import tlc2.util.Context;

/** Explanations by TLC's evaluator. */
final class TlcExplanations implements Explanations {
    private final String module;
    private final Evaluator evaluator;
    private final SourceText source;
    private final NextTree tree;
    private final Stepper stepper;
    private final Explainer explainer;
    private final TlcFormulas formulas;

    TlcExplanations(
            String module,
            Evaluator evaluator,
            SourceText source,
            NextTree tree,
            Stepper stepper,
            Explainer explainer,
            TlcFormulas formulas) {
        this.module = module;
        this.evaluator = evaluator;
        this.source = source;
        this.tree = tree;
        this.stepper = stepper;
        this.explainer = explainer;
        this.formulas = formulas;
    }

    @Override
    public OpenFormula open(String operator, List<SpecState> states) {
        Optional<TLCState> next = states.stream().skip(1).findFirst().map(TlcExplanations::tlc);
        return new StateOpener(evaluator, source, tlc(states.get(0)), next)
                .open(formulas.body(operator), Context.Empty)
                .asDefinitionOf(operator);
    }

    @Override
    public OpenFormula open(String property, Lasso behaviour) {
        return new TemporalOpener(evaluator, source, behaviour)
                .open(formulas.body(property), Context.Empty)
                .asDefinitionOf(property);
    }

    private static TLCState tlc(SpecState state) {
        return ((TlcState) state).state();
    }

    @Override
    public Optional<OpenFormula> open(ActionInstance action, SpecState from, SpecState to) {
        for (Candidate candidate : Candidates.in(tlc(from), tree, evaluator).found()) {
            if (candidate.instance().equals(action) && leadsTo(candidate, from, to)) {
                return Optional.of(new StateOpener(evaluator, source, tlc(from), Optional.of(tlc(to)))
                        .open(candidate.expression(), candidate.context())
                        .called(action.toString()));
            }
        }
        return Optional.empty();
    }

    private boolean leadsTo(Candidate candidate, SpecState from, SpecState to) {
        try {
            return stepper.successors(candidate, (TlcState) from).stream()
                    .anyMatch(state -> state.fingerprint() == to.fingerprint());
        } catch (Evaluator.Failure e) {
            return false;
        }
    }

    @Override
    public List<WhyNot> disabled(SpecState state) {
        return explainer.disabled((TlcState) state);
    }

    @Override
    public List<LoopFairness> fairness(Lasso behaviour) {
        try {
            return new Fairness(evaluator, source, stepper, behaviour).rows();
        } catch (Evaluator.Failure e) {
            throw KernelProblems.doesNotEvaluate("the fairness of " + module, e.what());
        }
    }
}
