package dev.plumb.modules.overrides;

import java.util.List;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.Value;

/**
 * Folds as loops: their definitions recurse once per element, which for thousands of elements is deeper than a thread's
 * stack. Where the order is open, it is the one in which TLC's CHOOSE takes the elements, so that the values are those of
 * the definitions even where an operator depends on the order.
 */
public final class Folding {
    private Folding() {}

    @TLAPlusOperator(identifier = "FoldSet", module = "FiniteSetsExt", warn = false)
    public static Value foldSet(Value op, Value base, Value set) {
        return fromLast(new Operator(op), Arguments.elements(set, "FoldSet"), base);
    }

    @TLAPlusOperator(identifier = "MapThenSumSet", module = "FiniteSetsExt", warn = false)
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

    @TLAPlusOperator(identifier = "FoldFunctionOnSet", module = "Functions", warn = false)
    public static Value foldFunctionOnSet(Value op, Value base, Value function, Value indices) {
        FcnRcdValue values = Arguments.function(function, "FoldFunctionOnSet");
        List<Value> chosen = Arguments.elements(indices, "FoldFunctionOnSet").stream()
                .map(index -> Arguments.at(values, index))
                .toList();
        return fromLast(new Operator(op), chosen, base);
    }

    @TLAPlusOperator(identifier = "FoldRight", module = "SequencesExt", warn = false)
    public static Value foldRight(Value op, Value sequence, Value base) {
        return fromLast(new Operator(op), List.of(Arguments.sequence(sequence, "FoldRight")), base);
    }

    @TLAPlusOperator(identifier = "FoldLeft", module = "SequencesExt", warn = false)
    public static Value foldLeft(Value op, Value base, Value sequence) {
        Operator operator = new Operator(op);
        Value result = base;
        for (Value element : Arguments.sequence(sequence, "FoldLeft")) {
            result = operator.apply(result, element);
        }
        return result;
    }

    private static Value fromLast(Operator op, List<Value> values, Value base) {
        Value result = base;
        for (int i = values.size() - 1; i >= 0; i--) {
            result = op.apply(values.get(i), result);
        }
        return result;
    }
}
