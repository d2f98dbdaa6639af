package dev.plumb.kernel.internal;

import dev.plumb.kernel.KernelProblems;
import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
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

/** Our values from TLC's. */
final class Values {
    /** Sets that TLC has not enumerated, such as {@code SUBSET S}, are enumerated here up to this size. */
    private static final int ENUMERATED_ELEMENTS_MAX = 100_000;

    private static final int UNIQUE_MAX = 10_000;

    private static final Map<String, UniqueString> UNIQUE = new ConcurrentHashMap<>();

    private Values() {}

    /** Empty for what is too large to show, or infinite. */
    static Optional<TlaValue> shown(IValue value) {
        try {
            return Optional.of(fromTlc(value));
        } catch (Problem e) {
            return Optional.empty();
        }
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
