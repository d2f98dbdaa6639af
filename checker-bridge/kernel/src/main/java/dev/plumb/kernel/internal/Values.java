package dev.plumb.kernel.internal;

import dev.plumb.kernel.KernelProblems;
import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tlc2.tool.EvalException;
import tlc2.tool.FingerprintException;
import tlc2.value.IValue;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.Enumerable;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.ModelValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;
import util.Assert;
import util.UniqueString;

/** TLC's values from ours, and back. */
final class Values {
    /** Sets that TLC has not enumerated, such as {@code SUBSET S}, are enumerated here up to this size. */
    private static final int ENUMERATED_ELEMENTS_MAX = 100_000;

    private static final int UNIQUE_MAX = 10_000;

    private static final Map<String, UniqueString> UNIQUE = new ConcurrentHashMap<>();

    private Values() {}

    /** Empty for what cannot be a value of TLC's, such as a set with a number and a string in it. */
    static Optional<Value> toTlc(TlaValue value) {
        try {
            return Optional.of(convert(value));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Empty for what is too large to show, or infinite. */
    static Optional<TlaValue> shown(IValue value) {
        try {
            return Optional.of(fromTlc(value));
        } catch (Problem e) {
            return Optional.empty();
        }
    }

    /** Normalised: what it consists of is when it is made, and atoms and tuples need not be. */
    private static Value convert(TlaValue value) {
        if (value instanceof TlaValue.Bool bool) {
            return bool.value() ? BoolValue.ValTrue : BoolValue.ValFalse;
        } else if (value instanceof TlaValue.Int number) {
            return IntValue.gen(number.value());
        } else if (value instanceof TlaValue.Str string) {
            return new StringValue(unique(string.value()));
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
        fn.forEachIndexed((value, i) -> values[i] = convert(value));
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
            names[i++] = unique(((TlaValue.Str) key).value());
        }
        return names;
    }

    /** TLC's own table is locked at each look into it, and looks at all of the string's characters. */
    static UniqueString unique(String text) {
        UniqueString known = UNIQUE.get(text);
        if (known != null) {
            return known;
        }
        UniqueString found = UniqueString.uniqueStringOf(text);
        if (UNIQUE.size() < UNIQUE_MAX) {
            UNIQUE.put(text, found);
        }
        return found;
    }

    private static Value[] convertAll(Collection<TlaValue> values) {
        Value[] converted = new Value[values.size()];
        int i = 0;
        for (TlaValue value : values) {
            converted[i++] = convert(value);
        }
        return converted;
    }

    /**
     * @throws Problem if the value is none that a trace could hold, such as an infinite set
     */
    static TlaValue fromTlc(IValue value) {
        if (value instanceof BoolValue bool) {
            return TlaValue.of(bool.val);
        } else if (value instanceof IntValue number) {
            return TlaValue.of(number.val);
        } else if (value instanceof StringValue string) {
            return TlaValue.of(string.getVal().toString());
        } else if (value instanceof ModelValue model) {
            return TlaValue.model(model.val.toString());
        }
        return fromComposed((Value) value);
    }

    private static TlaValue fromComposed(Value value) {
        if (value instanceof TupleValue tuple) {
            return TlaValue.tuple(fromAll(tuple.elems));
        } else if (value instanceof RecordValue rcd) {
            return fromRecord(rcd);
        }
        try {
            if (!isTooLarge(value) && value.toSetEnum() instanceof SetEnumValue set) {
                return TlaValue.set(fromAll(set.elems.toArray()));
            } else if (value.toFcnRcd() instanceof FcnRcdValue fcn) {
                return fromFunction(fcn);
            }
        } catch (Assert.TLCRuntimeException | EvalException | FingerprintException e) {
            throw KernelProblems.cannotBeShown(value.getKindString());
        }
        throw KernelProblems.cannotBeShown(value.getKindString());
    }

    private static boolean isTooLarge(Value value) {
        return !(value instanceof SetEnumValue)
                && value instanceof Enumerable set
                && set.size() > ENUMERATED_ELEMENTS_MAX;
    }

    private static TlaValue fromRecord(RecordValue rcd) {
        SortedMap<String, TlaValue> fields = new TreeMap<>();
        for (int i = 0; i < rcd.names.length; i++) {
            fields.put(rcd.names[i].toString(), fromTlc(rcd.values[i]));
        }
        return TlaValue.record(fields);
    }

    private static TlaValue fromFunction(FcnRcdValue fcn) {
        SortedMap<TlaValue, TlaValue> entries = new TreeMap<>();
        for (int i = 0; i < fcn.values.length; i++) {
            TlaValue key = fcn.intv == null ? fromTlc(fcn.domain[i]) : TlaValue.of(fcn.intv.low + i);
            entries.put(key, fromTlc(fcn.values[i]));
        }
        return TlaValue.function(entries);
    }

    private static List<TlaValue> fromAll(Value[] values) {
        List<TlaValue> converted = new ArrayList<>(values.length);
        for (Value value : values) {
            converted.add(fromTlc(value));
        }
        return converted;
    }
}
