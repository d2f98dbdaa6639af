package dev.plumb.core;

import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** What is known of a state of a spec: the values of some of its variables, or of all. */
public final class Seen {
    /** Places of these variables among the names of all, in order. */
    private final int[] places;

    private final long print;

    private Seen(int[] places, long[] values) {
        this.places = places;
        this.print = print(values);
    }

    /** @param variables of the spec, in order */
    static Seen of(SortedMap<String, TlaValue> known, List<String> variables) {
        List<Integer> places = new ArrayList<>();
        long[] values = new long[variables.size()];
        for (int i = 0; i < values.length; i++) {
            TlaValue value = known.get(variables.get(i));
            if (value != null) {
                places.add(i);
                values[i] = ValuePrints.of(value);
            }
        }
        return new Seen(places.stream().mapToInt(Integer::intValue).toArray(), values);
    }

    /** @param values fingerprints of all variables of a state */
    boolean fits(long[] values) {
        return print == print(values);
    }

    private long print(long[] values) {
        long all = places.length;
        for (int place : places) {
            all = ValuePrints.then(all, values[place]);
        }
        return all;
    }
}
