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
 * @param at the line of code that took the step, for example {@code ResourceManager.java:41}
 */
public record SpecStep(
        String action,
        Optional<String> run,
        SortedMap<String, TlaValue> arguments,
        SortedMap<String, Observation> before,
        SortedMap<String, Observation> state,
        String at)
        implements Observing<SpecStep> {

    public SpecStep {
        arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
        before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
        state = Collections.unmodifiableSortedMap(new TreeMap<>(state));
    }

    /** A step of the action, taken at the line that calls this. */
    public static SpecStep of(String action) {
        SortedMap<String, Observation> nothing = Collections.emptySortedMap();
        return new SpecStep(
                action, Optional.empty(), Collections.emptySortedMap(), nothing, nothing, CallSite.fileAndLine());
    }

    @Override
    public SpecStep run(String name) {
        return new SpecStep(action, Optional.of(name), arguments, before, state, at);
    }

    @Override
    public SpecStep at(String fileAndLine) {
        return new SpecStep(action, run, arguments, before, state, fileAndLine);
    }

    @Override
    public SpecStep arg(String name, TlaValue value) {
        SortedMap<String, TlaValue> more = new TreeMap<>(arguments);
        if (more.put(name, value) != null) {
            throw new IllegalArgumentException(action + ": argument " + name + " was given twice");
        }
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
        more.merge(variable, observation, (one, other) -> Merging.both(variable, one, other));
        return more;
    }

    Event event(String process, Source source, SortedMap<String, Long> clock) {
        return new Event(
                source,
                Optional.of(process),
                run,
                Optional.of(action),
                new Event.Arguments.Named(arguments),
                before,
                state,
                clock,
                Optional.of(at));
    }
}
