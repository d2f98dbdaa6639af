package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.core.LoadedSpecs;
import dev.plumb.core.Outcome;
import dev.plumb.core.TraceCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.report.CallsResult;
import dev.plumb.report.Checked;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.RunTraces;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.Violation;
import dev.plumb.traces.Problem;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.TraceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Holds what runs of a protocol recorded against its specification, which stays loaded, and what their clients saw against what
 * they were promised.
 */
final class Validation implements AutoCloseable {
    private final LoadedSpecs specs;
    private final SpecOf spec;
    private final TraceCheck check;
    private final ServiceCheck service;

    Validation(Scenario scenario, CommonOptions options) {
        this.spec = new SpecOf(scenario);
        this.specs = new LoadedSpecs(options.tlc());
        this.check = new TraceCheck(spec.model(), specs).unsuspicious();
        this.service = new ServiceCheck(scenario);
    }

    /**
     * Judges a run.
     *
     * @param folder where its traces and its history go
     * @param command that runs it again
     */
    Judged judge(Run run, Path folder, String name, String command) throws IOException {
        TraceCheckResult trace = check(RunTraces.write(run, folder.resolve("traces"), name), name, command);
        Optional<CallsResult> calls = service.check(run, folder.resolve("history.ndjson"), name);
        Optional<Violation> found =
                run.violation().or(() -> calls.flatMap(ServiceCheck::violation)).or(() -> violation(trace));
        return new Judged(found.map(run::with).orElse(run), trace, calls);
    }

    /**
     * The same of a run that goes to its end without a violation, found as quickly as can be.
     *
     * @param wanted what else is wrong does not matter
     * @param traces the folder where its traces go
     */
    Optional<Violation> violation(Run run, Violation.Kind wanted, Path traces) {
        Optional<Violation> seen = service.violation(run);
        return seen.isPresent() || wanted == Violation.Kind.HISTORY ? seen : violation(ofTrace(run, traces));
    }

    /** What came of what a run recorded. */
    TraceCheckResult ofTrace(Run run, Path traces) {
        try {
            return check(RunTraces.write(run, traces, "attempt"), "attempt", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks what was recorded in these files. */
    TraceCheckResult check(List<Path> files, String name, String command) throws IOException {
        try {
            return check.check(TraceReader.read(files, ReadOptions.DEFAULT).get(0), command);
        } catch (Problem nothingWasRecorded) {
            return TraceCheckResult.of(name, nothingWasRecorded, command);
        }
    }

    /** The result as it is reported. */
    Checked reported(TraceCheckResult result) {
        return spec.reported(result);
    }

    /** What is wrong with what was recorded. */
    static Optional<Violation> violation(TraceCheckResult result) {
        if (result.outcome() instanceof Outcome.Violates violates) {
            return Optional.of(new Violation(Violation.Kind.TRACE, violates.name()));
        } else if (!(result.outcome() instanceof Outcome.Diverges)) {
            return Optional.empty();
        }
        return result.runs().stream()
                .flatMap(run -> run.divergence().stream())
                .flatMap(divergence -> divergence.blocked().stream())
                .flatMap(blocked -> blocked.event().action().stream())
                .findFirst()
                .or(() -> Optional.of("its end"))
                .map(action -> new Violation(Violation.Kind.TRACE, action));
    }

    @Override
    public void close() {
        specs.close();
    }
}
