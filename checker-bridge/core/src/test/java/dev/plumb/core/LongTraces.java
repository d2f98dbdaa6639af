package dev.plumb.core;

import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
import dev.plumb.traces.TraceReader;
import dev.plumb.traces.TraceStream;
import dev.plumb.traces.UnreadTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Long traces of Lamport's mutual exclusion with three processes, of which everything was seen.
 *
 * <p>Run by hand it measures: {@code LongTraces FILE EVENTS} writes the trace if it is not there, and then reads it, and
 * reads and checks it, three times. What is told is the time of the one thread that does it.
 */
final class LongTraces {
    private static final SortedMap<String, TlaValue> THREE =
            new TreeMap<>(Collections.singletonMap("N", TlaValue.of(3)));

    private LongTraces() {}

    static Model spec() {
        return new SpecLocator(List.of(Corpus.ROOT)).forTraces("LamportMutex", Optional.empty());
    }

    static UnreadTrace write(Path file, int events) throws IOException {
        TraceHeader header = TraceHeader.of("LamportMutex").withConstants(THREE).withOrder(TraceHeader.Order.FILE);
        KernelModel model = new KernelModel(spec(), Config.none());
        try (LoadedSpec spec = model.load(TlcJar.find(), THREE, new Source("", 0))) {
            new RandomWalk(spec, 1).write(file, header, events);
        }
        return find(file);
    }

    private static UnreadTrace find(Path file) {
        return TraceReader.find(List.of(file), ReadOptions.DEFAULT).get(0);
    }

    static TraceCheckResult check(UnreadTrace trace, LoadedSpecs specs) throws IOException {
        try (TraceStream stream = trace.stream()) {
            return new TraceCheck(spec(), specs).check(stream, "");
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        int events = Integer.parseInt(arguments[1]);
        UnreadTrace trace = Files.exists(file) ? find(file) : write(file, events);
        try (LoadedSpecs specs = new LoadedSpecs(TlcJar.find())) {
            for (int round = 1; round <= 3; round++) {
                long start = cpuNanos();
                count(trace);
                long read = cpuNanos();
                Outcome outcome = check(trace, specs).outcome();
                long checked = cpuNanos();
                System.out.printf(
                        "%s: read %,d events/s, read and check %,d events/s, check alone %,d events/s%n",
                        outcome,
                        perSecond(events, read - start),
                        perSecond(events, checked - read),
                        perSecond(events, checked - read - (read - start)));
            }
        }
    }

    private static void count(UnreadTrace trace) throws IOException {
        try (TraceStream stream = trace.stream()) {
            while (stream.next().isPresent()) {
                // that is what is measured
            }
        }
    }

    private static long perSecond(int events, long nanos) {
        return (long) (events * 1e9 / nanos);
    }

    private static long cpuNanos() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
