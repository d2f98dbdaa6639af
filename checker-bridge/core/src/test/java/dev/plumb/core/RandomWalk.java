package dev.plumb.core;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.Event;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Source;
import dev.plumb.traces.TraceHeader;
import dev.plumb.traces.TraceWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Behaviours of a spec, taken at random and written down with all that can be seen of them. */
final class RandomWalk {
    private final LoadedSpec spec;
    private final Random random;

    RandomWalk(LoadedSpec spec, long seed) {
        this.spec = spec;
        this.random = new Random(seed);
    }

    /** Writes a trace in which every event has its action, its arguments and the value of every variable. */
    void write(Path file, TraceHeader header, int events) throws IOException {
        try (TraceWriter writer = TraceWriter.open(file, header)) {
            SpecState state = pick(spec.initialStates());
            for (int i = 1; i <= events; i++) {
                Successor step = pick(spec.steps(state).successors());
                writer.write(event(i, step));
                state = step.state();
            }
        }
    }

    private <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    private static Event event(int number, Successor step) {
        ActionInstance action = step.action();
        SortedMap<String, Observation> seen = new TreeMap<>();
        step.state().values().forEach((variable, value) -> seen.put(variable, new Observation.Whole(value)));
        return new Event(
                new Source("", number),
                Optional.empty(),
                Optional.empty(),
                Optional.of(action.name()),
                new Arguments.Named(action.arguments()),
                Collections.emptySortedMap(),
                seen,
                Collections.emptySortedMap(),
                Optional.empty());
    }
}
