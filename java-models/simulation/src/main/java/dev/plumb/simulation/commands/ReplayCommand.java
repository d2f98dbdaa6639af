package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.PlumbCommand;
import dev.plumb.cli.ShellWords;
import dev.plumb.simulation.drive.FailureFile;
import dev.plumb.simulation.drive.SimulationProblems;
import dev.plumb.simulation.drive.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plumb replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Runs a failure again, choice by choice, and says whether it still fails as recorded.",
        footer = {
            "",
            "Example:",
            "  plumb replay failures/twophase-0123456789.json",
            "",
            "Exit code: that of the run that was recorded; 3 if it fails no longer; all others: plumb --help."
        })
public final class ReplayCommand implements PlumbCommand {
    @Parameters(paramLabel = "FILE", description = "A failure that plumb run has saved.")
    private Path file = Path.of("");

    @Mixin
    private RunReport.Options reporting = new RunReport.Options();

    @Override
    public Integer call() throws IOException {
        reporting.checkFolders();
        FailureFile failure = FailureFile.read(file);
        Path folder = reporting.common().out().resolve(failure.scenario().protocol() + "-replay");
        String again = ShellWords.line(List.of(CommonOptions.plumb(), "replay", file.toString()));
        try (Validation validation = new Validation(failure.scenario(), reporting.common())) {
            Judged judged = confirmed(file, failure, validation, folder, again);
            return new RunReport(reporting).print("replayed", judged, folder, validation);
        }
    }

    /** The run of a failure, which fails as it is said to. */
    static Judged confirmed(Path file, FailureFile failure, Validation validation, Path folder, String command)
            throws IOException {
        Judged judged =
                validation.judge(failure.replay(), folder, failure.scenario().protocol() + "-replay", command);
        if (!judged.run().violation().equals(Optional.of(failure.violation()))) {
            String now = judged.run().violation().map(Violation::text).orElse("all is well");
            throw SimulationProblems.failsNoLonger(file, failure.violation().text(), now);
        }
        return judged;
    }
}
