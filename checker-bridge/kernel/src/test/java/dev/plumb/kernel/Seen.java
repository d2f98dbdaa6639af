package dev.plumb.kernel;

import dev.plumb.traces.Event;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Builds events. */
final class Seen {
    static final Source AT = new Source("run.ndjson", 7);

    private final Optional<String> action;
    private Optional<String> process = Optional.empty();
    private final Map<String, TlaValue> named = new LinkedHashMap<>();
    private Optional<List<TlaValue>> positional = Optional.empty();
    private final SortedMap<String, Observation> before = new TreeMap<>();
    private final SortedMap<String, Observation> state = new TreeMap<>();

    private Seen(Optional<String> action) {
        this.action = action;
    }

    static Seen action(String name) {
        return new Seen(Optional.of(name));
    }

    static Seen something() {
        return new Seen(Optional.empty());
    }

    Seen by(String name) {
        process = Optional.of(name);
        return this;
    }

    Seen with(String parameter, TlaValue value) {
        named.put(parameter, value);
        return this;
    }

    Seen with(String parameter, String value) {
        return with(parameter, TlaValue.of(value));
    }

    Seen with(String parameter, int value) {
        return with(parameter, TlaValue.of(value));
    }

    Seen withAll(TlaValue... values) {
        positional = Optional.of(List.of(values));
        return this;
    }

    Seen before(String variable, TlaValue value) {
        before.put(variable, new Observation.Whole(value));
        return this;
    }

    Seen then(String variable, TlaValue value) {
        return then(variable, new Observation.Whole(value));
    }

    Seen then(String variable, Observation observation) {
        state.put(variable, observation);
        return this;
    }

    Event event() {
        Arguments arguments =
                positional.<Arguments>map(Arguments.Positional::new).orElseGet(() -> new Arguments.Named(named));
        return new Event(
                AT, process, Optional.empty(), action, arguments, before, state, new TreeMap<>(), Optional.empty());
    }

    static Observation part(String key, TlaValue value) {
        return new Observation.Part(new TreeMap<>(Map.of(key, new Observation.Whole(value))));
    }

    static Observation has(TlaValue... values) {
        return new Observation.Content(
                Optional.of(List.of(values)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Observation added(TlaValue... values) {
        return new Observation.Content(
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(values)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
