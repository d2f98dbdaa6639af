package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.WhyNot;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.Subst;
import tla2sany.semantic.SubstInNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.IContextEnumerator;
import tlc2.tool.TLCState;
import tlc2.tool.ToolGlobals;
import tlc2.util.Context;
import tlc2.value.IValue;

/**
 * Finds the first conjunct of an action that is FALSE in a state. It descends through conjunctions, IF, LET and the
 * definitions of operators, so that the conjunct it names is the innermost one, where it is written.
 */
final class FirstFalse {
    private final Evaluator evaluator;
    private final SourceText source;
    private final ActionInstance action;
    private final TLCState state;

    FirstFalse(Evaluator evaluator, SourceText source, ActionInstance action, TLCState state) {
        this.evaluator = evaluator;
        this.source = source;
        this.action = action;
        this.state = state;
    }

    /** Empty if every conjunct that can be evaluated in the state is TRUE. */
    Optional<WhyNot> in(SemanticNode node, Context context) {
        try {
            return find(node, context);
        } catch (Evaluator.Failure e) {
            return Optional.of(new WhyNot.EvaluationError(
                    action, Places.of(node) + ": " + source.line(node) + ": " + e.getMessage()));
        }
    }

    private Optional<WhyNot> find(SemanticNode node, Context context) throws Evaluator.Failure {
        if (node instanceof LetInNode let) {
            return find(let.getBody(), context);
        } else if (node instanceof LabelNode label) {
            return find(label.getBody(), context);
        } else if (node instanceof SubstInNode subst) {
            return find(subst.getBody(), substituted(subst, context));
        } else if (node instanceof OpApplNode application) {
            return find(application, context);
        }
        return leaf(node, context);
    }

    private Context substituted(SubstInNode subst, Context context) {
        Context inner = context;
        for (Subst each : subst.getSubsts()) {
            inner = inner.cons(each.getOp(), evaluator.tool().getVal(each.getExpr(), context, true));
        }
        return inner;
    }

    private Optional<WhyNot> find(OpApplNode application, Context context) throws Evaluator.Failure {
        ExprOrOpArgNode[] arguments = application.getArgs();
        return switch (BuiltInOPs.getOpCode(application.getOperator().getName())) {
            case ToolGlobals.OPCODE_cl, ToolGlobals.OPCODE_land -> firstOf(arguments, context);
            case ToolGlobals.OPCODE_dl, ToolGlobals.OPCODE_lor -> eachOf(application, context);
            case ToolGlobals.OPCODE_be -> someInstance(application, context);
            case ToolGlobals.OPCODE_ite ->
                find(arguments[evaluator.isTrue(arguments[0], context, state) ? 1 : 2], context);
            default -> defined(application, context);
        };
    }

    private Optional<WhyNot> defined(OpApplNode application, Context context) throws Evaluator.Failure {
        OpDefNode definition = definition(application, context);
        if (definition == null) {
            return leaf(application, context);
        }
        return find(
                definition.getBody(), evaluator.tool().getOpContext(definition, application.getArgs(), context, true));
    }

    private @Nullable OpDefNode definition(OpApplNode application, Context context) {
        return evaluator.tool().lookup(application.getOperator(), context, false) instanceof OpDefNode definition
                        && BuiltInOPs.getOpCode(definition.getName()) == 0
                        && definition.getBody() != null
                ? definition
                : null;
    }

    private Optional<WhyNot> firstOf(ExprOrOpArgNode[] conjuncts, Context context) throws Evaluator.Failure {
        for (ExprOrOpArgNode conjunct : conjuncts) {
            Optional<WhyNot> found = find(conjunct, context);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A disjunction is FALSE as a whole: no branch of it is more to blame than the others. */
    private Optional<WhyNot> eachOf(OpApplNode disjunction, Context context) throws Evaluator.Failure {
        for (ExprOrOpArgNode branch : disjunction.getArgs()) {
            if (find(branch, context).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(falseConjunct(disjunction, context));
    }

    private Optional<WhyNot> someInstance(OpApplNode quantifier, Context context) throws Evaluator.Failure {
        int instances = 0;
        Optional<WhyNot> last = Optional.empty();
        IContextEnumerator all = evaluator.tool().contexts(quantifier, context, state, TLCState.Empty, 0);
        for (Context inner = all.nextElement(); inner != null; inner = all.nextElement()) {
            last = find(quantifier.getArgs()[0], inner);
            if (last.isEmpty()) {
                return Optional.empty();
            }
            instances++;
        }
        return instances == 1 ? last : Optional.of(falseConjunct(quantifier, context));
    }

    private Optional<WhyNot> leaf(SemanticNode node, Context context) throws Evaluator.Failure {
        boolean aboutOneState =
                node instanceof ExprNode expression && expression.getLevel() <= LevelConstants.VariableLevel;
        return !aboutOneState || evaluator.isTrue(node, context, state)
                ? Optional.empty()
                : Optional.of(falseConjunct(node, context));
    }

    private WhyNot falseConjunct(SemanticNode node, Context context) {
        return new WhyNot.FalseConjunct(action, Places.of(node), source.line(node), valuesIn(node, context));
    }

    /** The values of the variables, constants, parameters and function applications that stand in an expression. */
    SortedMap<String, String> valuesIn(SemanticNode node, Context context) {
        SortedMap<String, String> values = new TreeMap<>();
        collect(node, context, values);
        return values;
    }

    private void collect(SemanticNode node, Context context, SortedMap<String, String> values) {
        if (node instanceof OpApplNode application && isWorthShowing(application)) {
            value(application, context).ifPresent(value -> values.put(source.line(application), value));
        }
        SemanticNode[] children = node.getChildren();
        if (children != null) {
            for (SemanticNode child : children) {
                collect(child, context, values);
            }
        }
    }

    private static boolean isWorthShowing(OpApplNode application) {
        int opcode = BuiltInOPs.getOpCode(application.getOperator().getName());
        return opcode == ToolGlobals.OPCODE_fa
                || opcode == ToolGlobals.OPCODE_rs
                || application.getOperator() instanceof OpDeclNode
                || application.getOperator() instanceof FormalParamNode;
    }

    private Optional<String> value(OpApplNode expression, Context context) {
        if (expression.getLevel() > LevelConstants.VariableLevel) {
            return Optional.empty();
        }
        try {
            IValue value = evaluator.eval(expression, context, state);
            return Optional.of(Values.fromTlc(value).toString());
        } catch (Evaluator.Failure | RuntimeException e) {
            return Optional.empty();
        }
    }
}
