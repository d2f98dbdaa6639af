package dev.plumb.benchmarks;

import dev.plumb.core.Model;
import dev.plumb.kernel.Kernel;
import dev.plumb.kernel.SpecSource;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.Event;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
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

/** Traces of behaviours of Lamport's mutual exclusion with three processes, taken at random, of which everything was seen. */
final class Walk {
    private static final SortedMap<String, TlaValue> THREE =
            new TreeMap<>(Collections.singletonMap("N", TlaValue.of(3)));

    private Walk() {}

    /** Writes traces of so many events, each another. */
    static void writeAll(Model lamport, List<Path> files, int events) throws IOException {
        SpecSource source = new SpecSource(lamport.module(), lamport.folders(), "SPECIFICATION Spec\nCONSTANT N = 3\n");
        try (LoadedSpec spec = Kernel.load(source, TlcJar.find())) {
            for (int i = 0; i < files.size(); i++) {
                write(spec, files.get(i), events, new Random(i));
            }
        }
    }

    private static void write(LoadedSpec spec, Path file, int events, Random random) throws IOException {
        TraceHeader header = TraceHeader.of(spec.module())
                .withConstants(THREE)
                .named(file.getFileName().toString())
                .withOrder(TraceHeader.Order.FILE);
        try (TraceWriter writer = TraceWriter.open(file, header)) {
            SpecState state = pick(spec.initialStates(), random);
            for (int i = 0; i < events; i++) {
                Successor step = pick(spec.steps(state).successors(), random);
                writer.write(event(step));
                state = step.state();
            }
        }
    }

    private static <T> T pick(List<T> among, Random random) {
        return among.get(random.nextInt(among.size()));
    }

    private static Event event(Successor step) {
        SortedMap<String, Observation> seen = new TreeMap<>();
        step.state().values().forEach((variable, value) -> seen.put(variable, new Observation.Whole(value)));
        return new Event(
                new Source("", 0),
                Optional.empty(),
                Optional.empty(),
                Optional.of(step.action().name()),
                new Arguments.Named(step.action().arguments()),
                Collections.emptySortedMap(),
                seen,
                Collections.emptySortedMap(),
                Optional.empty());
    }
}
