package dev.plumb.simulation.conform;

import dev.plumb.refinement.Abstraction;
import dev.plumb.simulation.explore.Path;
import dev.plumb.simulation.explore.WorldSystem;
import dev.plumb.simulation.world.Happened.Act;
import dev.plumb.simulation.world.WorldState;
import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
import dev.plumb.traces.TraceWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A way through a world as a trace in which all of each state was seen, so that what is wrong with it is told as of any other
 * trace.
 */
final class PathTrace {
    private static final Source UNKNOWN = new Source("", 0);

    private PathTrace() {}

    /**
     * Writes the trace of a way.
     *
     * @param told the steps of the specification that each of its steps tells
     * @param header of the protocol's traces
     */
    static void write(
            Path<WorldState> path,
            List<List<Event>> told,
            Abstraction<WorldState> abstraction,
            TraceHeader header,
            java.nio.file.Path file)
            throws IOException {
        TraceHeader whole = header.withInit(seen(abstraction.of(path.start()))).withOrder(TraceHeader.Order.FILE);
        try (TraceWriter trace = TraceWriter.open(file, whole)) {
            for (int i = 0; i < path.length(); i++) {
                Path.Taken<WorldState> taken = path.steps().get(i);
                for (Event event : events(taken, told.get(i), seen(abstraction.of(taken.to())))) {
                    trace.write(event);
                }
            }
        }
    }

    private static SortedMap<String, Observation> seen(SortedMap<String, TlaValue> state) {
        SortedMap<String, Observation> seen = new TreeMap<>();
        state.forEach((variable, value) -> seen.put(variable, new Observation.Whole(value)));
        return seen;
    }

    /**
     * The steps of the specification that a step of the world is, the last one with all of the state after it. One that tells of
     * none may be any step of it, or change nothing.
     */
    private static List<Event> events(
            Path.Taken<WorldState> taken, List<Event> told, SortedMap<String, Observation> seen) {
        List<Act> acts = ((WorldSystem.Event) taken.action()).happened().acts();
        List<Event> events = new ArrayList<>(told);
        Event last = events.isEmpty()
                ? event(acts.stream().findFirst().map(Act::node).orElse("the world"))
                : events.remove(events.size() - 1);
        events.add(with(seen, last));
        return events;
    }

    private static Event event(String node) {
        return new Event(
                UNKNOWN,
                Optional.of(node),
                Optional.empty(),
                Optional.empty(),
                Event.Arguments.NONE,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Optional.empty());
    }

    private static Event with(SortedMap<String, Observation> seen, Event event) {
        return new Event(
                event.source(),
                event.process(),
                event.run(),
                event.action(),
                event.arguments(),
                event.before(),
                seen,
                event.clock(),
                event.at());
    }
}
