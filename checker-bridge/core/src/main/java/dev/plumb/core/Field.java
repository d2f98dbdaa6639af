package dev.plumb.core;

import dev.plumb.kernel.api.ActionSignature;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.traces.Event;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaText;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A place at which an event says something.
 *
 * @param path the argument's name; or the variable, and the keys of the part of it that was seen
 */
record Field(Kind kind, List<String> path) {
    /** What an event says something of. */
    enum Kind {
        ARGUMENT,
        BEFORE,
        STATE
    }

    /** All that an event says, but for its action. */
    static List<Field> of(Event event) {
        List<Field> fields = new ArrayList<>();
        arguments(event).keySet().forEach(name -> fields.add(new Field(Kind.ARGUMENT, List.of(name))));
        event.before().forEach((variable, seen) -> addLeaves(Kind.BEFORE, List.of(variable), seen, fields));
        event.state().forEach((variable, seen) -> addLeaves(Kind.STATE, List.of(variable), seen, fields));
        return fields;
    }

    private static void addLeaves(Kind kind, List<String> path, Observation seen, List<Field> fields) {
        if (seen instanceof Observation.Part part && !part.entries().isEmpty()) {
            part.entries().forEach((key, inner) -> {
                List<String> further = new ArrayList<>(path);
                further.add(key);
                addLeaves(kind, further, inner, fields);
            });
        } else {
            fields.add(new Field(kind, path));
        }
    }

    private static SortedMap<String, TlaValue> arguments(Event event) {
        return new TreeMap<>(((Arguments.Named) event.arguments()).values());
    }

    /** The event with its arguments by name, as all others here want it. */
    static Event named(Event event, LoadedSpec spec) {
        if (!(event.arguments() instanceof Arguments.Positional given)) {
            return event;
        }
        Map<String, TlaValue> named = new HashMap<>();
        spec.actions().stream()
                .filter(action -> event.action().equals(Optional.of(action.name())))
                .map(ActionSignature::parameters)
                .findFirst()
                .ifPresent(names -> IntStream.range(0, names.size())
                        .forEach(i -> named.put(names.get(i), given.values().get(i))));
        return copy(event, new Arguments.Named(named), event.before(), event.state());
    }

    /**
     * Where this is, in words.
     *
     * @param isIndex whether a key is one of many of its kind, which are not told apart
     */
    String text(Predicate<String> isIndex) {
        StringBuilder text = new StringBuilder(path.get(0));
        for (String key : path.subList(1, path.size())) {
            boolean isField = TlaText.isIdentifier(key) && !isIndex.test(key);
            text.append(isField ? "." + key : "[*]");
        }
        return switch (kind) {
            case ARGUMENT -> "the argument " + text;
            case BEFORE -> text + " before the step";
            case STATE -> text.toString();
        };
    }

    /** What an event that has this field says there. */
    Observation in(Event event) {
        if (kind == Kind.ARGUMENT) {
            return new Observation.Whole(get(arguments(event), path.get(0)));
        }
        Observation seen = get(kind == Kind.BEFORE ? event.before() : event.state(), path.get(0));
        for (String key : path.subList(1, path.size())) {
            seen = get(((Observation.Part) seen).entries(), key);
        }
        return seen;
    }

    private static <T> T get(SortedMap<String, T> entries, String key) {
        return Objects.requireNonNull(entries.get(key), key);
    }

    /** What an event says of the variable, but for all that is not there. */
    Observation alone(Event event) {
        Observation alone = in(event);
        for (int i = path.size() - 1; i > 0; i--) {
            alone = new Observation.Part(new TreeMap<>(Map.of(path.get(i), alone)));
        }
        return alone;
    }

    /** The event saying something else there, or nothing. */
    Event with(Event event, Optional<Observation> other) {
        return switch (kind) {
            case ARGUMENT -> copy(event, argument(event, other), event.before(), event.state());
            case BEFORE -> copy(event, event.arguments(), with(event.before(), 0, other), event.state());
            case STATE -> copy(event, event.arguments(), event.before(), with(event.state(), 0, other));
        };
    }

    private Arguments argument(Event event, Optional<Observation> other) {
        SortedMap<String, TlaValue> values = arguments(event);
        other.ifPresentOrElse(
                seen -> values.put(path.get(0), ((Observation.Whole) seen).value()), () -> values.remove(path.get(0)));
        return new Arguments.Named(values);
    }

    private SortedMap<String, Observation> with(
            SortedMap<String, Observation> entries, int depth, Optional<Observation> other) {
        SortedMap<String, Observation> changed = new TreeMap<>(entries);
        String key = path.get(depth);
        if (depth < path.size() - 1) {
            Observation.Part part = (Observation.Part) get(entries, key);
            changed.put(key, new Observation.Part(with(part.entries(), depth + 1, other)));
        } else {
            other.ifPresentOrElse(seen -> changed.put(key, seen), () -> changed.remove(key));
        }
        return changed;
    }

    /** An event that says nothing but its action. */
    static Event bare(Event event) {
        return copy(event, Arguments.NONE, Collections.emptySortedMap(), Collections.emptySortedMap());
    }

    private static Event copy(
            Event event,
            Arguments arguments,
            SortedMap<String, Observation> before,
            SortedMap<String, Observation> state) {
        return new Event(
                event.source(),
                event.process(),
                event.run(),
                event.action(),
                arguments,
                before,
                state,
                event.clock(),
                event.at());
    }
}
