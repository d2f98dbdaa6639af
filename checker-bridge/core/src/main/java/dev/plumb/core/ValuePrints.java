package dev.plumb.core;

import dev.plumb.traces.TlaValue;
import java.util.Map;

/**
 * 64-bit fingerprints of values: equal for equal ones, and different for others but with the probability of a collision of
 * random numbers. Those of sets and functions are sums over their elements. A model value has that of the string of its name,
 * which is how code writes it.
 */
final class ValuePrints {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long BOOL = 1;
    private static final long INT = 2;
    private static final long TEXT = 3;
    private static final long SET = 4;
    private static final long FUNCTION = 5;

    private ValuePrints() {}

    static long of(TlaValue value) {
        if (value instanceof TlaValue.Str string) {
            return text(string.value());
        } else if (value instanceof TlaValue.Model atom) {
            return text(atom.name());
        } else if (value instanceof TlaValue.Int number) {
            return then(INT, number.value());
        } else if (value instanceof TlaValue.Bool bool) {
            return then(BOOL, bool.value() ? 1 : 0);
        } else if (value instanceof TlaValue.SetOf set) {
            long sum = 0;
            for (TlaValue element : set.elements()) {
                sum += mix(of(element));
            }
            return then(then(SET, set.elements().size()), sum);
        }
        return function((TlaValue.Fn) value);
    }

    private static long function(TlaValue.Fn function) {
        long sum = 0;
        for (Map.Entry<TlaValue, TlaValue> entry : function.entries().entrySet()) {
            sum += then(of(entry.getKey()), of(entry.getValue()));
        }
        return then(then(FUNCTION, function.entries().size()), sum);
    }

    private static long text(String text) {
        long print = TEXT;
        for (int i = 0; i < text.length(); i++) {
            print = then(print, text.charAt(i));
        }
        return print;
    }

    /** Goes on from a fingerprint with another number; the order matters. */
    static long then(long print, long next) {
        return mix(print * GOLDEN + next);
    }

    /** Every bit depends on every bit (the finalizer of SplitMix64, Steele, Lea and Flood, OOPSLA 2014). */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
