package dev.plumb.simulation.explore;

import static dev.plumb.simulation.explore.Fingerprints.mix;
import static dev.plumb.simulation.explore.Fingerprints.seed;
import static dev.plumb.simulation.explore.Fingerprints.then;
import static dev.plumb.simulation.explore.Fingerprints.thenPrint;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How the values of a class are fingerprinted: worked out once for each class. */
abstract class Shape {
    private static final long TEXT = seed("text");
    private static final long NUMBER = seed("number");
    private static final long TRUE = seed("true");
    private static final long FALSE = seed("false");
    private static final long EMPTY = seed("empty");
    private static final long PRESENT = seed("present");
    private static final long LIST = seed("list");
    private static final long SET = seed("set");
    private static final long MAP = seed("map");

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return find(type);
        }
    };

    /** What is asked of a value, in one line each. */
    private interface Printer<T> {
        long print(T value);
    }

    static Shape of(Class<?> type) {
        return SHAPES.get(type);
    }

    abstract long print(Object value);

    private static Shape find(Class<?> type) {
        if (Fingerprinted.class.isAssignableFrom(type)) {
            return of(Fingerprinted.class, Fingerprinted::fingerprint);
        } else if (Record.class.isAssignableFrom(type)) {
            return RecordShape.of(type);
        } else if (Enum.class.isAssignableFrom(type)) {
            return new EnumShape(type);
        } else if (List.class.isAssignableFrom(type)) {
            return of(List.class, Shape::list);
        } else if (Set.class.isAssignableFrom(type)) {
            return of(Set.class, Shape::set);
        } else if (Map.class.isAssignableFrom(type)) {
            return of(Map.class, Shape::map);
        } else if (type.isArray()) {
            return of(Object.class, Shape::array);
        }
        return simple(type);
    }

    private static Shape simple(Class<?> type) {
        if (type == String.class) {
            return of(String.class, Shape::text);
        } else if (type == Boolean.class) {
            return of(Boolean.class, value -> value ? TRUE : FALSE);
        } else if (type == Character.class) {
            return of(Character.class, value -> then(TEXT, value));
        } else if (type == Optional.class) {
            return of(Optional.class, value -> value.isEmpty() ? EMPTY : then(PRESENT, Fingerprints.of(value.get())));
        } else if (Stream.of(Integer.class, Long.class, Short.class, Byte.class).anyMatch(whole -> whole == type)) {
            return of(Number.class, value -> then(NUMBER, value.longValue()));
        }
        throw ExploreProblems.noFingerprint(type);
    }

    private static <T> Shape of(Class<T> type, Printer<T> printer) {
        return new Shape() {
            @Override
            long print(Object value) {
                return printer.print(type.cast(value));
            }
        };
    }

    private static long list(List<?> list) {
        long print = LIST;
        for (Object element : list) {
            print = thenPrint(print, Fingerprints.of(element));
        }
        return then(print, list.size());
    }

    private static long array(Object array) {
        int length = Array.getLength(array);
        long print = LIST;
        for (int i = 0; i < length; i++) {
            print = thenPrint(print, Fingerprints.of(Array.get(array, i)));
        }
        return then(print, length);
    }

    private static long set(Set<?> set) {
        long sum = SET;
        for (Object element : set) {
            sum += mix(Fingerprints.of(element));
        }
        return then(sum, set.size());
    }

    private static long map(Map<?, ?> map) {
        long sum = MAP;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            sum += then(Fingerprints.of(entry.getKey()), Fingerprints.of(entry.getValue()));
        }
        return then(sum, map.size());
    }

    private static long text(String text) {
        long print = TEXT;
        for (int i = 0; i < text.length(); i++) {
            print = then(print, text.charAt(i));
        }
        return print;
    }

    private static final class EnumShape extends Shape {
        private final long[] prints;

        EnumShape(Class<?> type) {
            Object[] constants = (type.isEnum() ? type : type.getSuperclass()).getEnumConstants();
            prints = new long[constants.length];
            for (int i = 0; i < prints.length; i++) {
                Enum<?> constant = (Enum<?>) constants[i];
                prints[i] = then(seed(constant.getDeclaringClass().getName()), seed(constant.name()));
            }
        }

        @Override
        @SuppressWarnings("EnumOrdinal") // constants are in this order in the array, too
        long print(Object value) {
            return prints[((Enum<?>) value).ordinal()];
        }
    }
}
