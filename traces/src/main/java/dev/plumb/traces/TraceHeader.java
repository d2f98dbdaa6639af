package dev.plumb.traces;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the first line of a trace says about all of it.
 *
 * @param spec the module that the trace is a behaviour of
 * @param constants values of the spec's constants in this run
 * @param trace names the trace; files with the same name are parts of one
 * @param init what was observed of the initial state, by variable
 * @param order how the events of different processes are ordered
 * @param sparseClocks whether a process may skip numbers of its own clock component
 * @param ignore names of events that are not of the spec, and are left out
 */
public record TraceHeader(
        Optional<String> spec,
        SortedMap<String, TlaValue> constants,
        Optional<String> trace,
        SortedMap<String, Observation> init,
        Order order,
        boolean sparseClocks,
        SortedSet<String> ignore) {

    /** A header of events that are all of the spec. */
    public TraceHeader(
            Optional<String> spec,
            SortedMap<String, TlaValue> constants,
            Optional<String> trace,
            SortedMap<String, Observation> init,
            Order order,
            boolean sparseClocks) {
        this(spec, constants, trace, init, order, sparseClocks, Collections.emptySortedSet());
    }

    /** How events of different processes are ordered; those of one process always are as they were recorded. */
    public enum Order {
        /** As the vector clocks say; where there are none, not at all. */
        CLOCKS,
        /** As the lines of the file stand. */
        FILE,
        /** One that has ended before another starts comes before it; others are not ordered. */
        INTERVALS,
        /** By the scalar clock that each has; those with the same reading are not ordered. */
        LAMPORT
    }

    TraceHeader withConstants(SortedMap<String, TlaValue> all) {
        return new TraceHeader(spec, all, trace, init, order, sparseClocks, ignore);
    }

    TraceHeader ignoring(SortedSet<String> more) {
        SortedSet<String> all = new TreeSet<>(ignore);
        all.addAll(more);
        return new TraceHeader(spec, constants, trace, init, order, sparseClocks, all);
    }
}
