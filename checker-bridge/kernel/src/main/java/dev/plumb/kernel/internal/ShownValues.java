package dev.plumb.kernel.internal;

import dev.plumb.traces.TlaValue;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SymbolNode;
import tlc2.tool.BuiltInOPs;
import tlc2.tool.TLCState;
import tlc2.tool.ToolGlobals;
import tlc2.util.Context;

/** The values of what stands in an expression, by its text: what one needs to see why it has the value that it has. */
final class ShownValues {
    private final Evaluator evaluator;
    private final SourceText source;
    private final TLCState state;
    private final Optional<TLCState> next;

    ShownValues(Evaluator evaluator, SourceText source, TLCState state, Optional<TLCState> next) {
        this.evaluator = evaluator;
        this.source = source;
        this.state = state;
        this.next = next;
    }

    /** Those of the variables, constants, parameters and applications in an expression. */
    SortedMap<String, String> in(SemanticNode node, Context context) {
        SortedMap<String, String> values = new TreeMap<>();
        collect(node, context, values);
        return Collections.unmodifiableSortedMap(values);
    }

    private void collect(SemanticNode node, Context context, SortedMap<String, String> values) {
        if (node instanceof OpApplNode application && isWorthShowing(application)) {
            value(application, context).ifPresent(value -> values.put(source.line(application), value));
        }
        Children.of(node).forEach(child -> collect(child, context, values));
    }

    private static boolean isWorthShowing(OpApplNode application) {
        int opcode = BuiltInOPs.getOpCode(application.getOperator().getName());
        return opcode == ToolGlobals.OPCODE_fa
                || opcode == ToolGlobals.OPCODE_rs
                || opcode == ToolGlobals.OPCODE_prime
                || (opcode == 0 && isNamed(application.getOperator()))
                || application.getOperator() instanceof OpDeclNode
                || application.getOperator() instanceof FormalParamNode;
    }

    /** A defined operator other than {@code +} and its like. */
    private static boolean isNamed(SymbolNode operator) {
        return operator instanceof OpDefNode
                && Character.isLetter(operator.getName().toString().charAt(0));
    }

    private Optional<String> value(OpApplNode expression, Context context) {
        int known = next.isPresent() ? LevelConstants.ActionLevel : LevelConstants.VariableLevel;
        if (expression.getLevel() > known) {
            return Optional.empty();
        }
        try {
            return Values.shown(evaluator.eval(expression, context, state, next.orElse(TLCState.Empty)))
                    .map(TlaValue::toString);
        } catch (Evaluator.Failure e) {
            return Optional.empty();
        }
    }
}
