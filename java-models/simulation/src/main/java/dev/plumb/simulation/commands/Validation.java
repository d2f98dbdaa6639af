package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.core.LoadedSpecs;
import dev.plumb.core.Outcome;
import dev.plumb.core.TraceCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.report.Checked;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.RunTraces;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.Violation;
import dev.plumb.traces.Problem;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Holds what runs of a protocol recorded against its specification, which stays loaded. */
final class Validation implements AutoCloseable {
    private final LoadedSpecs specs;
    private final SpecOf spec;
    private final TraceCheck check;

    Validation(Scenario scenario, CommonOptions options) {
        this.spec = new SpecOf(scenario);
        this.specs = new LoadedSpecs(options.tlc());
        this.check = new TraceCheck(spec.model(), specs);
    }

    /**
     * Checks one run.
     *
     * @param traces the folder where its traces go
     * @param command that runs it again
     */
    TraceCheckResult check(Run run, Path traces, String name, String command) throws IOException {
        return check(RunTraces.write(run, traces, name), name, command);
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

    /** The run with what is wrong with it: an invariant that it violates itself, or else what its trace does. */
    static Run judged(Run run, TraceCheckResult result) {
        return run.violation().isPresent()
                ? run
                : violation(result).map(run::with).orElse(run);
    }

    private static Optional<Violation> violation(TraceCheckResult result) {
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
