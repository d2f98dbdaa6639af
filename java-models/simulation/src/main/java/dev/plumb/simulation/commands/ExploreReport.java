package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.ExitCodes;
import dev.plumb.cli.ReportFolder;
import dev.plumb.core.Outcome;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.RefinementCoverage;
import dev.plumb.report.Checked;
import dev.plumb.simulation.conform.GraphRefinement;
import dev.plumb.simulation.conform.WorldCheck;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.Violation;
import dev.plumb.simulation.explore.Exploration;
import dev.plumb.simulation.explore.Verdict;
import dev.plumb.simulation.world.WorldState;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what came of exploring a world, and leaves the run that fails, and the divergence as a page. */
final class ExploreReport {
    private final Scenario scenario;
    private final WorldCheck check;
    private final FailureOptions reporting;
    private final CommonOptions options;
    private final PrintWriter out;

    /**
     * What came of holding the world against its specification.
     *
     * @param followed empty if it was not asked for, or if code threw something already
     * @param divergence why a step is none of the specification's; empty if all are
     */
    record AgainstSpec(
            String spec,
            RefinementCoverage coverage,
            Optional<WorldCheck.Followed> followed,
            Optional<Checked> divergence) {}

    ExploreReport(Scenario scenario, WorldCheck check, FailureOptions reporting) {
        this.scenario = scenario;
        this.check = check;
        this.reporting = reporting;
        this.options = reporting.common();
        this.out = reporting.out();
    }

    /** What is left of it. */
    ReportFolder folder() {
        return ReportFolder.in(options.out(), scenario.protocol() + "-explored");
    }

    /**
     * Prints it.
     *
     * @return the exit code
     */
    int print(Exploration<WorldState> found, Optional<AgainstSpec> against) throws IOException {
        List<Path> failures = failures(found);
        if (options.json()) {
            out.println(ExploreJson.line(scenario, found, against, failures));
        } else {
            new ExploreText(out).print(scenario, found, against);
            failures.forEach(file -> out.println("  " + FailureOptions.replayed(file)));
        }
        against.flatMap(AgainstSpec::divergence).ifPresent(this::print);
        out.flush();
        return exitCode(found, against);
    }

    private void print(Checked divergence) {
        List<String> remarks =
                folder().write(divergence).stream().map(file -> "see " + file).toList();
        reporting.printer().print(divergence, remarks, false);
    }

    /** Runs that go wrong by themselves, without any specification, for the other drivers. */
    private List<Path> failures(Exploration<WorldState> found) throws IOException {
        List<Run> runs = new ArrayList<>();
        found.failed().ifPresent(failed -> runs.add(check.run(failed)));
        found.verdicts().forEach((property, verdict) -> {
            if (!isOfSpec(property) && verdict instanceof Verdict.Violated<WorldState> violated) {
                runs.add(violating(property, check.run(violated.path())));
            }
        });
        Set<Path> files = new LinkedHashSet<>(); // two may be violated by the same run
        for (Run run : runs) {
            reporting.save(run).ifPresent(files::add);
        }
        return List.copyOf(files);
    }

    /** An invariant shows in the run itself: the first that is false there. */
    private static Run violating(String property, Run run) {
        return run.violation().isPresent() ? run : run.with(new Violation(Violation.Kind.HISTORY, property));
    }

    private static boolean isOfSpec(String property) {
        return property.equals(GraphRefinement.BEGINS) || property.equals(GraphRefinement.STEPS);
    }

    private int exitCode(Exploration<WorldState> found, Optional<AgainstSpec> against) {
        List<Integer> codes = new ArrayList<>();
        found.failed().ifPresent(failed -> codes.add(new Outcome.Violates("", PropertyKind.INVARIANT).exitCode()));
        found.verdicts().forEach((property, verdict) -> {
            if (!verdict.isGood()) {
                codes.add(exitCode(property, verdict));
            }
        });
        against.flatMap(AgainstSpec::followed)
                .filter(followed -> !followed.stuck().isEmpty())
                .ifPresent(followed -> codes.add(ExitCodes.EXPECTATION_DIFFERS));
        against.flatMap(AgainstSpec::followed)
                .filter(followed -> !followed.isComplete())
                .ifPresent(followed -> codes.add(new Outcome.Incomplete("").exitCode()));
        return ExitCodes.worst(codes);
    }

    private int exitCode(String property, Verdict<WorldState> verdict) {
        if (verdict instanceof Verdict.Violated) {
            return check.isInvariant(property)
                    ? new Outcome.Violates(property, PropertyKind.INVARIANT).exitCode()
                    : new Outcome.Diverges().exitCode();
        } else if (verdict instanceof Verdict.Avoided) {
            return new Outcome.Violates(property, PropertyKind.TEMPORAL).exitCode();
        }
        return verdict instanceof Verdict.Missing
                ? ExitCodes.EXPECTATION_DIFFERS
                : new Outcome.Incomplete("").exitCode();
    }
}
