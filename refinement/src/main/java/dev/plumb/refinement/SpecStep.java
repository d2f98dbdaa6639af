package dev.plumb.refinement;

import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A step of the specification as the code that took it tells it: immutable, so that code without side effects can return
 * it and let its caller record it ({@link Recorder#record}).
 *
 * @param at the line of code that took the step, for example {@code ResourceManager.java:41}, where it is known
 */
public record SpecStep(
        String action,
        Optional<String> run,
        SortedMap<String, TlaValue> arguments,
        SortedMap<String, Observation> before,
        SortedMap<String, Observation> state,
        Optional<String> at)
        implements Observing<SpecStep> {

    public SpecStep {
        arguments = copyOf(arguments);
        before = copyOf(before);
        state = copyOf(state);
    }

    private static <T> SortedMap<String, T> copyOf(SortedMap<String, T> entries) {
        return entries.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /** A step of the site's action, taken there. */
    public static SpecStep of(ActionSite site) {
        return of(site.action(), Optional.of(site.fileAndLine()));
    }

    /** A step of the action, taken at a line that is not known unless {@link #here} or {@link #at} tells it. */
    public static SpecStep of(String action) {
        return of(action, Optional.empty());
    }

    private static SpecStep of(String action, Optional<String> at) {
        SortedMap<String, Observation> nothing = Collections.emptySortedMap();
        return new SpecStep(action, Optional.empty(), Collections.emptySortedMap(), nothing, nothing, at);
    }

    @Override
    public SpecStep run(String name) {
        return new SpecStep(action, Optional.of(name), arguments, before, state, at);
    }

    @Override
    public SpecStep at(String fileAndLine) {
        return new SpecStep(action, run, arguments, before, state, Optional.of(fileAndLine));
    }

    @Override
    public SpecStep arg(String name, TlaValue value) {
        SortedMap<String, TlaValue> more = new TreeMap<>(arguments);
        Merging.add(action, more, name, value);
        return new SpecStep(action, run, more, before, state, at);
    }

    @Override
    public SpecStep state(String variable, Observation observation) {
        return new SpecStep(action, run, arguments, before, with(state, variable, observation), at);
    }

    @Override
    public SpecStep before(String variable, Observation observation) {
        return new SpecStep(action, run, arguments, with(before, variable, observation), state, at);
    }

    private static SortedMap<String, Observation> with(
            SortedMap<String, Observation> seen, String variable, Observation observation) {
        SortedMap<String, Observation> more = new TreeMap<>(seen);
        Merging.add(more, variable, observation);
        return more;
    }

    /** The event that it is in a trace, with the process that took it and the clock after it, which may be empty. */
    public Event event(Source source, String process, SortedMap<String, Long> clock) {
        return new Event(
                source,
                Optional.of(process),
                run,
                Optional.of(action),
                new Event.Arguments.Named(arguments),
                before,
                state,
                clock,
                at);
    }
}
