package dev.plumb.modules.overrides;

import java.util.ArrayList;
import java.util.List;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.Value;
import tlc2.value.impl.ValueVec;

/** The subsets of one size, without a look at those of other sizes. */
public final class Subsets {
    private Subsets() {}

    @TLAPlusOperator(identifier = "kSubset", module = "FiniteSetsExt", warn = false)
    public static Value ofSize(Value size, Value set) {
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
