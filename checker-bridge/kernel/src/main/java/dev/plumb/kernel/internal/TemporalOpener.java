package dev.plumb.kernel.internal;

import dev.plumb.kernel.api.Cell;
import dev.plumb.kernel.api.Lasso;
import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.OpenFormula.Part;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.LevelNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.SemanticNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.Specs;
import tlc2.tool.TLCState;
import tlc2.tool.ToolGlobals;
import tlc2.util.Context;

/**
 * Opens temporal formulas over a lasso, from one of its states on: what is to hold always is opened where it first does
 * not, what is to come at last in the loop, where it never does.
 */
final class TemporalOpener extends Opener {
    /** States of a loop in which something is shown not to hold. */
    private static final int STATES_SHOWN = 3;

    private final TemporalFormulas formulas;
    private final Lasso lasso;
    private final int from;

    TemporalOpener(Evaluator evaluator, SourceText source, Lasso lasso) {
        this(evaluator, source, new TemporalFormulas(evaluator, source, lasso), lasso, 0);
    }

    private TemporalOpener(Evaluator evaluator, SourceText source, TemporalFormulas formulas, Lasso lasso, int from) {
        super(evaluator, source);
        this.formulas = formulas;
        this.lasso = lasso;
        this.from = from;
    }

    private TemporalOpener from(int state) {
        return new TemporalOpener(evaluator, source, formulas, lasso, state);
    }

    @Override
    boolean isTrue(SemanticNode formula, Context context) throws Evaluator.Failure {
        return formulas.suffixes(formula, context).get(from);
    }

    @Override
    List<Context> instances(OpApplNode quantifier, Context context) throws Evaluator.Failure {
        return evaluator.instances(quantifier, context, TLCState.Empty);
    }

    /** A temporal formula has no values but those of what it says of states. */
    @Override
    SortedMap<String, String> values(SemanticNode formula, Context context) {
        return Collections.emptySortedMap();
    }

    @Override
    SortedSet<Cell> read(SemanticNode formula, Context context) {
        return ReadCells.of(formula, context, evaluator, state(from), state(next(from)));
    }

    private TLCState state(int index) {
        return ((TlcState) lasso.states().get(index)).state();
    }

    private int next(int index) {
        return index + 1 < lasso.states().size() ? index + 1 : lasso.loopsTo();
    }

    @Override
    Optional<OpenFormula> special(SemanticNode formula, Where where) {
        if (Specs.getLevel((LevelNode) formula, where.context()) <= LevelConstants.ActionLevel) {
            return Optional.of(new StateOpener(evaluator, source, state(from), Optional.of(state(next(from))))
                    .open(formula, where)
                    .in(from + 1, where.part()));
        }
        try {
            return formula instanceof OpApplNode application ? temporal(application, where) : Optional.empty();
        } catch (Evaluator.Failure e) {
            return Optional.empty();
        }
    }

    private Optional<OpenFormula> temporal(OpApplNode formula, Where where) throws Evaluator.Failure {
        ExprOrOpArgNode[] arguments = formula.getArgs();
        boolean value = isTrue(formula, where.context());
        return switch (BuiltInOPs.getOpCode(formula.getOperator().getName())) {
            case ToolGlobals.OPCODE_box ->
                Optional.of(node(
                        formula, where, Optional.of(value), value ? List.of() : first(arguments[0], where, false)));
            case ToolGlobals.OPCODE_diamond ->
                Optional.of(node(
                        formula,
                        where,
                        Optional.of(value),
                        value ? first(arguments[0], where, true) : inLoop(arguments[0], where, Part.AT_STATE)));
            case ToolGlobals.OPCODE_leadto ->
                Optional.of(node(formula, where, Optional.of(value), value ? List.of() : unanswered(arguments, where)));
            case ToolGlobals.OPCODE_wf, ToolGlobals.OPCODE_sf -> Optional.of(closed(formula, where, value));
            default -> Optional.empty();
        };
    }

    /** The formula in the first state from here on in which it has a value. */
    private List<OpenFormula> first(SemanticNode formula, Where where, boolean value) throws Evaluator.Failure {
        int at = first(formulas.suffixes(formula, where.context()), value);
        return List.of(from(at).open(formula, where.to(Part.AT_STATE)).in(at + 1, Part.AT_STATE));
    }

    /** From a state in the loop the states before it come again. */
    private int first(BitSet suffixes, boolean value) {
        int at = value ? suffixes.nextSetBit(from) : suffixes.nextClearBit(from);
        boolean isFound = at >= 0 && at < lasso.states().size();
        int again = value ? suffixes.nextSetBit(lasso.loopsTo()) : suffixes.nextClearBit(lasso.loopsTo());
        return isFound ? at : again;
    }

    private List<OpenFormula> inLoop(SemanticNode formula, Where where, Part part) {
        List<OpenFormula> states = new ArrayList<>();
        int end = Math.min(lasso.states().size(), lasso.loopsTo() + STATES_SHOWN);
        for (int i = lasso.loopsTo(); i < end; i++) {
            states.add(from(i).open(formula, where.to(part)).in(i + 1, part));
        }
        return states;
    }

    /** {@code F ~> G} that is FALSE: where F holds without any G after it. */
    private List<OpenFormula> unanswered(ExprOrOpArgNode[] arguments, Where where) throws Evaluator.Failure {
        BitSet asked = formulas.suffixes(arguments[0], where.context());
        BitSet answered = formulas.suffixes(arguments[1], where.context());
        BitSet waiting = (BitSet) asked.clone();
        boolean isNeverAnswered = answered.nextSetBit(lasso.loopsTo()) < 0;
        waiting.clear(0, isNeverAnswered ? answered.length() : lasso.states().size());
        int at = first(waiting, true);
        List<OpenFormula> parts = new ArrayList<>();
        parts.add(from(at).open(arguments[0], where.to(Part.ANTECEDENT)).in(at + 1, Part.ANTECEDENT));
        parts.addAll(inLoop(arguments[1], where, Part.CONSEQUENT));
        return parts;
    }
}
