package dev.plumb.core;

import dev.plumb.core.search.Silent;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.Event;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
import dev.plumb.traces.TraceHeader.Order;
import dev.plumb.traces.TraceWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What programs record of a behaviour taken at random: some actions, some arguments, some variables or parts of them; one to
 * three processes, whose clocks know something of each other, nothing, or all.
 */
final class RandomTrace {
    private static final int EVENTS_MAX = 8;
    private static final List<String> PROCESSES = List.of("p", "q", "r");

    private final LoadedSpec spec;
    private final Silent silent;
    private final Random random;
    private final RandomObservations seen;

    RandomTrace(LoadedSpec spec, Silent silent, Random random) {
        this.spec = spec;
        this.silent = silent;
        this.random = random;
        this.seen = new RandomObservations(random);
    }

    /** The events of a behaviour that begins in a state, without processes. Few of them if it cannot go on. */
    List<Event> events(SpecState initial) {
        List<Event> events = new ArrayList<>();
        SpecState state = initial;
        int unrecorded = 0;
        int wanted = 3 + random.nextInt(EVENTS_MAX - 2);
        for (List<Successor> steps = steps(state); events.size() < wanted && !steps.isEmpty(); steps = steps(state)) {
            Successor step = steps.get(random.nextInt(steps.size()));
            boolean isSilent = silent.actions().contains(step.action().name());
            if (isSilent && unrecorded < silent.max()) {
                unrecorded++;
            } else {
                unrecorded = 0;
                events.add(event(Optional.of(step.action()), state, step.state()));
            }
            state = step.state();
            if (random.nextInt(10) == 0) {
                unrecorded = 0;
                events.add(event(Optional.empty(), state, state));
            }
        }
        return events;
    }

    private List<Successor> steps(SpecState state) {
        return spec.steps(state).successors();
    }

    /** An event without an action has seen a variable at least. */
    private Event event(Optional<ActionInstance> action, SpecState before, SpecState after) {
        Optional<ActionInstance> told = action.filter(any -> random.nextInt(4) != 0);
        SortedMap<String, Observation> state = seen.after(before.values(), after.values(), told.isPresent() ? 0 : 1);
        return new Event(
                new Source("", 0),
                Optional.empty(),
                Optional.empty(),
                told.map(ActionInstance::name),
                told.map(this::arguments).orElse(Arguments.NONE),
                random.nextInt(4) == 0 ? seen.before(before.values()) : Collections.emptySortedMap(),
                state,
                Collections.emptySortedMap(),
                Optional.empty());
    }

    /** None of them, some, or all. */
    private Arguments arguments(ActionInstance action) {
        SortedMap<String, TlaValue> some = new TreeMap<>(action.arguments());
        some.keySet().removeIf(name -> random.nextInt(3) == 0);
        boolean hasAll = spec.actions().stream()
                .filter(signature -> signature.name().equals(action.name()))
                .allMatch(signature ->
                        signature.parameters().size() == action.arguments().size());
        return hasAll && random.nextInt(3) == 0
                ? new Arguments.Positional(List.copyOf(action.arguments().values()))
                : new Arguments.Named(some);
    }

    /** Writes them as the trace of several processes, so that their order is one that the clocks allow. */
    List<Path> write(List<Event> events, SortedMap<String, Observation> initial, Path folder, String name)
            throws IOException {
        int parts = 1 + random.nextInt(PROCESSES.size());
        if (parts == 1 || random.nextInt(4) == 0) {
            return List.of(write(events, header(name, initial, Order.FILE), folder.resolve(name + ".ndjson")));
        }
        List<Event> assigned = random.nextInt(4) == 0 ? assigned(events, parts) : clocked(assigned(events, parts));
        List<Path> files = new ArrayList<>();
        for (String process : PROCESSES) {
            List<Event> own = assigned.stream()
                    .filter(event -> event.process().equals(Optional.of(process)))
                    .toList();
            if (!own.isEmpty()) {
                Path file = folder.resolve(name + "-" + process + ".ndjson");
                files.add(write(own, header(name, initial, Order.CLOCKS), file));
            }
        }
        return files;
    }

    private static Path write(List<Event> events, TraceHeader header, Path file) throws IOException {
        try (TraceWriter writer = TraceWriter.open(file, header)) {
            for (Event event : events) {
                writer.write(event);
            }
        }
        return file;
    }

    private static TraceHeader header(String name, SortedMap<String, Observation> initial, Order order) {
        return TraceHeader.of(RandomSpec.NAME).named(name).withInit(initial).withOrder(order);
    }

    private List<Event> assigned(List<Event> events, int parts) {
        return events.stream()
                .map(event -> with(event, PROCESSES.get(random.nextInt(parts)), Collections.emptySortedMap()))
                .toList();
    }

    /** Now and then a process has heard of what another did last. */
    private List<Event> clocked(List<Event> events) {
        SortedMap<String, SortedMap<String, Long>> clocks = new TreeMap<>();
        List<Event> clocked = new ArrayList<>();
        for (Event event : events) {
            String process = event.process().orElseThrow();
            SortedMap<String, Long> clock = clocks.computeIfAbsent(process, key -> new TreeMap<>());
            clock.merge(process, 1L, Long::sum);
            String other = PROCESSES.get(random.nextInt(PROCESSES.size()));
            if (!other.equals(process) && clocks.containsKey(other)) {
                clocks.get(other).forEach((each, count) -> clock.merge(each, count, Math::max));
            }
            clocked.add(with(event, process, new TreeMap<>(clock)));
        }
        return clocked;
    }

    private static Event with(Event event, String process, SortedMap<String, Long> clock) {
        return new Event(
                event.source(),
                Optional.of(process),
                event.run(),
                event.action(),
                event.arguments(),
                event.before(),
                event.state(),
                clock,
                event.at());
    }
}
