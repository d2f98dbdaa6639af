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

    /** Says nothing: vector clocks order the events, if anything does. */
    public static final TraceHeader NONE = new TraceHeader(
            Optional.empty(),
            Collections.emptySortedMap(),
            Optional.empty(),
            Collections.emptySortedMap(),
            Order.CLOCKS,
            false,
            Collections.emptySortedSet());

    /** Names the module that the trace is a behaviour of, and says nothing else. */
    public static TraceHeader of(String spec) {
        return NONE.withSpec(Optional.of(spec));
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

    public TraceHeader withSpec(Optional<String> module) {
        return new TraceHeader(module, constants, trace, init, order, sparseClocks, ignore);
    }

    /** The same with these constants and no others. */
    public TraceHeader withConstants(SortedMap<String, TlaValue> all) {
        return new TraceHeader(spec, all, trace, init, order, sparseClocks, ignore);
    }

    /** The same of a trace with this name. */
    public TraceHeader named(String name) {
        return new TraceHeader(spec, constants, Optional.of(name), init, order, sparseClocks, ignore);
    }

    /** The same with what was observed of the initial state. */
    public TraceHeader withInit(SortedMap<String, Observation> observed) {
        return new TraceHeader(spec, constants, trace, observed, order, sparseClocks, ignore);
    }

    public TraceHeader withOrder(Order other) {
        return new TraceHeader(spec, constants, trace, init, other, sparseClocks, ignore);
    }

    /** The same of processes that may skip numbers of their own clock components. */
    public TraceHeader withSparseClocks() {
        return new TraceHeader(spec, constants, trace, init, order, true, ignore);
    }

    /** The same with more names of events that are left out. */
    public TraceHeader ignoring(SortedSet<String> more) {
        SortedSet<String> all = new TreeSet<>(ignore);
        all.addAll(more);
        return new TraceHeader(spec, constants, trace, init, order, sparseClocks, all);
    }
}
