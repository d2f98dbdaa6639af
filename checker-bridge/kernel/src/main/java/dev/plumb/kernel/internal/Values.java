package dev.plumb.kernel.internal;

import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tlc2.value.IValue;
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

/** TLC's values from ours, and back. */
final class Values {
    private Values() {}

    static Value toTlc(TlaValue value) {
        Value converted = convert(value);
        converted.deepNormalize();
        return converted;
    }

    private static Value convert(TlaValue value) {
        if (value instanceof TlaValue.Bool bool) {
            return bool.value() ? BoolValue.ValTrue : BoolValue.ValFalse;
        } else if (value instanceof TlaValue.Int number) {
            return IntValue.gen(number.value());
        } else if (value instanceof TlaValue.Str string) {
            return new StringValue(string.value());
        } else if (value instanceof TlaValue.Model model) {
            return ModelValue.make(model.name());
        } else if (value instanceof TlaValue.SetOf set) {
            return new SetEnumValue(convertAll(set.elements()), false);
        }
        return function((TlaValue.Fn) value);
    }

    private static Value function(TlaValue.Fn fn) {
        Value[] values = convertAll(fn.entries().values());
        if (fn.isTuple()) {
            return new TupleValue(values);
        } else if (fn.isRecord()) {
            UniqueString[] names = fn.entries().keySet().stream()
                    .map(key -> UniqueString.uniqueStringOf(((TlaValue.Str) key).value()))
                    .toArray(UniqueString[]::new);
            return new RecordValue(names, values, false);
        }
        return new FcnRcdValue(convertAll(fn.entries().keySet()), values, false);
    }

    private static Value[] convertAll(Iterable<TlaValue> values) {
        List<Value> converted = new ArrayList<>();
        values.forEach(value -> converted.add(convert(value)));
        return converted.toArray(Value[]::new);
    }

    /**
     * @throws IllegalArgumentException if the value is none that a trace could hold, such as an infinite set
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
        } else if (value.toSetEnum() instanceof SetEnumValue set) {
            set.normalize();
            return TlaValue.set(fromAll(set.elems.toArray()));
        } else if (value.toFcnRcd() instanceof FcnRcdValue fcn) {
            return fromFunction(fcn);
        }
        throw new IllegalArgumentException("not a value that can be shown: " + value);
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
