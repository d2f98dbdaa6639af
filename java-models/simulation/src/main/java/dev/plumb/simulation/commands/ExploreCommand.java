package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.PlumbCommand;
import dev.plumb.cli.ShellWords;
import dev.plumb.core.Model;
import dev.plumb.core.RefinementCheck;
import dev.plumb.core.TraceCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.report.Checked;
import dev.plumb.simulation.conform.GraphRefinement;
import dev.plumb.simulation.conform.WorldCheck;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.explore.Exploration;
import dev.plumb.simulation.explore.Explorer;
import dev.plumb.simulation.explore.Verdict;
import dev.plumb.simulation.world.WorldState;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.Trace;
import dev.plumb.traces.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumb explore}. */
@Command(
        name = "explore",
        mixinStandardHelpOptions = true,
        description = "Visits every state of a protocol in a small world, and holds each step against its spec,"
                + " and what clients see against what they are promised.",
        footer = {
            "",
            "The world has no time: whatever can happen may come next.",
            "",
            "Examples:",
            "  plumb explore twophase --nodes 2",
            "  plumb explore twophase --nodes 2 --faults crash:1",
            "  plumb explore twophase --network growing --spec-to-code   everything that the spec can do, too",
            "  plumb explore twophase --bug forgetful-promise --faults crash:1",
            "  plumb explore twophase --bug hasty-commit --nodes 2 --continue   what else is violated, too",
            "",
            "Exit code: 0 if all holds, 12 if an invariant is violated, 13 if a fair behaviour never comes to where it",
            "  should in the end, 15 if a step is none of the spec or clients see what they must not see, 5 if what",
            "  should be sometimes never is or the code cannot follow the spec, 20 if a limit came first;",
            "  all others: plumb --help."
        })
public final class ExploreCommand implements PlumbCommand {
    @Mixin
    private ScenarioOptions scenario = new ScenarioOptions();

    @Mixin
    private ExploreOptions exploring = new ExploreOptions();

    @Option(names = "--no-refinement", description = "Check the invariants only, and not the spec.")
    private boolean noRefinement;

    @Option(
            names = "--spec-to-code",
            description = "Drive each step of the spec into the code, too. Worth asking of the world growing.")
    private boolean specToCode;

    @Option(
            names = "--spec-states",
            paramLabel = "N",
            defaultValue = "20000",
            description = "States of the spec to compare with what was shown (default: ${DEFAULT-VALUE}).")
    private int specStates = 20_000;

    @Mixin
    private FailureOptions reporting = new FailureOptions();

    @Override
    public Integer call() throws IOException {
        ProtocolOptions.atLeastOne("--spec-states", specStates);
        reporting.checkFolders();
        if (noRefinement) {
            reporting.refuse("--no-refinement", "--spec-to-code", "--spec-states");
        }
        Scenario of = scenario.scenarioWithoutTime();
        WorldCheck check = new WorldCheck(of);
        ExploreReport report = new ExploreReport(of, check, reporting);
        if (noRefinement) {
            return report.print(explore(check.explorer()), Optional.empty());
        }
        SpecOf spec = new SpecOf(of);
        try (RefinementCheck refinement = spec.refinement(reporting.common())) {
            Exploration<WorldState> found = explore(check.explorer(refinement));
            Optional<WorldCheck.Followed> followed =
                    specToCode && found.failed().isEmpty()
                            ? Optional.of(check.follow(refinement, specStates))
                            : Optional.empty();
            Optional<Checked> divergence = Optional.empty();
            if (found.verdicts().get(GraphRefinement.STEPS) instanceof Verdict.Violated<WorldState> violated) {
                Path trace = report.folder().path().resolve("path.ndjson");
                check.write(violated.path(), refinement, trace);
                divergence = Optional.of(spec.reported(explained(trace, spec.model())));
            }
            return report.print(
                    found,
                    Optional.of(new ExploreReport.AgainstSpec(
                            spec.name(), refinement.coverage(specStates), followed, divergence)));
        }
    }

    private Exploration<WorldState> explore(Explorer<WorldState> explorer) {
        try (LiveLine live = reporting.live()) {
            return exploring.applyTo(explorer, live);
        }
    }

    private TraceCheckResult explained(Path trace, Model model) {
        String again = ShellWords.line(List.of(CommonOptions.plumb(), "validate", trace.toString()));
        List<Trace> read = TraceReader.read(List.of(trace), ReadOptions.DEFAULT);
        return new TraceCheck(model, reporting.common().tlc()).check(read.get(0), again);
    }
}
