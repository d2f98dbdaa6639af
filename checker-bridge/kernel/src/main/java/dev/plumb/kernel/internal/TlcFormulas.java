package dev.plumb.kernel.internal;

import dev.plumb.kernel.KernelProblems;
import dev.plumb.kernel.api.Formulas;
import dev.plumb.kernel.api.Lasso;
import dev.plumb.kernel.api.Level;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SymbolNode;
import tlc2.tool.Action;
import tlc2.tool.TLCState;
import tlc2.util.Context;
import tlc2.util.Vect;
import tlc2.value.impl.Value;
import util.UniqueString;

/** The formulas of a spec in TLC's evaluator. */
final class TlcFormulas implements Formulas {
    private final String module;
    private final ModuleNode root;
    private final Evaluator evaluator;
    private final SourceText source;
    private final Map<OpDefNode, Boolean> asksTheRun = new HashMap<>();

    TlcFormulas(String module, Evaluator evaluator, SourceText source) {
        this.module = module;
        this.root = evaluator.tool().getSpecProcessor().getRootModule();
        this.evaluator = evaluator;
        this.source = source;
    }

    @Override
    public boolean defines(String name) {
        return root.getOpDef(UniqueString.uniqueStringOf(name)) != null;
    }

    @Override
    public Level level(String name) {
        return switch (definition(name).getLevel()) {
            case LevelConstants.ConstantLevel -> Level.CONSTANT;
            case LevelConstants.VariableLevel -> Level.STATE;
            case LevelConstants.ActionLevel -> Level.STEP;
            default -> Level.BEHAVIOUR;
        };
    }

    @Override
    public TlaValue value(String name, List<SpecState> states) {
        OpDefNode definition = definition(name);
        if (asksTheRun.computeIfAbsent(definition, asked -> asksTheRun(body(asked), new HashSet<>()))) {
            throw KernelProblems.doesNotEvaluate(name, "TLCGet tells of a run of TLC, and this is none.");
        }
        try {
            Value value = evaluator.tool().lookup(definition, Context.Empty, false) instanceof Value constant
                    ? constant
                    : evaluator.eval(body(definition), Context.Empty, state(states, 0), state(states, 1));
            return Values.shown(value)
                    .orElseThrow(() -> KernelProblems.doesNotEvaluate(
                            name, "its value is infinite, or has too many elements to show."));
        } catch (Evaluator.Failure e) {
            throw KernelProblems.doesNotEvaluate(name, e.what());
        }
    }

    /** TLC would answer, but as if every state were the first. */
    private static boolean asksTheRun(@Nullable SemanticNode node, Set<SemanticNode> seen) {
        if (node == null || !seen.add(node)) {
            return false;
        } else if (node instanceof OpApplNode application) {
            SymbolNode operator = application.getOperator();
            if (operator.getName().toString().equals("TLCGet")
                    || (operator instanceof OpDefNode definition && asksTheRun(definition.getBody(), seen))) {
                return true;
            }
        }
        return Children.of(node).stream().anyMatch(child -> asksTheRun(child, seen));
    }

    private static TLCState state(List<SpecState> states, int index) {
        return index < states.size() ? ((TlcState) states.get(index)).state() : TLCState.Empty;
    }

    boolean holds(String predicate, TlcState state) {
        try {
            return evaluator.isTrue(body(definition(predicate)), Context.Empty, state.state());
        } catch (Evaluator.Failure e) {
            throw KernelProblems.doesNotEvaluate(predicate, e.what());
        }
    }

    @Override
    public boolean holds(String property, Lasso behaviour) {
        try {
            return new TemporalFormulas(evaluator, source, behaviour).isTrue(body(definition(property)), Context.Empty);
        } catch (Evaluator.Failure e) {
            throw KernelProblems.doesNotEvaluate(property, e.what());
        }
    }

    @Override
    public boolean isInitial(SpecState state) {
        Vect<Action> conjuncts = evaluator.tool().getInitStateSpec();
        try {
            boolean holds = true;
            for (int i = 0; holds && i < conjuncts.size(); i++) {
                Action conjunct = conjuncts.elementAt(i);
                holds = evaluator.isTrue(conjunct.pred, conjunct.con, ((TlcState) state).state());
            }
            return holds;
        } catch (Evaluator.Failure e) {
            throw KernelProblems.doesNotEvaluate("Init of " + module, e.what());
        }
    }

    @Override
    public List<String> violatedFairness(Lasso behaviour) {
        TemporalFormulas formulas = new TemporalFormulas(evaluator, source, behaviour);
        List<String> violated = new ArrayList<>();
        try {
            for (Action condition : evaluator.tool().getTemporals()) {
                if (!formulas.isTrue(condition.pred, condition.con)) {
                    violated.add(source.line(condition.pred));
                }
            }
            return violated;
        } catch (Evaluator.Failure e) {
            throw KernelProblems.doesNotEvaluate("the fairness of " + module, e.what());
        }
    }

    /**
     * What an operator without parameters is defined as.
     *
     * @throws dev.plumb.traces.Problem if there is none of that name
     */
    ExprNode body(String name) {
        return body(definition(name));
    }

    private OpDefNode definition(String name) {
        OpDefNode definition = root.getOpDef(UniqueString.uniqueStringOf(name));
        if (definition == null) {
            throw KernelProblems.notDefined(module, name);
        }
        return definition;
    }

    /** A cfg may put another definition in the place of one. */
    private ExprNode body(OpDefNode definition) {
        return evaluator.tool().lookup(definition, Context.Empty, false) instanceof OpDefNode other
                ? other.getBody()
                : definition.getBody();
    }
}
