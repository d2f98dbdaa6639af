package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.Cell;
import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.OpenFormula.Part;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.TLCState;
import tlc2.tool.ToolGlobals;
import tlc2.util.Context;

/** Opens formulas about a state, or about a state and the next one. */
final class StateOpener extends Opener {
    private final TLCState state;
    private final Optional<TLCState> next;
    private final ShownValues values;

    StateOpener(Evaluator evaluator, SourceText source, TLCState state, Optional<TLCState> next) {
        super(evaluator, source);
        this.state = state;
        this.next = next;
        this.values = new ShownValues(evaluator, source, state, next);
    }

    @Override
    boolean isTrue(SemanticNode formula, Context context) throws Evaluator.Failure {
        return evaluator.isTrue(formula, context, state, next());
    }

    private TLCState next() {
        return next.orElse(TLCState.Empty);
    }

    @Override
    Optional<OpenFormula> special(SemanticNode formula, Where where) {
        return formula instanceof OpApplNode application
                        && BuiltInOPs.getOpCode(application.getOperator().getName()) == ToolGlobals.OPCODE_sa
                ? Optional.of(square(application, where))
                : Optional.empty();
    }

    /** {@code [action]_subscript}: where the subscript changes, the action decides. */
    private OpenFormula square(OpApplNode formula, Where where) {
        OpenFormula action = open(formula.getArgs()[0], where.to(Part.DISJUNCT));
        boolean stays = action.isFalse() && isUnchanged(formula.getArgs()[1], where.context());
        return node(formula, where, stays ? Optional.of(true) : action.value(), List.of(action));
    }

    private boolean isUnchanged(SemanticNode subscript, Context context) {
        try {
            return evaluator.areEqual(
                    evaluator.eval(subscript, context, state), evaluator.eval(subscript, context, next()));
        } catch (Evaluator.Failure e) {
            return false;
        }
    }

    @Override
    List<Context> instances(OpApplNode quantifier, Context context) throws Evaluator.Failure {
        return evaluator.instances(quantifier, context, state, next());
    }

    @Override
    SortedMap<String, String> values(SemanticNode formula, Context context) {
        return values.in(formula, context);
    }

    @Override
    SortedSet<Cell> read(SemanticNode formula, Context context) {
        return ReadCells.of(formula, context, evaluator, state, next());
    }

    /** An action whose parameters have these values, by its name with its arguments. */
    OpenFormula open(SemanticNode action, Context context, String name) {
        return open(action, context).called(name);
    }
}
