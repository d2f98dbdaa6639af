package dev.plumb.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.LoadedSpecs;
import dev.plumb.core.Outcome;
import dev.plumb.core.SpecLocator;
import dev.plumb.core.TraceCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.histories.Budget;
import dev.plumb.histories.Judgement;
import dev.plumb.kernel.TlcJar;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Service;
import dev.plumb.simulation.clients.RunHistory;
import dev.plumb.simulation.drive.Driver;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.RunTraces;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.Shrinker;
import dev.plumb.simulation.drive.Violation;
import dev.plumb.simulation.sockets.SocketReplay;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.RandomChooser;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.traces.Problem;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.TraceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Holds what runs of a protocol recorded against its specification, which stays loaded while a class of tests runs. */
public final class RunCheck implements AfterAllCallback {
    private static final int STEPS_MAX = 10_000;

    private final Path folder;
    private final LoadedSpecs specs = new LoadedSpecs(TlcJar.find());
    private final TraceCheck check;

    public RunCheck(String spec) {
        this.folder = newFolder();
        SpecLocator locator = new SpecLocator(List.of(Path.of(System.getProperty("plumb.root"))));
        this.check = new TraceCheck(locator.forTraces(spec, Optional.empty()), specs).unsuspicious();
    }

    /** This world with the faults that protocols are made for. */
    public static WorldOptions rough(WorldOptions world) {
        return world.with(Fault.CRASH, 2)
                .with(Fault.LOSS, 2)
                .with(Fault.DUPLICATE, 1)
                .with(Fault.PARTITION, 1)
                .with(Fault.PAUSE, 1);
    }

    /** Random runs of a scenario, the same each time. */
    public static Stream<Run> runs(Scenario scenario, int many) {
        Driver driver = new Driver(scenario, STEPS_MAX);
        return LongStream.rangeClosed(1, many).mapToObj(seed -> driver.run(new RandomChooser(seed)));
    }

    /** What comes of the trace of a run. */
    public TraceCheckResult check(Run run) {
        try {
            return check(RunTraces.write(run, folder, "run"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes of the trace of which these are the parts. */
    public TraceCheckResult check(List<Path> files) {
        try {
            return check.check(TraceReader.read(files, ReadOptions.DEFAULT).get(0), "the test");
        } catch (Problem nothingWasRecorded) {
            return TraceCheckResult.of("run", nothingWasRecorded, "the test");
        }
    }

    public boolean conforms(Run run) {
        return check(run).outcome() instanceof Outcome.Conforms;
    }

    /**
     * Asserts that runs conform and violate nothing on the way, and that together they show these actions, all faults that may
     * happen to them, and whatever their protocol is to come to sometimes.
     */
    public void conform(Stream<Run> runs, Set<String> actions) {
        conform(runs, actions, run -> {});
    }

    /** @param more to be asserted of each run */
    public void conform(Stream<Run> runs, Set<String> actions, Consumer<Run> more) {
        SortedSet<String> shown = new TreeSet<>();
        SortedSet<Fault> possible = new TreeSet<>();
        SortedSet<Fault> happened = new TreeSet<>();
        Sometimes seen = new Sometimes();
        runs.forEach(run -> {
            assertThat(run.violation()).isEmpty();
            assertThat(check(run).outcome()).isEqualTo(new Outcome.Conforms());
            shown.addAll(actions(run));
            possible.addAll(run.scenario().options().faults().keySet());
            run.faults().forEach(move -> happened.add(move.fault()));
            more.accept(run);
            seen.look(run);
        });
        assertThat(shown).isEqualTo(actions);
        assertThat(happened).isEqualTo(possible);
        assertThat(seen.missing()).isEmpty();
    }

    /** Asserts that processes that are killed where a run has two crashes do the same as it, and that their traces conform. */
    public void conformsOnSockets(Run run) throws IOException, InterruptedException {
        SocketReplay.Outcome outcome = SocketReplay.of(run, folder, "killed");

        assertThat(outcome.difference()).isEqualTo(Optional.empty());
        assertThat(outcome.injected()).hasSize(2).allMatch(line -> line.endsWith("its process was killed"));
        assertThat(check(outcome.traces()).outcome()).isEqualTo(new Outcome.Conforms());
    }

    /** The action at which the trace of a run diverges; empty if it conforms. */
    public Optional<String> divergesAt(Run run) {
        return check(run).runs().stream()
                .flatMap(each -> each.divergence().stream())
                .flatMap(divergence -> divergence.blocked().stream())
                .flatMap(blocked -> blocked.event().action().stream())
                .findFirst();
    }

    /** The first of these runs whose trace diverges at that action; only those are checked that take it. */
    public Optional<Run> firstDivergingAt(Stream<Run> runs, String action) {
        return runs.filter(run -> actions(run).contains(action))
                .filter(run -> divergesAt(run).equals(Optional.of(action)))
                .findFirst();
    }

    /** Whether what the clients of a run saw is what a service promises. */
    public static Judgement judgement(Service promised, Run run) {
        return promised.model().judge(RunHistory.of(run, promised, "run"), Budget.standard());
    }

    /** Asserts that some of these runs goes wrong at that step, and that this takes a crash and more than eight steps. */
    public void needsACrashAndEightSteps(Stream<Run> runs, String action) {
        Run failing = firstDivergingAt(runs, action).orElseThrow();
        Shrinker.Judge judge = (run, kind) -> divergesAt(run).map(RunCheck::wrongAt);
        Run shrunk =
                new Shrinker(judge, 1).shrink(failing.with(wrongAt(action))).run();
        assertThat(shrunk.faults()).isNotEmpty().allMatch(Move.Crash.class::isInstance);
        assertThat(shrunk.steps()).hasSizeGreaterThan(8);
    }

    private static Violation wrongAt(String action) {
        return new Violation(Violation.Kind.TRACE, action);
    }

    /** The steps of the specification that a run has taken, in order. */
    public static Stream<SpecStep> notes(Run run) {
        return run.steps().stream().flatMap(step -> step.acts().stream()).flatMap(act -> act.notes().stream());
    }

    /** The names of their actions. */
    public static SortedSet<String> actions(Run run) {
        return notes(run).map(SpecStep::action).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("runs");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        specs.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
