package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.ActionSignature;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.Trace;
import dev.plumb.traces.TraceReader;
import dev.plumb.traces.TraceStream;
import dev.plumb.traces.UnreadTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Specs and traces drawn at random, through our search and through stock TLC on the generated modules: two ways to the same
 * answer. One of the traces of a spec is what a program would record of a behaviour, and so conforms; the others have faults.
 *
 * <p>A seed stands for a spec and its traces; {@code -Dplumb.seed=N} draws that one again. All that was drawn is left in
 * {@code target/differential}.
 */
class DifferentialTest {
    private static final Path FOLDER = Path.of("target/differential");
    private static final String SEED = "plumb.seed";
    private static final int TRACES_PER_SPEC = 4;
    private static final double LEAST_OF_EACH = 0.3;

    /** A trace, and whether it is an undisturbed record of a behaviour. */
    private record Drawn(UnreadTrace file, boolean isGenuine) {}

    private int conforming;
    private int diverging;
    private int unanswered;

    @Test
    void agrees_with_tlc_on_forty_traces_drawn_at_random() throws IOException {
        agrees(LongStream.range(0, 10));
    }

    @Tag("nightly")
    @Test
    void agrees_with_tlc_on_five_hundred_traces_drawn_at_random() throws IOException {
        agrees(LongStream.range(1_000, 1_125));
    }

    private void agrees(LongStream seeds) throws IOException {
        Long given = Long.getLong(SEED);
        for (long seed : given == null ? seeds.toArray() : new long[] {given}) {
            agrees(seed);
        }
        int answered = conforming + diverging;
        System.out.println("TLC and we agree on " + answered + " traces, of which " + conforming + " conform and "
                + diverging + " diverge; TLC has no answer to " + unanswered + ".");
        if (given == null) {
            assertThat(Math.min(conforming, diverging)).isGreaterThan((int) (LEAST_OF_EACH * answered));
        }
    }

    private void agrees(long seed) throws IOException {
        Path folder = emptied(FOLDER.resolve(Long.toString(seed)));
        Random random = new Random(seed);
        List<Drawn> drawn = List.of();
        RandomSpec spec = RandomSpec.draw(random);
        while (drawn.isEmpty()) {
            spec = RandomSpec.draw(random);
            Files.writeString(folder.resolve(RandomSpec.NAME + ".tla"), spec.text());
            Files.writeString(folder.resolve(RandomSpec.NAME + ".cfg"), spec.config());
            drawn = traces(spec, folder, random);
        }
        compare(seed, spec, drawn, folder);
    }

    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }

    private static Model model(Path folder) {
        return new Fixture(folder).model(RandomSpec.NAME);
    }

    /** None where the spec does not get far. */
    private static List<Drawn> traces(RandomSpec drawn, Path folder, Random random) throws IOException {
        Model model = model(folder);
        KernelModel loaded = new KernelModel(model, Config.read(model.config().orElseThrow()));
        try (LoadedSpec spec = loaded.load(TlcJar.find())) {
            List<SpecState> initial = spec.initialStates();
            SpecState seen = initial.get(random.nextInt(initial.size()));
            boolean isSeen = random.nextBoolean();
            SortedMap<String, Observation> observed =
                    isSeen ? new RandomObservations(random).before(seen.values()) : Collections.emptySortedMap();
            RandomTrace recorder = new RandomTrace(spec, drawn.silent(), random);
            Perturbation faults = new Perturbation(
                    random, spec.actions().stream().map(ActionSignature::name).toList());
            List<Drawn> traces = new ArrayList<>();
            for (int i = 1; i <= TRACES_PER_SPEC; i++) {
                List<Event> events = recorder.events(isSeen ? seen : initial.get(random.nextInt(initial.size())));
                if (events.size() < 2) {
                    return List.of();
                }
                boolean isGenuine = i == 1;
                List<Path> files =
                        recorder.write(isGenuine ? events : faults.of(events), observed, folder, "trace-" + i);
                traces.add(
                        new Drawn(TraceReader.find(files, ReadOptions.DEFAULT).get(0), isGenuine));
            }
            return traces;
        }
    }

    private void compare(long seed, RandomSpec spec, List<Drawn> drawn, Path folder) throws IOException {
        Model model = model(folder);
        try (LoadedSpecs specs = new LoadedSpecs(TlcJar.find())) {
            TraceCheck check = new TraceCheck(model, specs, spec.silent());
            List<Trace> traces = drawn.stream().map(each -> each.file().read()).toList();
            List<Optional<Boolean>> tlc = StockTlc.conformingRuns(check.emit(joined(traces), folder), model, folder);
            for (int i = 0; i < drawn.size(); i++) {
                compare(traces.get(i), drawn.get(i), tlc.get(i), check, seed);
            }
        }
    }

    private void compare(Trace trace, Drawn drawn, Optional<Boolean> tlc, TraceCheck check, long seed)
            throws IOException {
        String what = trace.name() + " of seed " + seed + "; again: mvn -q test -pl checker-bridge/core -am -Dtest="
                + DifferentialTest.class.getSimpleName() + " -Dsurefire.failIfNoSpecifiedTests=false -D" + SEED + "="
                + seed;
        Outcome ours = check.check(trace, "").outcome();
        if (drawn.isGenuine()) {
            assertThat(ours).as("genuine " + what).isInstanceOfAny(Outcome.Conforms.class, Outcome.SpecError.class);
        }
        if (drawn.file().isStream()) {
            assertThat(streamed(drawn.file(), check)).as("in a stream, " + what).hasSameClassAs(ours);
        }
        if (tlc.isPresent()) {
            assertThat(ours).as(what).isEqualTo(tlc.get() ? new Outcome.Conforms() : new Outcome.Diverges());
        }
        conforming += tlc.equals(Optional.of(true)) ? 1 : 0;
        diverging += tlc.equals(Optional.of(false)) ? 1 : 0;
        unanswered += tlc.isEmpty() ? 1 : 0;
    }

    private static Trace joined(List<Trace> traces) {
        return new Trace(
                "all",
                traces.get(0).header(),
                traces.stream().flatMap(trace -> trace.runs().stream()).toList(),
                List.of());
    }

    private static Outcome streamed(UnreadTrace trace, TraceCheck check) throws IOException {
        try (TraceStream stream = trace.stream()) {
            return check.check(stream, "").outcome();
        }
    }
}
