package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.ReportFolder;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.RefinementCheck;
import dev.plumb.simulation.conform.WorldCheck;
import dev.plumb.simulation.drive.Driver;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.Shrinker;
import dev.plumb.simulation.drive.Violation;
import dev.plumb.simulation.explore.Exploration;
import dev.plumb.simulation.explore.Explorer;
import dev.plumb.simulation.explore.Limits;
import dev.plumb.simulation.explore.Verdict;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.RandomChooser;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.simulation.world.WorldState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What looks for a bug that was planted in a protocol. */
final class BugCheckers {
    private static final int STEPS_MAX = 10_000;
    private static final int SHRINK_STATES_MAX = 20_000;
    private static final double NANOS = 1e9;

    private final String protocol;
    private final int nodes;
    private final int runsMax;
    private final Limits limits;
    private final CommonOptions options;
    private final LiveLine live;

    BugCheckers(String protocol, int nodes, int runsMax, long statesMax, CommonOptions options, LiveLine live) {
        this.protocol = protocol;
        this.nodes = nodes;
        this.runsMax = runsMax;
        this.limits = Limits.NONE.states(statesMax);
        this.options = options;
        this.live = live;
    }

    /** Explores for an invariant that is violated: in the world of specifications, and where a node may crash. */
    Catch invariant(String bug) {
        return explored(
                scenario -> explored(scenario, WorldCheck::forInvariants),
                new Scenario(protocol, nodes, bug, WorldOptions.GROWING),
                crashing(bug));
    }

    /** Explores for a step that is none of the specification's. */
    Catch refinement(String bug) {
        return explored(this::refined, new Scenario(protocol, nodes, bug, WorldOptions.GROWING), crashing(bug));
    }

    private Exploration<WorldState> refined(Scenario scenario) {
        try (RefinementCheck check = new SpecOf(scenario).refinement(options)) {
            return explored(scenario, (world, explorer) -> world.forRefinement(explorer, check));
        }
    }

    /** Holds what clients see in random runs with crashes and lost messages against what they were promised. */
    Catch history(String bug) {
        Scenario scenario = faulty(bug);
        ServiceCheck service = new ServiceCheck(scenario);
        if (!service.isPromised()) {
            return Catch.NONE;
        }
        return inRuns(scenario, service::violation);
    }

    private Exploration<WorldState> explored(
            Scenario scenario, BiFunction<WorldCheck, Explorer<WorldState>, Explorer<WorldState>> asking) {
        WorldCheck world = new WorldCheck(scenario);
        return asking.apply(world, world.unasked())
                .within(limits)
                .telling(progress -> live.tell(() -> scenario.bug() + ", " + ExploreOptions.text(progress)))
                .explore();
    }

    /** Worlds in which messages are received once and nodes crash are big. */
    private Scenario crashing(String bug) {
        return new Scenario(protocol, Math.min(nodes, 2), bug, WorldOptions.UNTIMED.with(Fault.CRASH, 1));
    }

    private Scenario faulty(String bug) {
        return new Scenario(
                protocol, nodes, bug, WorldOptions.TIMED.with(Fault.CRASH, 2).with(Fault.LOSS, 1));
    }

    private static Catch explored(Function<Scenario, Exploration<WorldState>> explore, Scenario... worlds) {
        long states = 0;
        double seconds = 0;
        for (Scenario world : worlds) {
            Exploration<WorldState> found = explore.apply(world);
            states += found.distinct();
            seconds += found.time().toNanos() / NANOS;
            OptionalInt steps = stepsToTheBug(found);
            if (steps.isPresent()) {
                return new Catch(Catch.Result.CAUGHT, states, "states", seconds, steps);
            }
        }
        return new Catch(Catch.Result.MISSED, states, "states", seconds, OptionalInt.empty());
    }

    private static OptionalInt stepsToTheBug(Exploration<WorldState> found) {
        Stream<Integer> violated = found.verdicts().values().stream()
                .filter(Verdict.Violated.class::isInstance)
                .map(verdict -> ((Verdict.Violated<WorldState>) verdict).path().length());
        Stream<Integer> failed =
                found.failed().stream().map(failure -> failure.path().length());
        return Stream.concat(violated, failed).mapToInt(Integer::intValue).min();
    }

    /** Validates what random runs with crashes and lost messages record. */
    Catch trace(String bug) {
        Scenario scenario = faulty(bug);
        Path traces = ReportFolder.in(options.out(), protocol + "-bugs").path().resolve("traces");
        try (Validation validation = new Validation(scenario, options)) {
            return inRuns(scenario, run -> validation.ofTrace(run, traces));
        }
    }

    private Catch inRuns(Scenario scenario, Function<Run, Optional<Violation>> check) {
        long start = System.nanoTime();
        for (int seed = 1; seed <= runsMax; seed++) {
            String which = ", run " + seed + " of " + runsMax;
            live.tell(() -> scenario.bug() + which);
            Run run = withoutVerdict(new Driver(scenario, STEPS_MAX).run(new RandomChooser(seed)));
            Optional<Violation> found = check.apply(run);
            if (found.isPresent()) {
                double seconds = (System.nanoTime() - start) / NANOS;
                Run small = new Shrinker((smaller, kind) -> check.apply(smaller), SHRINK_STATES_MAX)
                        .shrink(run.with(found.get()))
                        .run();
                OptionalInt steps = OptionalInt.of(small.steps().size() - 1);
                return new Catch(Catch.Result.CAUGHT, seed, "runs", seconds, steps);
            }
        }
        double seconds = (System.nanoTime() - start) / NANOS;
        return new Catch(Catch.Result.MISSED, runsMax, "runs", seconds, OptionalInt.empty());
    }

    /** What the invariants say is another checker's. */
    private static Run withoutVerdict(Run run) {
        return new Run(run.scenario(), run.choices(), run.steps(), run.end(), Optional.empty(), run.isComplete());
    }

    /**
     * Has TLC check the specification with the same fault: {@code MCTwoPhase_Hasty.cfg} for the bug {@code hasty-commit}, where
     * there is such a model.
     */
    Catch spec(String bug) throws IOException {
        SpecOf spec = new SpecOf(new Scenario(protocol, nodes, bug, WorldOptions.GROWING));
        String fault =
                bug.substring(0, 1).toUpperCase(Locale.ROOT) + bug.substring(1).replaceAll("-.*", "");
        Path config = spec.model().module().resolveSibling("MC" + spec.name() + "_" + fault + ".cfg");
        if (!Files.exists(config)) {
            return Catch.NONE;
        }
        Path folder = ReportFolder.in(options.out(), protocol + "-bugs").path();
        return caught(TlcRun.of(config.toString(), options, folder));
    }

    private static Catch caught(ModelCheckResult result) {
        boolean isCaught =
                result.outcome() instanceof Outcome.Violates || result.outcome() instanceof Outcome.Deadlocks;
        long states =
                result.statistics().map(statistics -> statistics.distinct()).orElse(0L);
        OptionalInt steps = result.counterexample()
                .map(behaviour -> OptionalInt.of(behaviour.steps().size() - 1))
                .orElse(OptionalInt.empty());
        return new Catch(
                isCaught ? Catch.Result.CAUGHT : Catch.Result.MISSED,
                states,
                "states",
                result.duration().toNanos() / NANOS,
                steps);
    }
}
