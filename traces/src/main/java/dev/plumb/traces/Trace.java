package dev.plumb.traces;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * A recorded execution, put together from its files: one or more runs, each a behaviour of its own.
 *
 * @param name for messages: the header's name, else the file's
 * @param warnings what was wrong but could be read, in sentences
 * @param ignored how many events of each name were left out, because they are not of the spec
 */
public record Trace(
        String name, TraceHeader header, List<Run> runs, List<String> warnings, SortedMap<String, Integer> ignored) {

    /** A trace of which no event was left out. */
    public Trace(String name, TraceHeader header, List<Run> runs, List<String> warnings) {
        this(name, header, runs, warnings, Collections.emptySortedMap());
    }

    /** A behaviour from an initial state on: partially ordered events. {@code name} is empty for the unnamed run. */
    public record Run(String name, List<Part> parts) {
        public int events() {
            return parts.stream().mapToInt(part -> part.events().size()).sum();
        }
    }

    /**
     * The events of one process in one run, in program order.
     *
     * @param needs for each event, how many events of each part of the run (by its index) must come before it
     */
    public record Part(String process, List<Event> events, List<int[]> needs) {}

    public int events() {
        return runs.stream().mapToInt(Run::events).sum();
    }
}
