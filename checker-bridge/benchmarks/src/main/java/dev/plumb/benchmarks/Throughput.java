package dev.plumb.benchmarks;

import dev.plumb.core.LoadedSpecs;
import dev.plumb.core.Model;
import dev.plumb.core.Outcome;
import dev.plumb.core.SpecLocator;
import dev.plumb.core.TraceCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.TraceReader;
import dev.plumb.traces.TraceStream;
import dev.plumb.traces.UnreadTrace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How many events a second one thread reads and checks once the JVM is warm. What counts is the time for which the thread
 * had a processor, because the machine may have other things to do.
 */
public final class Throughput {
    private final UnreadTrace trace;
    private final Model model;
    private final Times reading = new Times();
    private final Times checking = new Times();
    private long events;

    private Throughput(Path file, Model model) {
        this.trace = TraceReader.find(List.of(file), ReadOptions.DEFAULT).get(0);
        this.model = model;
    }

    /** {@code arguments} are the clone's folder, a spec, the number of rounds, and traces of it. */
    public static void main(String[] arguments) throws IOException {
        Model model = new SpecLocator(List.of(Path.of(arguments[0]))).forTraces(arguments[1], Optional.empty());
        int rounds = Integer.parseInt(arguments[2]);
        List<Throughput> all = List.of(arguments).subList(3, arguments.length).stream()
                .map(file -> new Throughput(Path.of(file), model))
                .toList();
        try (LoadedSpecs specs = new LoadedSpecs(TlcJar.find())) {
            all.get(0).measure(specs); // warms up
            all.get(0).forget();
            for (int round = 0; round < rounds; round++) {
                for (Throughput each : all) {
                    each.measure(specs);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "One thread, %d rounds, heap of %,d MB%n",
                rounds,
                Runtime.getRuntime().maxMemory() >> 20);
        all.forEach(each -> System.out.println("  " + each));
        Throughput first = all.get(0);
        Throughput last = all.get(all.size() - 1);
        System.out.printf(
                Locale.ROOT,
                "  %.1f times the events take %.1f times the time%n%n",
                (double) last.events / first.events,
                last.checking.median() / first.checking.median());
    }

    private void measure(LoadedSpecs specs) throws IOException {
        double start = seconds();
        events = read();
        double read = seconds();
        check(specs);
        checking.add(seconds() - read);
        reading.add(read - start);
    }

    private void forget() {
        reading.clear();
        checking.clear();
    }

    private long read() throws IOException {
        long count = 0;
        try (TraceStream stream = trace.stream()) {
            while (stream.next().isPresent()) {
                count++;
            }
        }
        return count;
    }

    private void check(LoadedSpecs specs) throws IOException {
        try (TraceStream stream = trace.stream()) {
            TraceCheckResult result = new TraceCheck(model, specs).check(stream, "");
            if (!result.outcome().equals(new Outcome.Conforms())) {
                throw new IllegalStateException(trace.name() + ": " + result.outcome());
            }
        }
    }

    private static double seconds() {
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d events: read in %s, read and checked in %s: %,.0f events/s",
                events,
                reading,
                checking,
                events / checking.median());
    }
}
