package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.ExitCodes;
import dev.plumb.cli.Printer;
import dev.plumb.cli.ReportFolder;
import dev.plumb.core.Outcome;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.report.CallsResult;
import dev.plumb.report.Checked;
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
import picocli.CommandLine.Option;

/** Says what came of a run, and leaves its log, and its failure where it failed. */
final class RunReport {
    private final Options reporting;
    private final CommonOptions options;
    private final PrintWriter out;
    private JsonLine.Body more = line -> {};

    /** What a command that reports a run takes. */
    static final class Options extends FailureOptions {
        @Option(names = "--log", description = "Print every step.")
        private boolean log;

        @Option(
                names = "--sockets",
                description = "Have it done by real processes, too, which talk over TCP and write to real files.")
        private boolean sockets;

        /** These options, with every step printed. */
        Options withLog() {
            log = true;
            return this;
        }
    }

    RunReport(Options reporting) {
        this.reporting = reporting;
        this.options = reporting.common();
        this.out = reporting.out();
    }

    /** Its line of JSON says this, too. */
    RunReport saying(JsonLine.Body other) {
        more = other;
        return this;
    }

    /**
     * Prints a run and what its trace came to, or where real processes are asked for, what theirs did.
     *
     * @return the exit code
     */
    int print(String which, Judged judged, Path folder, Validation validation) throws IOException {
        int simulated = printSimulated(which, judged, folder, validation);
        return reporting.sockets
                ? ExitCodes.worst(List.of(simulated, printReal(judged, folder, validation)))
                : simulated;
    }

    private int printReal(Judged judged, Path folder, Validation validation) throws IOException {
        String name = judged.trace().trace() + "-sockets";
        SocketReplay.Outcome real = SocketReplay.of(judged.run(), folder.resolve("sockets"), name);
        TraceCheckResult recorded =
                validation.check(real.traces(), name, judged.trace().command());
        if (!options.json()) {
            out.println("The same on sockets, each node in a JVM of its own:");
            real.injected().forEach(line -> out.println("  " + line));
            real.difference().ifPresent(difference -> out.println("  DIFFERENT at " + difference));
            out.println();
        }
        reporting
                .printer()
                .print(validation.reported(recorded), List.of("recorded in " + folder.resolve("sockets")), false);
        int differs = real.difference().isPresent() ? ExitCodes.EXPECTATION_DIFFERS : 0;
        return ExitCodes.worst(List.of(recorded.outcome().exitCode(), differs));
    }

    private int printSimulated(String which, Judged judged, Path folder, Validation validation) throws IOException {
        Run run = judged.run();
        Checked checked = validation.reported(judged.trace());
        Path log = folder.resolve("run.log");
        Files.createDirectories(folder);
        Files.write(log, RunLog.of(run));
        Optional<Path> failure = reporting.save(run);
        List<String> remarks = new ArrayList<>(List.of("see " + log));
        new ReportFolder(folder).writeShown(checked).forEach(file -> remarks.add("see " + file));
        failure.map(FailureOptions::replayed).ifPresent(remarks::add);
        if (options.json()) {
            out.println(RunJson.line(which, run, failure, more));
        } else {
            tell(which, run);
        }
        Printer printer = reporting.printer();
        printer.print(checked, remarks, false);
        judged.calls().ifPresent(calls -> printer.print(calls, written(calls, folder), false));
        return exitCode(judged);
    }

    private static List<String> written(CallsResult calls, Path folder) {
        return new ReportFolder(folder.resolve("history"))
                .write(calls).stream().map(file -> "see " + file).toList();
    }

    private void tell(String which, Run run) {
        int steps = run.steps().size();
        boolean timed = run.scenario().options().timed();
        out.println(ScenarioOptions.text(run.scenario())
                + ScenarioOptions.world(run.scenario().options()) + ", " + which + ": "
                + ScenarioOptions.count(steps - 1, "step")
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

    static int exitCode(Judged judged) {
        Run run = judged.run();
        List<Integer> codes = new ArrayList<>(List.of(judged.trace().outcome().exitCode()));
        judged.calls().ifPresent(calls -> codes.add(calls.outcome().exitCode()));
        if (run.violation().filter(Violation::isOfStates).isPresent()) {
            return new Outcome.Violates("", PropertyKind.INVARIANT).exitCode();
        } else if (!run.isComplete()) {
            codes.add(new Outcome.Incomplete("steps").exitCode());
        }
        return ExitCodes.worst(codes);
    }
}
