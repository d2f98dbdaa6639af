package dev.plumb.modules.overrides;

import java.util.List;
import tlc2.value.impl.Value;

/**
 * Folds as loops: their definitions recurse once per element, which for thousands of elements is deeper than a thread's
 * stack. Where the order is open, it is the one in which TLC's CHOOSE takes the elements, so that the values are those of
 * the definitions even where an operator depends on the order.
 */
final class Fold {
    private Fold() {}

    /** {@code op(v1, op(v2, ... base))}. */
    static Value fromLast(Value op, List<Value> values, Value base) {
        Operator operator = new Operator(op);
        Value result = base;
        for (int i = values.size() - 1; i >= 0; i--) {
            result = operator.apply(values.get(i), result);
        }
        return result;
    }

    /** {@code op(op(base, v1), v2) ...}. */
    static Value fromFirst(Value op, List<Value> values, Value base) {
        Operator operator = new Operator(op);
        Value result = base;
        for (Value value : values) {
            result = operator.apply(result, value);
        }
        return result;
    }
}
