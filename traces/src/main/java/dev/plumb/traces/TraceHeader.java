package dev.plumb.traces;

import java.util.Optional;
import java.util.SortedMap;

/**
 * What the first line of a trace says about all of it.
 *
 * @param spec the module that the trace is a behaviour of
 * @param constants values of the spec's constants in this run
 * @param trace names the trace; files with the same name are parts of one
 * @param init what was observed of the initial state, by variable
 * @param order how the events of different processes are ordered
 * @param sparseClocks whether a process may skip numbers of its own clock component
 */
public record TraceHeader(
        Optional<String> spec,
        SortedMap<String, TlaValue> constants,
        Optional<String> trace,
        SortedMap<String, Observation> init,
        Order order,
        boolean sparseClocks) {

    /** How events of different processes are ordered; those of one process always are as they were recorded. */
    public enum Order {
        /** As the vector clocks say; where there are none, not at all. */
        CLOCKS,
        /** As the lines of the file stand. */
        FILE
    }
}
