package dev.plumb.traces;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One recorded step. Everything but its place is optional: what was not recorded is existentially quantified.
 *
 * @param source where it stands in the trace
 * @param process who took the step
 * @param run the behaviour it belongs to; events without one belong to the same, unnamed run
 * @param action the name of the spec action, or of an operator on the way to it
 * @param arguments of the action, by name or by position; maybe not all of them
 * @param before what was observed before the step, by variable
 * @param state what was observed after it, by variable
 * @param clock vector clock by process after the step, the own component counting this event; empty if none
 * @param at the line of code that recorded it, for example {@code ResourceManager.java:41}
 * @param time when it happened, by a clock that all processes share
 */
public record Event(
        Source source,
        Optional<String> process,
        Optional<String> run,
        Optional<String> action,
        Arguments arguments,
        SortedMap<String, Observation> before,
        SortedMap<String, Observation> state,
        SortedMap<String, Long> clock,
        Optional<String> at,
        Optional<Time> time) {

    /** An event without a time. */
    public Event(
            Source source,
            Optional<String> process,
            Optional<String> run,
            Optional<String> action,
            Arguments arguments,
            SortedMap<String, Observation> before,
            SortedMap<String, Observation> state,
            SortedMap<String, Long> clock,
            Optional<String> at) {
        this(source, process, run, action, arguments, before, state, clock, at, Optional.empty());
    }

    /**
     * A step that nobody recorded.
     *
     * @param by who says that there is one
     * @param action empty if not even that is known of it
     */
    public static Event unrecorded(Source by, Optional<String> action) {
        return new Event(
                by,
                Optional.empty(),
                Optional.empty(),
                action,
                Arguments.NONE,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Optional.empty());
    }

    /** The step was taken at some moment from {@code start} to {@code end}; a scalar clock tells a single moment. */
    public record Time(long start, long end) {
        /** The reading of a scalar clock. */
        public static Time at(long moment) {
            return new Time(moment, moment);
        }
    }

    /**
     * The action by which the 2024 tools record that the program failed. No specification has it, so that a trace with
     * such an event is no behaviour of one.
     */
    public static final String EXCEPTION = "__exception";

    /** Arguments of an action as they were recorded. */
    public sealed interface Arguments {
        Arguments NONE = new Named(Map.of());

        /** By the names of the action's formal parameters. */
        record Named(Map<String, TlaValue> values) implements Arguments {}

        /** By position, all of them. */
        record Positional(List<TlaValue> values) implements Arguments {}
    }
}
