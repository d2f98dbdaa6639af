package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.Lasso;
import java.util.BitSet;
import java.util.List;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.LevelNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SubstInNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.Specs;
import tlc2.tool.TLCState;
import tlc2.tool.ToolGlobals;
import tlc2.util.Context;
import tlc2.value.impl.LazyValue;

/**
 * Temporal formulas over a lasso, by their definition (Lamport, The Temporal Logic of Actions, 1994): a formula is true or
 * false of an infinite behaviour, {@code []F} is true of one if F is true of all its suffixes. A lasso has as many different
 * suffixes as states, so that the set of those of which a formula is true is computed from the sets of its parts. Nothing
 * of TLC's way to check liveness is used; only what is said about single states and steps is left to its evaluator.
 */
final class TemporalFormulas {
    private final Evaluator evaluator;
    private final SourceText source;
    private final List<TLCState> states;
    private final int loopsTo;

    TemporalFormulas(Evaluator evaluator, SourceText source, Lasso lasso) {
        this.evaluator = evaluator;
        this.source = source;
        this.states =
                lasso.states().stream().map(state -> ((TlcState) state).state()).toList();
        this.loopsTo = lasso.loopsTo();
    }

    /** Whether a formula is true of the whole behaviour. */
    boolean isTrue(SemanticNode formula, Context context) throws Evaluator.Failure {
        return suffixes(formula, context).get(0);
    }

    /** Indices of the states at which the suffixes begin of which a formula is true. */
    BitSet suffixes(SemanticNode node, Context context) throws Evaluator.Failure {
        if (node instanceof LetInNode let) {
            return suffixes(let.getBody(), context);
        } else if (node instanceof LabelNode label) {
            return suffixes(label.getBody(), context);
        } else if (node instanceof SubstInNode subst) {
            return suffixes(subst.getBody(), evaluator.substituted(subst, context, false));
        } else if (Specs.getLevel((LevelNode) node, context) <= LevelConstants.ActionLevel) {
            return steps(node, context);
        } else if (node instanceof OpApplNode application) {
            return suffixes(application, context);
        }
        throw unknown(node);
    }

    /** A formula about a state, or about a step: TLC evaluates it in each. */
    private BitSet steps(SemanticNode formula, Context context) throws Evaluator.Failure {
        if (formula instanceof OpApplNode application) {
            ExprOrOpArgNode[] arguments = application.getArgs();
            int opcode = opcode(application);
            if (opcode == ToolGlobals.OPCODE_sa) {
                return square((ExprNode) arguments[0], (ExprNode) arguments[1], context);
            } else if (opcode == ToolGlobals.OPCODE_aa) {
                return angle((ExprNode) arguments[0], (ExprNode) arguments[1], context);
            }
        }
        BitSet result = new BitSet();
        for (int i = 0; i < states.size(); i++) {
            result.set(i, evaluator.isTrue(formula, context, states.get(i), next(i)));
        }
        return result;
    }

    private TLCState next(int i) {
        return states.get(i + 1 < states.size() ? i + 1 : loopsTo);
    }

    /** {@code [action]_subscript}. */
    private BitSet square(ExprNode action, ExprNode subscript, Context context) throws Evaluator.Failure {
        BitSet result = new BitSet();
        for (int i = 0; i < states.size(); i++) {
            result.set(i, !changes(subscript, context, i) || evaluator.isTrue(action, context, states.get(i), next(i)));
        }
        return result;
    }

    /** {@code <<action>>_subscript}. */
    private BitSet angle(ExprNode action, ExprNode subscript, Context context) throws Evaluator.Failure {
        BitSet result = new BitSet();
        for (int i = 0; i < states.size(); i++) {
            result.set(i, changes(subscript, context, i) && evaluator.isTrue(action, context, states.get(i), next(i)));
        }
        return result;
    }

    private boolean changes(ExprNode subscript, Context context, int i) throws Evaluator.Failure {
        return !evaluator.areEqual(
                evaluator.eval(subscript, context, states.get(i)), evaluator.eval(subscript, context, next(i)));
    }

    private BitSet enabled(ExprNode action, ExprNode subscript, Context context) throws Evaluator.Failure {
        BitSet result = new BitSet();
        for (int i = 0; i < states.size(); i++) {
            result.set(i, evaluator.isEnabled(action, subscript, context, states.get(i)));
        }
        return result;
    }

    private static int opcode(OpApplNode application) {
        return BuiltInOPs.getOpCode(application.getOperator().getName());
    }

    private BitSet suffixes(OpApplNode application, Context context) throws Evaluator.Failure {
        ExprOrOpArgNode[] arguments = application.getArgs();
        return switch (opcode(application)) {
            case 0 -> defined(application, context);
            case ToolGlobals.OPCODE_nop -> suffixes(arguments[0], context);
            case ToolGlobals.OPCODE_box -> always(suffixes(arguments[0], context));
            case ToolGlobals.OPCODE_diamond -> eventually(suffixes(arguments[0], context));
            case ToolGlobals.OPCODE_leadto ->
                always(or(not(suffixes(arguments[0], context)), eventually(suffixes(arguments[1], context))));
            case ToolGlobals.OPCODE_wf -> weaklyFair((ExprNode) arguments[1], (ExprNode) arguments[0], context);
            case ToolGlobals.OPCODE_sf -> stronglyFair((ExprNode) arguments[1], (ExprNode) arguments[0], context);
            case ToolGlobals.OPCODE_bf -> and(instances(application, context));
            case ToolGlobals.OPCODE_be -> or(instances(application, context));
            case ToolGlobals.OPCODE_cl, ToolGlobals.OPCODE_land -> and(parts(arguments, context));
            case ToolGlobals.OPCODE_dl, ToolGlobals.OPCODE_lor -> or(parts(arguments, context));
            case ToolGlobals.OPCODE_lnot -> not(suffixes(arguments[0], context));
            case ToolGlobals.OPCODE_implies ->
                or(not(suffixes(arguments[0], context)), suffixes(arguments[1], context));
            case ToolGlobals.OPCODE_equiv -> equal(suffixes(arguments[0], context), suffixes(arguments[1], context));
            case ToolGlobals.OPCODE_ite -> ifThenElse(parts(arguments, context));
            default -> throw unknown(application);
        };
    }

    private BitSet[] parts(ExprOrOpArgNode[] formulas, Context context) throws Evaluator.Failure {
        BitSet[] parts = new BitSet[formulas.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = suffixes(formulas[i], context);
        }
        return parts;
    }

    /** Bounds that depend on a state cannot be evaluated without one, and are refused so. */
    private BitSet[] instances(OpApplNode quantifier, Context context) throws Evaluator.Failure {
        List<Context> instances = evaluator.instances(quantifier, context, TLCState.Empty);
        BitSet[] parts = new BitSet[instances.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = suffixes(quantifier.getArgs()[0], instances.get(i));
        }
        return parts;
    }

    /** A definition of the spec, or a parameter that stands for a formula. */
    private BitSet defined(OpApplNode application, Context context) throws Evaluator.Failure {
        Object meant = evaluator.tool().lookup(application.getOperator(), context, false);
        if (meant instanceof LazyValue formula) {
            return suffixes(formula.expr, formula.con);
        } else if (meant instanceof OpDefNode definition && definition.getBody() != null) {
            return suffixes(
                    definition.getBody(),
                    evaluator.tool().getOpContext(definition, application.getArgs(), context, false));
        }
        throw unknown(application);
    }

    /** {@code WF_v(A) == []<>(~ENABLED <<A>>_v \/ <<A>>_v)}. */
    private BitSet weaklyFair(ExprNode action, ExprNode subscript, Context context) throws Evaluator.Failure {
        return always(eventually(or(not(enabled(action, subscript, context)), angle(action, subscript, context))));
    }

    /** {@code SF_v(A) == <>[]~ENABLED <<A>>_v \/ []<><<A>>_v}. */
    private BitSet stronglyFair(ExprNode action, ExprNode subscript, Context context) throws Evaluator.Failure {
        return or(
                eventually(always(not(enabled(action, subscript, context)))),
                always(eventually(angle(action, subscript, context))));
    }

    /** True of a suffix if true of all that begin in it: those from its first state on, and all of the loop. */
    private BitSet always(BitSet formula) {
        int holdsFrom = formula.previousClearBit(states.size() - 1) + 1;
        BitSet result = new BitSet();
        if (formula.nextClearBit(loopsTo) >= states.size()) {
            result.set(holdsFrom, states.size());
        }
        return result;
    }

    private BitSet eventually(BitSet formula) {
        return not(always(not(formula)));
    }

    private BitSet not(BitSet formula) {
        BitSet result = (BitSet) formula.clone();
        result.flip(0, states.size());
        return result;
    }

    private BitSet or(BitSet... formulas) {
        BitSet result = new BitSet();
        for (BitSet formula : formulas) {
            result.or(formula);
        }
        return result;
    }

    private BitSet and(BitSet... formulas) {
        BitSet result = not(new BitSet());
        for (BitSet formula : formulas) {
            result.and(formula);
        }
        return result;
    }

    private BitSet equal(BitSet one, BitSet other) {
        BitSet result = not(one);
        result.xor(other);
        return result;
    }

    private BitSet ifThenElse(BitSet... parts) {
        return or(and(parts[0], parts[1]), and(not(parts[0]), parts[2]));
    }

    private Evaluator.Failure unknown(SemanticNode formula) {
        return new Evaluator.Failure(
                "a formula of this form is not evaluated over behaviours: " + source.line(formula));
    }
}
