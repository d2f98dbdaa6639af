package dev.plumb.modules.overrides;

import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.LevelConstants;
import tla2sany.semantic.OpDefNode;
import tlc2.TLCGlobals;
import tlc2.module.TLC;
import tlc2.overrides.Evaluation;
import tlc2.overrides.TLAPlusOperator;
import tlc2.tool.EvalException;
import tlc2.tool.TLCState;
import tlc2.tool.coverage.CostModel;
import tlc2.tool.impl.Tool;
import tlc2.util.Context;
import tlc2.util.FP64;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.ModelValue;
import tlc2.value.impl.Value;
import util.Assert;
import util.UniqueString;

/** What TLC 2.18 can do of TLCExt. Later ones bring their own, and this class is left out. */
public final class TLCExt {
    private static final String MODULE = "TLCExt";

    private TLCExt() {}

    /** Gets its arguments unevaluated, because the evaluation of the second is what it is about. */
    @Evaluation(definition = "AssertError", module = MODULE, warn = false)
    public static Value assertError(
            Tool tool,
            ExprOrOpArgNode[] arguments,
            Context context,
            TLCState from,
            TLCState to,
            int control,
            CostModel costs) {
        Value expected = tool.eval(arguments[0], context, from, to, control, costs);
        try {
            tool.eval(arguments[1], context, from, to, control, costs);
            return BoolValue.ValFalse;
        } catch (EvalException | Assert.TLCRuntimeException e) {
            boolean same = Arguments.string(expected, "AssertError").equals(e.getMessage());
            return same ? BoolValue.ValTrue : BoolValue.ValFalse;
        }
    }

    /** Not constant, although it has no arguments. */
    @Evaluation(definition = "Trace", module = MODULE, minLevel = LevelConstants.VariableLevel, warn = false)
    public static Value trace(
            Tool tool,
            ExprOrOpArgNode[] arguments,
            Context context,
            TLCState from,
            TLCState to,
            int control,
            CostModel costs) {
        return Behaviour.to(from);
    }

    /** Later means never: TLC 2.18 does not come back to a step that it has chosen. */
    @Evaluation(definition = "TLCDefer", module = MODULE, warn = false)
    public static Value defer(
            Tool tool,
            ExprOrOpArgNode[] arguments,
            Context context,
            TLCState from,
            TLCState to,
            int control,
            CostModel costs) {
        if (TLCGlobals.simulator != null) {
            throw Arguments.error("TLCDefer in a simulation needs a newer TLC. " + TLCGet.NEWER);
        }
        return BoolValue.ValTrue;
    }

    @Evaluation(
            definition = "TLCEvalDefinition",
            module = MODULE,
            minLevel = LevelConstants.VariableLevel,
            warn = false)
    public static Value definition(
            Tool tool,
            ExprOrOpArgNode[] arguments,
            Context context,
            TLCState from,
            TLCState to,
            int control,
            CostModel costs) {
        Value named = tool.eval(arguments[0], context, from, to, control, costs);
        String name = Arguments.string(named, "TLCEvalDefinition");
        OpDefNode definition = tool.getSpecProcessor().getRootModule().getOpDef(UniqueString.uniqueStringOf(name));
        if (definition == null || definition.getArity() != 0) {
            throw Arguments.unexpected("TLCEvalDefinition", "the name of a definition without parameters", named);
        }
        return tool.eval(definition.getBody(), context, from, to, control, costs);
    }

    @TLAPlusOperator(identifier = "TLCGetOrDefault", module = MODULE, warn = false)
    public static Value getOrDefault(Value key, Value otherwise) {
        try {
            return TLC.TLCGet(key);
        } catch (EvalException notSet) {
            return otherwise;
        }
    }

    @TLAPlusOperator(identifier = "TLCModelValue", module = MODULE, warn = false)
    public static synchronized Value modelValue(Value name) {
        return ModelValue.make(Arguments.string(name, "TLCModelValue"));
    }

    @TLAPlusOperator(identifier = "TLCFP", module = MODULE, warn = false)
    public static Value fingerprint(Value value) {
        return IntValue.gen((int) value.fingerPrint(FP64.New()));
    }
}
