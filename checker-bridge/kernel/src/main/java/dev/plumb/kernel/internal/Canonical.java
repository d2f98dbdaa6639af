package dev.plumb.kernel.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import tla2sany.semantic.OpDeclNode;
import tlc2.tool.TLCState;
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

/**
 * Fingerprints of states that do not tell apart what is interchangeable.
 *
 * <p>Each of the values gets a signature: what the state looks like to somebody who knows this one and takes the others
 * for the same. They are then numbered in the order of their signatures, and the state is fingerprinted with numbers in
 * their place. Two states with the same fingerprint are images of each other under an exchange of those values. The
 * reverse need not hold: where two signatures are equal the numbers are arbitrary, so that two such states may be told
 * apart, which costs time but no truth.
 */
final class Canonical {
    private static final long SET = 0x9E3779B97F4A7C15L;
    private static final long FUNCTION = 0xC2B2AE3D27D4EB4FL;
    private static final long ATOM = 0x165667B19E3779F9L;
    private static final long MARKED = 0x27D4EB2F165667C5L;

    private final ToLongFunction<UniqueString> atoms;

    private Canonical(ToLongFunction<UniqueString> atoms) {
        this.atoms = atoms;
    }

    /**
     * A fingerprint that is the same for states that differ in an exchange of free values, in most cases.
     *
     * @param free sets of values any two of which can be exchanged
     */
    static long fingerprint(TLCState state, List<Set<UniqueString>> free) {
        Map<UniqueString, Long> numbers = new HashMap<>();
        for (int set = 0; set < free.size(); set++) {
            long number = set * SET;
            for (UniqueString each : bySignature(state, free, set)) {
                numbers.put(each, mix(++number * MARKED));
            }
        }
        return new Canonical(atom -> {
                    Long number = numbers.get(atom);
                    return number == null ? own(atom) : number;
                })
                .ofState(state);
    }

    private static List<UniqueString> bySignature(TLCState state, List<Set<UniqueString>> free, int set) {
        Map<UniqueString, Long> anonymous = new HashMap<>();
        for (int other = 0; other < free.size(); other++) {
            for (UniqueString each : free.get(other)) {
                anonymous.put(each, mix(other * SET + ATOM));
            }
        }
        Map<UniqueString, Long> signatures = new HashMap<>();
        for (UniqueString each : free.get(set)) {
            signatures.put(
                    each,
                    new Canonical(atom -> {
                                Long number = anonymous.get(atom);
                                return number == null ? own(atom) : atom == each ? MARKED : number;
                            })
                            .ofState(state));
        }
        List<UniqueString> sorted = new ArrayList<>(free.get(set));
        sorted.sort(Comparator.comparing(each -> signatures.getOrDefault(each, 0L)));
        return sorted;
    }

    /** Whether a value has one of these in it; a value that cannot be looked through might. */
    static boolean mentions(Value value, Set<UniqueString> wanted) {
        boolean[] found = new boolean[1];
        try {
            new Canonical(atom -> {
                        found[0] |= wanted.contains(atom);
                        return 0;
                    })
                    .of(value);
            return found[0];
        } catch (RuntimeException e) {
            return true;
        }
    }

    private static long own(UniqueString atom) {
        return mix(atom.getTok() + ATOM);
    }

    private long ofState(TLCState state) {
        long sum = 0;
        for (OpDeclNode variable : TLCState.Empty.getVars()) {
            sum = mix(sum + of(state.lookup(variable.getName())));
        }
        return sum;
    }

    /** Equal values have equal numbers, however TLC keeps them: tuples and records are functions. */
    private long of(IValue value) {
        if (value instanceof StringValue string) {
            return atoms.applyAsLong(string.getVal());
        } else if (value instanceof ModelValue model) {
            return atoms.applyAsLong(model.val);
        } else if (value instanceof IntValue number) {
            return mix(number.val);
        } else if (value instanceof BoolValue bool) {
            return bool.val ? 1 : 2;
        } else if (value instanceof TupleValue tuple) {
            return ofTuple(tuple);
        } else if (value instanceof RecordValue rcd) {
            return ofRecord(rcd);
        }
        return ofComposed((Value) value);
    }

    private long ofTuple(TupleValue tuple) {
        long sum = FUNCTION;
        for (int i = 0; i < tuple.elems.length; i++) {
            sum += entry(mix(i + 1), of(tuple.elems[i]));
        }
        return mix(sum);
    }

    private long ofRecord(RecordValue rcd) {
        long sum = FUNCTION;
        for (int i = 0; i < rcd.names.length; i++) {
            sum += entry(atoms.applyAsLong(rcd.names[i]), of(rcd.values[i]));
        }
        return mix(sum);
    }

    private long ofComposed(Value value) {
        if (value.toSetEnum() instanceof SetEnumValue set) {
            set.normalize();
            long sum = SET;
            for (Value element : set.elems.toArray()) {
                sum += mix(of(element) + SET);
            }
            return mix(sum);
        } else if (value.toFcnRcd() instanceof FcnRcdValue fcn) {
            long sum = FUNCTION;
            for (int i = 0; i < fcn.values.length; i++) {
                long key = fcn.intv == null ? of(fcn.domain[i]) : mix(fcn.intv.low + i);
                sum += entry(key, of(fcn.values[i]));
            }
            return mix(sum);
        }
        return mix(value.fingerPrint(SET));
    }

    private static long entry(long key, long value) {
        return mix(mix(key + FUNCTION) + value);
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long number) {
        long z = number + SET;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
