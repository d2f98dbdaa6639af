package dev.plumb.modules.overrides;

import java.util.List;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.Value;

/** Folds of functions of any size. */
public final class Functions {
    private Functions() {}

    @TLAPlusOperator(identifier = "FoldFunctionOnSet", module = "Functions", warn = false)
    public static Value foldFunctionOnSet(Value op, Value base, Value function, Value indices) {
        FcnRcdValue values = Arguments.function(function, "FoldFunctionOnSet");
        List<Value> chosen = Arguments.elements(indices, "FoldFunctionOnSet").stream()
                .map(index -> Arguments.at(values, index))
                .toList();
        return Fold.fromLast(op, chosen, base);
    }
}
