package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.ExitCodes;
import dev.plumb.cli.PlumbCommand;
import dev.plumb.cli.Printer;
import dev.plumb.cli.ShellWords;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.Searches;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumb run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs a protocol in a simulated world with faults, and holds what it recorded against its spec,"
                + " and what its clients saw against what they were promised.",
        footer = {
            "",
            "Examples:",
            "  plumb run twophase --seed 42 --faults crash:1,partition:1",
            "  plumb run twophase --runs 1000 --faults crash:2,loss:1       until one fails",
            "  plumb run twophase --bug forgetful-promise --runs 1000 --faults crash:2",
            "  plumb run twophase --network growing --along MCTwoPhase_ReachCommitted.cfg",
            "",
            "A failure is saved to a file, which plumb replay and plumb shrink take.",
            "Exit code: 0 if all is well, 12 if an invariant is violated, 15 if a trace diverges or clients",
            "  saw what they must not see, 5 if the code does not go along with the spec, 20 if a run was stopped;",
            "  of several runs the worst; all others: plumb --help."
        })
public final class RunCommand implements PlumbCommand {
    private static final String STEPS = "10000";

    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    @Option(names = "--untimed", description = "Let nothing take time: whatever can happen may come next, timers too.")
    private boolean untimed;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the first run, which is followed by the next (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many at most, until one fails (default: ${DEFAULT-VALUE}).")
    private int runs = 1;

    @Option(
            names = "--driver",
            paramLabel = "KIND",
            defaultValue = "random",
            description = "random; pct, which follows random priorities that change now and then, for --untimed; or "
                    + "coverage, which varies runs that reached new states of the spec (default: ${DEFAULT-VALUE}).")
    private Searches.Kind driver = Searches.Kind.RANDOM;

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = STEPS,
            description = "Steps after which a run is stopped (default: ${DEFAULT-VALUE}).")
    private int steps = Integer.parseInt(STEPS);

    @Option(
            names = "--along",
            paramLabel = "MODEL",
            description = "Follow the behaviour that TLC finds for this model of the spec, in a world without time.")
    private @Nullable String along;

    @Mixin
    private RunReport.Options reporting = new RunReport.Options();

    @Override
    public Integer call() throws IOException {
        ProtocolOptions.atLeastOne("--runs", runs);
        ProtocolOptions.atLeastOne("--steps", steps);
        reporting.checkFolders();
        if (along != null) {
            reporting.refuse("--along", "--seed", "--runs", "--driver", "--steps", "--untimed");
            return follow(along);
        }
        Scenario of = scenario.scenario(untimed);
        Supplier<Run> search = Searches.of(driver, of, steps, seed);
        RunReport report = new RunReport(reporting);
        RunTally tally = new RunTally(of);
        try (Validation validation = new Validation(of, reporting.common());
                LiveLine live = reporting.live()) {
            for (int i = 1; ; i++) {
                int number = i;
                live.tell(() -> "run " + number + " of " + runs);
                long ofRun = driver == Searches.Kind.COVERAGE ? seed : seed + i - 1;
                String name = of.protocol() + "-" + ofRun;
                Path folder = reporting.common().out().resolve(runs == 1 ? name : of.protocol() + "-runs");
                Judged judged = validation.judge(search.get(), folder, name, reproduce(ofRun, i));
                tally.add(judged, RunReport.exitCode(judged));
                if (i == runs || judged.run().violation().isPresent()) {
                    live.clear();
                    String which = "seed " + ofRun + (runs > 1 ? ", run " + i + " of " + runs : "");
                    int last = report.print(which, judged, folder, validation);
                    return ExitCodes.worst(List.of(last, tell(tally)));
                }
            }
        }
    }

    /** What came of the runs before the last one must not get lost. */
    private int tell(RunTally tally) {
        if (runs > 1 && reporting.common().json()) {
            reporting.out().println(tally.json());
        }
        if (runs > 1) {
            tally.text().forEach(reporting.printer()::note);
        }
        return tally.exitCode();
    }

    private int follow(String model) throws IOException {
        Scenario of = scenario.scenarioWithoutTime();
        Path folder = reporting.common().out().resolve(of.protocol() + "-along");
        Along followed = Along.of(model, of, reporting.common(), folder.resolve("tlc"));
        List<String> again = new ArrayList<>(List.of(CommonOptions.plumb(), "run"));
        again.addAll(scenario.words());
        again.addAll(List.of("--along", model));
        try (Validation validation = new Validation(of, reporting.common())) {
            Judged judged = validation.judge(followed.run(), folder, of.protocol() + "-along", ShellWords.line(again));
            int exitCode = new RunReport(reporting).print(followed.text(), judged, folder, validation);
            Printer printer = reporting.printer();
            followed.instead().forEach(state -> printer.note("  instead: " + state));
            return ExitCodes.worst(List.of(exitCode, followed.exitCode()));
        }
    }

    private String reproduce(long ofRun, int run) {
        List<String> words = new ArrayList<>(List.of(CommonOptions.plumb(), "run"));
        words.addAll(scenario.words());
        if (untimed) {
            words.add("--untimed");
        }
        words.addAll(List.of("--seed", String.valueOf(ofRun)));
        if (driver != Searches.Kind.RANDOM) {
            words.addAll(List.of("--driver", driver.name().toLowerCase(Locale.ROOT)));
        }
        if (steps != Integer.parseInt(STEPS)) {
            words.addAll(List.of("--steps", String.valueOf(steps)));
        }
        if (driver == Searches.Kind.COVERAGE && run > 1) {
            words.addAll(List.of("--runs", String.valueOf(run)));
        }
        return ShellWords.line(words);
    }
}
