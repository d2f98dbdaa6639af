package dev.plumb.protocols;

import dev.plumb.core.LoadedSpecs;
import dev.plumb.core.Outcome;
import dev.plumb.core.SpecLocator;
import dev.plumb.core.TraceCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.kernel.TlcJar;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.drive.Driver;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.RunTraces;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.world.RandomChooser;
import dev.plumb.traces.Problem;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.TraceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Holds what runs of a protocol recorded against its specification, which stays loaded. */
public final class RunCheck implements AutoCloseable {
    private static final int STEPS_MAX = 10_000;

    private final Path folder;
    private final LoadedSpecs specs = new LoadedSpecs(TlcJar.find());
    private final TraceCheck check;

    /** @param folder where traces go */
    public RunCheck(String spec, Path folder) {
        this.folder = folder;
        SpecLocator locator = new SpecLocator(List.of(Path.of(System.getProperty("plumb.root"))));
        this.check = new TraceCheck(locator.forTraces(spec, Optional.empty()), specs);
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

    /** The action at which the trace of a run diverges; empty if it conforms. */
    public Optional<String> divergesAt(Run run) {
        return check(run).runs().stream()
                .flatMap(each -> each.divergence().stream())
                .flatMap(divergence -> divergence.blocked().stream())
                .flatMap(blocked -> blocked.event().action().stream())
                .findFirst();
    }

    /** The steps of the specification that a run has taken, in order. */
    public static Stream<SpecStep> notes(Run run) {
        return run.steps().stream().flatMap(step -> step.acts().stream()).flatMap(act -> act.notes().stream());
    }

    /** The names of their actions. */
    public static SortedSet<String> actions(Run run) {
        return notes(run).map(SpecStep::action).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        specs.close();
    }
}
