package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.ReportFolder;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.RefinementCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.report.CallsResult;
import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.conform.WorldCheck;
import dev.plumb.simulation.drive.Driver;
import dev.plumb.simulation.drive.Protocols;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What looks for a bug that was planted in a protocol. */
final class BugCheckers {
    private static final int STEPS_MAX = 10_000;
    private static final int SHRINK_STATES_MAX = 20_000;
    private static final double NANOS = 1e9;
    private static final Outcome STOPPED =
            new Outcome.Incomplete(String.format(Locale.ROOT, "stopped after %,d steps", STEPS_MAX));

    private final Protocol protocol;
    private final int nodes;
    private final int runsMax;
    private final Limits limits;
    private final CommonOptions options;
    private final LiveLine live;

    BugCheckers(Protocol protocol, int nodes, int runsMax, long statesMax, CommonOptions options, LiveLine live) {
        this.protocol = protocol;
        this.nodes = nodes;
        this.runsMax = runsMax;
        this.limits = Limits.NONE.states(statesMax);
        this.options = options;
        this.live = live;
    }

    /** Explores small worlds for an invariant that is violated. */
    Catch invariant(String bug) {
        return growing(bug).deployment().invariants().isEmpty()
                ? Catch.NONE
                : explored(scenario -> explored(scenario, WorldCheck::forInvariants), small(bug));
    }

    /** Explores small worlds for a step that is none of the specification's. */
    Catch refinement(String bug) {
        return explored(this::refined, small(bug));
    }

    private Exploration<WorldState> refined(Scenario scenario) {
        try (RefinementCheck check = new SpecOf(scenario).refinement(options)) {
            return explored(scenario, (world, explorer) -> world.forRefinement(explorer, check));
        }
    }

    /** Holds what clients see in random runs against what they were promised. */
    Catch history(String bug) {
        List<Scenario> worlds = rough(bug);
        ServiceCheck service = new ServiceCheck(worlds.get(0));
        if (!service.isPromised()) {
            return Catch.NONE;
        }
        return inRuns(worlds, run -> {
            CallsResult seen = service.check(run).orElseThrow();
            return new Finding(seen.outcome(), ServiceCheck.violation(seen));
        });
    }

    private Exploration<WorldState> explored(
            Scenario scenario, BiFunction<WorldCheck, Explorer<WorldState>, Explorer<WorldState>> asking) {
        WorldCheck world = new WorldCheck(scenario);
        return asking.apply(world, world.unasked())
                .within(limits)
                .telling(progress -> live.tell(() -> scenario.bug() + ", " + ExploreOptions.text(progress)))
                .explore();
    }

    private Scenario growing(String bug) {
        return new Scenario(Protocols.small(protocol.name()), nodes, bug, WorldOptions.GROWING);
    }

    /** The world of specifications, and one where a node may crash: of the latter there is much to visit. */
    private List<Scenario> small(String bug) {
        Scenario growing = growing(bug);
        Scenario crashing =
                new Scenario(growing.protocol(), Math.min(nodes, 2), bug, WorldOptions.UNTIMED.with(Fault.CRASH, 1));
        return protocol.countsOnTime() ? List.of(growing) : List.of(growing, crashing);
    }

    /** Worlds for random runs, in turn: bugs that depend on who is late show where anybody may be. */
    private List<Scenario> rough(String bug) {
        WorldOptions crashes = WorldOptions.TIMED.with(Fault.CRASH, 2);
        List<WorldOptions> worlds = protocol.countsOnTime()
                ? List.of(crashes)
                : List.of(
                        crashes.with(Fault.LOSS, 1),
                        WorldOptions.UNTIMED.with(Fault.CRASH, 2).with(Fault.LOSS, 1));
        return worlds.stream()
                .map(world -> new Scenario(protocol.name(), nodes, bug, world))
                .toList();
    }

    private static Catch explored(Function<Scenario, Exploration<WorldState>> explore, List<Scenario> worlds) {
        long states = 0;
        double seconds = 0;
        long unexplored = 0;
        for (Scenario world : worlds) {
            Exploration<WorldState> found = explore.apply(world);
            states += found.distinct();
            seconds += found.time().toNanos() / NANOS;
            unexplored += found.unexplored().map(Exploration.Unexplored::states).orElse(0L);
            Optional<Catch.Schedule> bug = schedule(found);
            if (bug.isPresent()) {
                return Catch.caught(bug, new Catch.Price(states, "states", seconds));
            }
        }
        String left = String.format(Locale.ROOT, "NOT explored: the steps of %,d of them", unexplored);
        return Catch.missed(new Catch.Price(states, "states", seconds), unexplored == 0 ? "" : left);
    }

    /** The shortest way to the bug. */
    private static Optional<Catch.Schedule> schedule(Exploration<WorldState> found) {
        Stream<Catch.Schedule> violated = found.verdicts().values().stream()
                .filter(Verdict.Violated.class::isInstance)
                .map(verdict -> Catch.Schedule.of(((Verdict.Violated<WorldState>) verdict).path()));
        Stream<Catch.Schedule> failed = found.failed().stream().map(failure -> Catch.Schedule.of(failure.path()));
        return Stream.concat(violated, failed).min(Comparator.comparingInt(Catch.Schedule::steps));
    }

    /** Validates what random runs record. */
    Catch trace(String bug) {
        List<Scenario> worlds = rough(bug);
        Path traces = folder().resolve("traces");
        try (Validation validation = new Validation(worlds.get(0), options)) {
            return inRuns(worlds, run -> {
                TraceCheckResult seen = validation.ofTrace(run, traces);
                return new Finding(seen.outcome(), Validation.violation(seen));
            });
        }
    }

    /**
     * What came of holding what a run has left against what it must be.
     *
     * @param violation what is wrong with it
     */
    private record Finding(Outcome outcome, Optional<Violation> violation) {}

    private Catch inRuns(List<Scenario> worlds, Function<Run, Finding> check) {
        long start = System.nanoTime();
        List<Outcome> outcomes = new ArrayList<>();
        for (int seed = 1; seed <= runsMax; seed++) {
            Scenario scenario = worlds.get((seed - 1) % worlds.size());
            String which = ", run " + seed + " of " + runsMax;
            live.tell(() -> scenario.bug() + which);
            Run judged = new Driver(scenario, STEPS_MAX).run(new RandomChooser(seed));
            Optional<Violation> thrown = judged.violation().filter(each -> each.kind() == Violation.Kind.HANDLER);
            Run run = withoutVerdict(judged);
            Finding found = check.apply(run);
            Optional<Violation> violation = thrown.or(found::violation);
            if (violation.isPresent()) {
                Catch.Price price = price(seed, start);
                return Catch.caught(Optional.of(small(run.with(violation.get()), check)), price);
            }
            boolean isCut = found.outcome() instanceof Outcome.Conforms && !run.isComplete();
            outcomes.add(isCut ? STOPPED : found.outcome());
        }
        List<Outcome> open = open(outcomes);
        Catch.Price price = price(runsMax, start);
        return open.isEmpty()
                ? Catch.missed(price, "")
                : Catch.unknown(Optional.of(price), open.size() + " of them: ", open.get(0));
    }

    /** Those that leave something open. A run in which nobody comes to do anything does so only if there is no other. */
    static List<Outcome> open(List<Outcome> ofRuns) {
        boolean isAnythingJudged = ofRuns.stream().anyMatch(Outcome.Conforms.class::isInstance);
        return ofRuns.stream()
                .filter(outcome -> !(outcome instanceof Outcome.Conforms))
                .filter(outcome -> !isAnythingJudged || !(outcome instanceof Outcome.Vacuous))
                .toList();
    }

    private static Catch.Price price(int runs, long start) {
        return new Catch.Price(runs, "runs", (System.nanoTime() - start) / NANOS);
    }

    private static Catch.Schedule small(Run failing, Function<Run, Finding> check) {
        Shrinker.Judge judge = (smaller, kind) -> check.apply(smaller).violation();
        return Catch.Schedule.of(
                new Shrinker(judge, SHRINK_STATES_MAX).shrink(failing).run());
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
        SpecOf spec = new SpecOf(growing(bug));
        String fault =
                bug.substring(0, 1).toUpperCase(Locale.ROOT) + bug.substring(1).replaceAll("-.*", "");
        Path config = spec.model().module().resolveSibling("MC" + spec.name() + "_" + fault + ".cfg");
        if (!Files.exists(config)) {
            return Catch.NONE;
        }
        return caught(TlcRun.of(config.toString(), options, folder()));
    }

    private Path folder() {
        return ReportFolder.in(options.out(), protocol.name() + "-bugs").path();
    }

    private static Catch caught(ModelCheckResult result) {
        Catch.Price price = new Catch.Price(
                result.statistics().map(statistics -> statistics.distinct()).orElse(0L),
                "states",
                result.duration().toNanos() / NANOS);
        if (result.outcome() instanceof Outcome.Violates || result.outcome() instanceof Outcome.Deadlocks) {
            Optional<Catch.Schedule> schedule = result.counterexample()
                    .map(behaviour -> new Catch.Schedule(behaviour.steps().size() - 1, 0));
            return Catch.caught(schedule, price);
        } else if (result.outcome() instanceof Outcome.Holds) {
            return Catch.missed(price, "");
        }
        return Catch.unknown(Optional.of(price), "", result.outcome());
    }
}
