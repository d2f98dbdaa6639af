package dev.plumb.simulation.commands;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.PlumbCommand;
import dev.plumb.cli.ShellWords;
import dev.plumb.simulation.drive.FailureFile;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Shrinker;
import dev.plumb.simulation.drive.Shrinker.Shrunk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.pcollections.PVector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumb shrink}. */
@Command(
        name = "shrink",
        mixinStandardHelpOptions = true,
        description =
                "Makes a failure small: fewer nodes, faults, calls, values and steps, as long as it fails in the same"
                        + " way.",
        footer = {
            "",
            "Example:",
            "  plumb shrink failures/twophase-0123456789.json",
            "",
            "The small failure is saved as a file of its own. It says \"shortest\" if no shorter schedule fails so in",
            "the same world, \"minimal up to single deletions\" if none of its steps can be left out. One that depends"
                    + " on",
            "time stays in its world: none of its choices can be left out or made duller.",
            "Exit code: that of the small run; 3 if the failure fails no longer; all others: plumb --help."
        })
public final class ShrinkCommand implements PlumbCommand {
    @Parameters(paramLabel = "FILE", description = "A failure that plumb run has saved.")
    private Path file = Path.of("");

    @Option(
            names = "--states",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Bounds the search for a shorter schedule (default: ${DEFAULT-VALUE}).")
    private int states = 200_000;

    @Mixin
    private RunReport.Options reporting = new RunReport.Options();

    @Override
    public Integer call() throws IOException {
        ProtocolOptions.atLeastOne("--states", states);
        reporting.checkFolders();
        FailureFile failure = FailureFile.read(file);
        String name = failure.scenario().protocol() + "-shrunk";
        Path folder = reporting.common().out().resolve(name);
        String again = ShellWords.line(List.of(CommonOptions.plumb(), "shrink", file.toString()));
        try (Validation validation = new Validation(failure.scenario(), reporting.common())) {
            Run recorded = ReplayCommand.confirmed(file, failure, validation, folder, again)
                    .run();
            Path attempts = folder.resolve("attempt");
            Shrinker shrinker = new Shrinker((run, kind) -> validation.violation(run, kind, attempts), states);
            Shrunk shrunk = live(shrinker, recorded);
            Judged judged = validation.judge(shrunk.run(), folder, name, again);
            reporting.printer().note(text(recorded, shrunk));
            return new RunReport(reporting.withLog())
                    .saying(out -> write(out, shrunk))
                    .print("shrunk", judged, folder, validation);
        }
    }

    private Shrunk live(Shrinker shrinker, Run recorded) {
        try (LiveLine live = reporting.live()) {
            return shrinker.telling(attempt -> live.tell(() -> "shrinking: attempt " + attempt))
                    .shrink(recorded);
        }
    }

    private static void write(JsonGenerator out, Shrunk shrunk) throws IOException {
        out.writeStringField("size", shrunk.size().name().toLowerCase(Locale.ROOT));
        out.writeNumberField("attempts", shrunk.attempts());
        out.writeNumberField("statesSearched", shrunk.states());
    }

    private static String text(Run recorded, Shrunk shrunk) {
        String size =
                switch (shrunk.size()) {
                    case SHORTEST ->
                        "shortest: in this world no shorter schedule fails so (" + shrunk.states()
                                + " states were searched)";
                    case MINIMAL -> "minimal up to single deletions: without any one of its steps it does not fail so";
                    case DULLER ->
                        "it depends on time, minimal up to single choices: without any one of them, or with a duller"
                                + " one, it does not fail so, or not as soon";
                };
        return size(recorded) + " -> " + size(shrunk.run()) + " in " + shrunk.attempts() + " attempts; " + size + ".\n";
    }

    /** The calls are those that clients have to make, whether they come to it or not. */
    private static String size(Run run) {
        int calls = run.scenario().deployment().workload().values().stream()
                .mapToInt(PVector::size)
                .sum();
        return ScenarioOptions.count(run.scenario().nodes(), "node") + ", "
                + ScenarioOptions.count(run.steps().size() - 1, "step") + ", "
                + ScenarioOptions.count(run.faults().size(), "fault") + ", "
                + ScenarioOptions.count(calls, "call");
    }
}
