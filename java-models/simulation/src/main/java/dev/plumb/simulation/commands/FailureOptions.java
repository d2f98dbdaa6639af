package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.Printer;
import dev.plumb.simulation.drive.FailureFile;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.SimulationProblems;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command takes that may find a failure. */
class FailureOptions {
    @Option(
            names = "--failures",
            paramLabel = "DIR",
            defaultValue = "failures",
            description = "Folder for failures (default: ${DEFAULT-VALUE}).")
    private Path failures = Path.of("failures");

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    CommonOptions common() {
        return common;
    }

    /** @throws dev.plumb.traces.Problem if nothing can be left where it should be */
    void checkFolders() {
        Folders.check("--out", common.out());
        Folders.check("--failures", failures);
    }

    /** @throws dev.plumb.traces.Problem if one of these is given, with which another one can do nothing */
    void refuse(String other, String... options) {
        for (String option : options) {
            if (commandLine().getParseResult().hasMatchedOption(option)) {
                throw SimulationProblems.withoutEffect(option, other);
            }
        }
    }

    PrintWriter out() {
        return commandLine().getOut();
    }

    Printer printer() {
        return new Printer(common, out());
    }

    LiveLine live() {
        return new LiveLine(common, commandLine().getErr());
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(command).commandLine();
    }

    /** Leaves a run for whoever wants it again, if it fails. */
    Optional<Path> save(Run run) throws IOException {
        return run.violation().isPresent()
                ? Optional.of(FailureFile.of(run).write(failures, run.steps(), CommonOptions.plumb()))
                : Optional.empty();
    }

    static String replayed(Path failure) {
        return "replay it: " + CommonOptions.plumb() + " replay " + failure;
    }
}
