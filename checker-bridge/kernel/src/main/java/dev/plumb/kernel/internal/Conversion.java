package dev.plumb.kernel.internal;

import dev.plumb.traces.TlaValue;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.ModelValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import util.UniqueString;

/** TLC's values from ours; an instance is for the values of one variable, in state after state. */
final class Conversion {
    private @Nullable TlaValue last;
    private @Nullable Value lastOfTlc;

    /** Empty for what cannot be a value of TLC's, such as a set with a number and a string in it. */
    static Optional<Value> of(TlaValue value) {
        try {
            return Optional.of(convert(value));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The same for the next value of a variable. A step leaves most of a state as it is, and the reader of a trace makes
     * one value of what is written again and again: what is the very value that it was before is not converted again.
     */
    Optional<Value> next(TlaValue value) {
        try {
            Value tlc = convert(value, last, lastOfTlc);
            last = value;
            lastOfTlc = tlc;
            return Optional.of(tlc);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** @param before a value that was converted, to {@code known} */
    private static Value convert(TlaValue value, @Nullable TlaValue before, @Nullable Value known) {
        if (value == before && known != null) {
            return known;
        } else if (value instanceof TlaValue.Fn fn
                && fn.isTuple()
                && before instanceof TlaValue.Fn old
                && known instanceof TupleValue tuple) {
            return tuple(fn, old, tuple.elems);
        }
        return convert(value);
    }

    private static Value tuple(TlaValue.Fn tuple, TlaValue.Fn before, Value[] known) {
        Value[] elements = new Value[tuple.entries().size()];
        for (int i = 0; i < elements.length; i++) {
            TlaValue element = tuple.valueAt(i);
            // a queue that lost its head has each element where the next one was
            int like = i + 1 < known.length && before.valueAt(i + 1) == element ? i + 1 : i;
            elements[i] = like < known.length ? convert(element, before.valueAt(like), known[like]) : convert(element);
        }
        return new TupleValue(elements);
    }

    /** Normalised: what it consists of is when it is made, and atoms and tuples need not be. */
    private static Value convert(TlaValue value) {
        if (value instanceof TlaValue.Bool bool) {
            return bool.value() ? BoolValue.ValTrue : BoolValue.ValFalse;
        } else if (value instanceof TlaValue.Int number) {
            return IntValue.gen(number.value());
        } else if (value instanceof TlaValue.Str string) {
            return new StringValue(Values.unique(string.value()));
        } else if (value instanceof TlaValue.Model model) {
            return ModelValue.make(model.name());
        } else if (value instanceof TlaValue.SetOf set) {
            return normalized(new SetEnumValue(convertAll(set.elements()), false));
        }
        return function((TlaValue.Fn) value);
    }

    private static Value normalized(Value value) {
        value.normalize();
        return value;
    }

    private static Value function(TlaValue.Fn fn) {
        Value[] values = new Value[fn.entries().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = convert(fn.valueAt(i));
        }
        if (fn.isTuple()) {
            return new TupleValue(values);
        } else if (fn.isRecord()) {
            return normalized(new RecordValue(names(fn), values, false));
        }
        return normalized(new FcnRcdValue(convertAll(fn.entries().keySet()), values, false));
    }

    private static UniqueString[] names(TlaValue.Fn rcd) {
        UniqueString[] names = new UniqueString[rcd.entries().size()];
        int i = 0;
        for (TlaValue key : rcd.entries().keySet()) {
            names[i++] = Values.unique(((TlaValue.Str) key).value());
        }
        return names;
    }

    private static Value[] convertAll(Collection<TlaValue> values) {
        Value[] converted = new Value[values.size()];
        int i = 0;
        for (TlaValue value : values) {
            converted[i++] = convert(value);
        }
        return converted;
    }
}
