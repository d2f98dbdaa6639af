package dev.plumb.traces;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A TLA+ value in canonical form: two values are {@code equal} iff TLA+ says that they are, and values of
 * different kinds are unequal instead of an error.
 *
 * <p>Tuples, sequences, records and functions are all {@link Fn}: in TLA+ a tuple <em>is</em> the function from
 * {@code 1..n} and a record <em>is</em> the function from its field names (Lamport, Specifying Systems, section 16.1).
 * {@code toString} is TLA+ text that TLC reads back; the natural order is total and arbitrary but fixed.
 */
public sealed interface TlaValue extends Comparable<TlaValue> {

    /** {@code TRUE} or {@code FALSE}. */
    record Bool(boolean value) implements TlaValue {
        @Override
        public String toString() {
            return value ? "TRUE" : "FALSE";
        }
    }

    /** An integer of 32 bits, which is all that TLC calculates with. */
    record Int(int value) implements TlaValue {
        @Override
        public String toString() {
            return Integer.toString(value);
        }
    }

    /** A string. */
    record Str(String value) implements TlaValue {
        @Override
        public String toString() {
            return TlaText.quote(value);
        }
    }

    /** A model value: an atom that is equal to itself only, named in a {@code .cfg}. */
    record Model(String name) implements TlaValue {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A finite set. */
    record SetOf(SortedSet<TlaValue> elements) implements TlaValue {
        public SetOf {
            elements = elements.isEmpty()
                    ? Collections.emptySortedSet()
                    : Collections.unmodifiableSortedSet(new TreeSet<>(elements));
        }

        @Override
        public String toString() {
            return elements.stream().map(TlaValue::toString).collect(joining(", ", "{", "}"));
        }
    }

    /** A function with a finite domain; a tuple, sequence or record where its domain makes it one. */
    record Fn(SortedMap<TlaValue, TlaValue> entries) implements TlaValue {
        public Fn {
            entries = SortedEntries.copyOf(entries);
        }

        /** Whether the domain is {@code 1..n}; so it is for the empty function. */
        public boolean isTuple() {
            return ((SortedEntries) entries).isTuple();
        }

        /** Its values in the order of their keys, from 0 on: the fast way through a tuple. */
        public TlaValue valueAt(int i) {
            return ((SortedEntries) entries).valueAt(i);
        }

        /** Whether the domain is a set of field names, not empty. */
        public boolean isRecord() {
            for (TlaValue key : entries.keySet()) {
                if (!(key instanceof Str s) || !TlaText.isIdentifier(s.value())) {
                    return false;
                }
            }
            return !entries.isEmpty();
        }

        public Optional<TlaValue> apply(TlaValue argument) {
            return Optional.ofNullable(entries.get(argument));
        }

        @Override
        public String toString() {
            return TlaText.print(this);
        }
    }

    static TlaValue of(boolean value) {
        return new Bool(value);
    }

    static TlaValue of(int value) {
        return new Int(value);
    }

    static TlaValue of(String value) {
        return new Str(value);
    }

    static TlaValue model(String name) {
        return new Model(name);
    }

    static TlaValue set(TlaValue... elements) {
        return set(Arrays.asList(elements));
    }

    static TlaValue set(Collection<? extends TlaValue> elements) {
        return new SetOf(elements.isEmpty() ? Collections.emptySortedSet() : new TreeSet<>(elements));
    }

    /** The set of these strings. */
    static TlaValue setOf(String... elements) {
        return set(Arrays.stream(elements).map(Str::new).toList());
    }

    static TlaValue tuple(TlaValue... elements) {
        return tuple(Arrays.asList(elements));
    }

    static TlaValue tuple(List<? extends TlaValue> elements) {
        return new Fn(SortedEntries.ofTuple(elements));
    }

    static TlaValue record(Map<String, ? extends TlaValue> fields) {
        return record(fields.keySet().toArray(String[]::new), fields.values().toArray(TlaValue[]::new));
    }

    /** A record with these fields, whose names differ; the arrays are not copied. */
    static TlaValue record(String[] names, TlaValue[] values) {
        return new Fn(SortedEntries.ofRecord(names, values));
    }

    static TlaValue function(Map<? extends TlaValue, ? extends TlaValue> entries) {
        return new Fn(new TreeMap<>(entries));
    }

    /** This value with {@code change} applied to every string in it but the names of fields. */
    default TlaValue mapStrings(UnaryOperator<TlaValue> change) {
        if (this instanceof Str) {
            return change.apply(this);
        } else if (this instanceof SetOf set) {
            return set(set.elements().stream().map(e -> e.mapStrings(change)).toList());
        } else if (this instanceof Fn fn) {
            return mapStrings(fn, change);
        }
        return this;
    }

    /**
     * Strings as keys are field names, and stay, unless the change takes every one of them for another value: then it is
     * a function on those values that was written with strings.
     */
    private static TlaValue mapStrings(Fn fn, UnaryOperator<TlaValue> change) {
        boolean keepsNames =
                fn.isRecord() && fn.entries().keySet().stream().anyMatch(key -> change.apply(key) instanceof Str);
        SortedMap<TlaValue, TlaValue> mapped = new TreeMap<>();
        fn.entries().forEach((k, v) -> mapped.put(keepsNames ? k : k.mapStrings(change), v.mapStrings(change)));
        return new Fn(mapped);
    }

    @Override
    default int compareTo(TlaValue other) {
        return Order.TOTAL.compare(this, other);
    }

    /** The total order behind {@link TlaValue#compareTo}: by kind, then by content. */
    final class Order {
        static final Comparator<TlaValue> TOTAL = Order::compare;

        private Order() {}

        private static int compare(TlaValue a, TlaValue b) {
            if (a instanceof Bool x && b instanceof Bool y) {
                return Boolean.compare(x.value(), y.value());
            } else if (a instanceof Int x && b instanceof Int y) {
                return Integer.compare(x.value(), y.value());
            } else if (a instanceof Str x && b instanceof Str y) {
                return x.value().compareTo(y.value());
            } else if (a instanceof Model x && b instanceof Model y) {
                return x.name().compareTo(y.name());
            } else if (a instanceof SetOf x && b instanceof SetOf y) {
                return lexical(List.copyOf(x.elements()), List.copyOf(y.elements()));
            } else if (a instanceof Fn x && b instanceof Fn y) {
                return lexical(flat(x), flat(y));
            }
            return Integer.compare(kind(a), kind(b));
        }

        private static List<TlaValue> flat(Fn fn) {
            List<TlaValue> flat = new ArrayList<>(fn.entries().keySet());
            flat.addAll(fn.entries().values());
            return flat;
        }

        private static int lexical(List<TlaValue> a, List<TlaValue> b) {
            int bySize = Integer.compare(a.size(), b.size());
            for (int i = 0; bySize == 0 && i < a.size(); i++) {
                int byElement = compare(a.get(i), b.get(i));
                if (byElement != 0) {
                    return byElement;
                }
            }
            return bySize;
        }

        private static int kind(TlaValue value) {
            return value instanceof Bool
                    ? 0
                    : value instanceof Int
                            ? 1
                            : value instanceof Str ? 2 : value instanceof Model ? 3 : value instanceof SetOf ? 4 : 5;
        }
    }
}
