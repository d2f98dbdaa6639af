package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.ExitCodes;
import dev.plumb.cli.Printer;
import dev.plumb.cli.ReportFolder;
import dev.plumb.core.Outcome;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.simulation.drive.FailureFile;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.RunLog;
import dev.plumb.simulation.drive.Violation;
import dev.plumb.simulation.sockets.SocketReplay;
import dev.plumb.simulation.world.Move;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Says what came of a run, and leaves its log, and its failure where it failed. */
final class RunReport {
    private final Options reporting;
    private final CommonOptions options;
    private final PrintWriter out;

    /** What a command that reports a run takes. */
    static final class Options {
        @Option(
                names = "--failures",
                paramLabel = "DIR",
                defaultValue = "failures",
                description = "Folder for failures (default: ${DEFAULT-VALUE}).")
        private Path failures = Path.of("failures");

        @Option(names = "--log", description = "Print every step.")
        private boolean log;

        @Option(
                names = "--sockets",
                description = "Have it done by real processes, too, which talk over TCP and write to real files.")
        private boolean sockets;

        Path failures() {
            return failures;
        }

        /** These options, with every step printed. */
        Options withLog() {
            log = true;
            return this;
        }
    }

    RunReport(Options reporting, CommonOptions options, CommandSpec command) {
        this.reporting = reporting;
        this.options = options;
        this.out = command.commandLine().getOut();
    }

    /**
     * Prints a run and what its trace came to, or where real processes are asked for, what theirs did.
     *
     * @return the exit code
     */
    int print(String which, Run run, TraceCheckResult result, Path folder, Validation validation) throws IOException {
        int simulated = print(which, run, result, folder);
        if (!reporting.sockets) {
            return simulated;
        }
        String name = result.trace() + "-sockets";
        SocketReplay.Outcome real = SocketReplay.of(run, folder.resolve("sockets"), name);
        TraceCheckResult recorded = validation.check(real.traces(), name, result.command());
        if (!options.json()) {
            out.println("The same on sockets, each node in a JVM of its own:");
            real.injected().forEach(line -> out.println("  " + line));
            real.difference().ifPresent(difference -> out.println("  DIFFERENT at " + difference));
            out.println();
        }
        new Printer(options, out).print(recorded, List.of("recorded in " + folder.resolve("sockets")));
        int differs = real.difference().isPresent() ? ExitCodes.EXPECTATION_DIFFERS : 0;
        return ExitCodes.worst(List.of(simulated, recorded.outcome().exitCode(), differs));
    }

    private int print(String which, Run run, TraceCheckResult result, Path folder) throws IOException {
        Path log = folder.resolve("run.log");
        Files.createDirectories(folder);
        Files.write(log, RunLog.of(run));
        Optional<Path> failure = run.violation().isPresent()
                ? Optional.of(FailureFile.of(run).write(reporting.failures(), run.steps(), CommonOptions.plumb()))
                : Optional.empty();
        List<String> remarks = new ArrayList<>(List.of("see " + log));
        new ReportFolder(folder).write(result).forEach(file -> remarks.add("see " + file));
        failure.ifPresent(file -> remarks.add("replay it: " + CommonOptions.plumb() + " replay " + file));
        if (options.json()) {
            out.println(RunJson.line(run, failure));
        } else {
            tell(which, run);
        }
        new Printer(options, out).print(result, remarks);
        return exitCode(run, result);
    }

    private void tell(String which, Run run) {
        int steps = run.steps().size();
        boolean timed = run.scenario().options().timed();
        out.println(
                ScenarioOptions.text(run.scenario()) + ", " + which + ": " + ScenarioOptions.count(steps - 1, "step")
                        + (timed ? " in " + run.end().nowMillis() + " ms of its time" : "")
                        + (run.isComplete() ? "" : ", and stopped there"));
        if (reporting.log) {
            RunLog.of(run).forEach(line -> out.println("  " + line));
            out.println();
            return;
        }
        for (int i = 0; i < steps; i++) {
            if (run.steps().get(i).move() instanceof Move.Faulty) {
                out.println("  step " + i + ": " + RunLog.text(run.steps().get(i)));
            }
        }
        run.violation().ifPresent(violation -> out.println("  step " + (steps - 1) + ": " + violation.text()));
        out.println();
    }

    private static int exitCode(Run run, TraceCheckResult result) {
        List<Integer> codes = new ArrayList<>(List.of(result.outcome().exitCode()));
        if (run.violation()
                .filter(found -> found.kind() != Violation.Kind.TRACE)
                .isPresent()) {
            return new Outcome.Violates("", PropertyKind.INVARIANT).exitCode();
        } else if (!run.isComplete()) {
            codes.add(new Outcome.Incomplete("steps").exitCode());
        }
        return ExitCodes.worst(codes);
    }
}
