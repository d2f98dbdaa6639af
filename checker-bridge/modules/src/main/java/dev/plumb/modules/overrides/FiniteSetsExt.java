package dev.plumb.modules.overrides;

import java.util.ArrayList;
import java.util.List;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.Value;
import tlc2.value.impl.ValueVec;

/** Folds of sets of any size, and subsets of one size without a look at those of others. */
public final class FiniteSetsExt {
    private static final String MODULE = "FiniteSetsExt";

    private FiniteSetsExt() {}

    @TLAPlusOperator(identifier = "FoldSet", module = MODULE, warn = false)
    public static Value foldSet(Value op, Value base, Value set) {
        return Fold.fromLast(op, Arguments.elements(set, "FoldSet"), base);
    }

    @TLAPlusOperator(identifier = "MapThenSumSet", module = MODULE, warn = false)
    public static Value mapThenSumSet(Value f, Value set) {
        Operator number = new Operator(f);
        int sum = 0;
        for (Value element : Arguments.elements(set, "MapThenSumSet")) {
            sum = plus(sum, Arguments.number(number.apply(element), "MapThenSumSet"));
        }
        return IntValue.gen(sum);
    }

    private static int plus(int a, int b) {
        try {
            return Math.addExact(a, b);
        } catch (ArithmeticException e) {
            throw Arguments.error("The sum of " + a + " and " + b + " is too large for TLC.");
        }
    }

    @TLAPlusOperator(identifier = "kSubset", module = MODULE, warn = false)
    public static Value subsetsOfSize(Value size, Value set) {
        int k = Arguments.number(size, "kSubset");
        List<Value> elements = Arguments.elements(set, "kSubset");
        ValueVec subsets = new ValueVec();
        if (k >= 0 && k <= elements.size()) {
            choose(elements, 0, k, new ArrayList<>(), subsets);
        }
        return new SetEnumValue(subsets, false);
    }

    /** Adds {@code chosen} with every choice of {@code missing} elements from {@code start} on. */
    private static void choose(List<Value> elements, int start, int missing, List<Value> chosen, ValueVec subsets) {
        if (missing == 0) {
            subsets.addElement(new SetEnumValue(chosen.toArray(Value[]::new), true));
            return;
        }
        for (int i = start; i <= elements.size() - missing; i++) {
            chosen.add(elements.get(i));
            choose(elements, i + 1, missing - 1, chosen, subsets);
            chosen.remove(chosen.size() - 1);
        }
    }
}
