package dev.plumb.simulation.drive;

import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.WorldOptions;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Makes a failure small: fewer nodes, nothing that cannot have caused it, fewer faults, fewer client calls and values, fewer
 * steps, as long as it is the same failure. Time is left out first: whatever happens in a world with time can happen in one
 * without. At last a search looks for a schedule that is shorter still, or has fewer nodes.
 */
public final class Shrinker {
    private final Judge judge;
    private final int statesMax;
    private Violation wanted = new Violation(Violation.Kind.INVARIANT, "");
    private int attempts;
    private IntConsumer listener = number -> {};

    /** Says what is wrong with a run that violates no invariant. */
    public interface Judge {
        /** What is wrong with what the run leaves behind, its traces or its history. */
        Optional<Violation> judge(Run run, Violation.Kind kind);
    }

    /** What is known about the size. */
    public enum Size {
        /** No shorter schedule has this failure in the same world. */
        SHORTEST,
        /** Minimal up to single deletions: without any one of its steps the schedule has not this failure. */
        MINIMAL,
        /** It depends on time: without any one of its choices, or with a duller one, it has not this failure. */
        DULLER
    }

    /**
     * A failure made small.
     *
     * @param attempts how many schedules were tried
     * @param states how many the last search has visited; 0 if there was none
     */
    public record Shrunk(Run run, Size size, int attempts, long states) {}

    /** {@code statesMax} bounds the search for a shorter schedule. */
    public Shrinker(Judge judge, int statesMax) {
        this.judge = judge;
        this.statesMax = statesMax;
    }

    /** Tells this one of each attempt, which are counted. */
    public Shrinker telling(IntConsumer other) {
        listener = other;
        return this;
    }

    /** A run that fails in the same way, and is as small as could be made. */
    public Shrunk shrink(Run failing) {
        wanted = failing.violation().orElseThrow();
        attempts = 0;
        Scenario untimed = failing.scenario().with(untimed(failing.scenario().options()));
        Optional<Run> sameWithoutTime = failing(untimed, Plan.of(failing));
        return sameWithoutTime.isPresent()
                ? withoutTime(sameWithoutTime.get())
                : new Shrunk(DullerChoices.of(failing, moves(failing) + 1, this::counted), Size.DULLER, attempts, 0);
    }

    private Optional<Run> counted(Run run) {
        attempts++;
        listener.accept(attempts);
        return judged(run);
    }

    private static WorldOptions untimed(WorldOptions options) {
        return new WorldOptions(options.network(), false, options.syncsAtOnce(), options.faults(), 0);
    }

    private Shrunk withoutTime(Run failing) {
        Run small = onlyCauses(fewerNodes(failing));
        small = without(small, Plan.Item::isFault);
        small = without(fewerCalls(small), item -> true);
        small = fewerCalls(duller(onlyFaultsOf(small)));
        return smallest(without(small, item -> true));
    }

    /** The best that a search can find. */
    private Shrunk smallest(Run failing) {
        Run small = onFewerNodes(failing);
        ShorterSearch search = new ShorterSearch(small.scenario(), wanted, statesMax);
        if (!search.isPossible()) {
            return new Shrunk(small, Size.MINIMAL, attempts, 0);
        }
        Optional<Run> shorter = search.find(moves(small) - 1);
        Size size = shorter.isPresent() || search.isExhausted() ? Size.SHORTEST : Size.MINIMAL;
        return new Shrunk(shorter.orElse(small), size, attempts, search.states());
    }

    /** The best that a search can find with fewer nodes, where other clients may have to make other calls. */
    private Run onFewerNodes(Run small) {
        for (int nodes = 1; nodes < small.scenario().nodes(); nodes++) {
            Scenario fewer = small.scenario().withNodes(nodes).calling(ChosenCalls.ALL);
            ShorterSearch search = new ShorterSearch(fewer, wanted, statesMax);
            Optional<Run> found = search.isPossible() ? search.find(moves(small)) : Optional.empty();
            if (found.isPresent()) {
                return without(fewerCalls(found.get()), item -> true);
            }
        }
        return small;
    }

    private Run fewerCalls(Run failing) {
        FewerCalls calls = new FewerCalls(new ByCalls());
        return calls.fewerValues(calls.fewer(failing));
    }

    private Run fewerNodes(Run failing) {
        Run small = failing;
        for (int nodes = failing.scenario().nodes() - 1; nodes > 0; nodes--) {
            Optional<Run> smaller = failing(failing.scenario().withNodes(nodes), Plan.of(failing));
            if (smaller.isEmpty()) {
                break;
            }
            small = smaller.get();
        }
        return small;
    }

    /**
     * Leaves out all at once that cannot have caused the last step, or the last step and what happened to some other node. What a
     * handler throws is in no step, so that nothing is known of its causes.
     */
    private Run onlyCauses(Run failing) {
        if (wanted.kind() == Violation.Kind.HANDLER) {
            return failing;
        }
        Causes causes = Causes.of(failing);
        List<Plan.Item> items = Plan.of(failing).items();
        return Stream.concat(Stream.of(causes.ofTheLast()), causes.ofTheLastAndANode().stream())
                .map(steps -> failing(failing.scenario(), new Plan(those(items, steps))))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(failing);
    }

    /** Step 0 of a run is its beginning, which is no item. */
    private static List<Plan.Item> those(List<Plan.Item> items, BitSet steps) {
        return steps.stream()
                .filter(step -> step > 0)
                .mapToObj(step -> items.get(step - 1))
                .toList();
    }

    /** Leaves out as many items of the kind as possible: chunks, then smaller ones, then single ones until none can go. */
    private Run without(Run failing, Predicate<Plan.Item> kind) {
        Run small = failing;
        int chunk = Math.max(1, small.steps().size() / 2);
        while (true) {
            Optional<Run> smaller = withoutAChunk(small, kind, chunk);
            if (smaller.isPresent()) {
                small = smaller.get();
            } else if (chunk == 1) {
                return small;
            } else {
                chunk = chunk / 2;
            }
        }
    }

    private Optional<Run> withoutAChunk(Run run, Predicate<Plan.Item> kind, int chunk) {
        List<Plan.Item> items = Plan.of(run).items();
        List<Integer> candidates = IntStream.range(0, items.size())
                .filter(i -> kind.test(items.get(i)))
                .boxed()
                .toList();
        for (int from = 0; from < candidates.size(); from += chunk) {
            List<Integer> gone = candidates.subList(from, Math.min(from + chunk, candidates.size()));
            List<Plan.Item> rest = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                if (!gone.contains(i)) {
                    rest.add(items.get(i));
                }
            }
            Optional<Run> smaller = failing(run.scenario(), new Plan(rest));
            if (smaller.isPresent()) {
                return smaller;
            }
        }
        return Optional.empty();
    }

    /** The same run in a world in which no other faults may happen. */
    private Run onlyFaultsOf(Run run) {
        PSortedMap<Fault, Integer> faults = TreePMap.empty();
        for (Happened step : run.steps()) {
            if (step.move() instanceof Move.Faulty faulty) {
                faults = faults.plus(faulty.fault(), faults.getOrDefault(faulty.fault(), 0) + 1);
            }
        }
        WorldOptions options = run.scenario().options();
        WorldOptions few = new WorldOptions(options.network(), false, options.syncsAtOnce(), faults, 0);
        return failing(run.scenario().with(few), Plan.of(run)).orElse(run);
    }

    private final class ByCalls implements FewerCalls.Attempts {
        @Override
        public Optional<Run> planned(Scenario scenario, Plan plan) {
            return failing(scenario, plan);
        }

        @Override
        public Optional<Run> chosen(Scenario scenario, Run like) {
            return failing(scenario, like.choices(), moves(like) + 1);
        }
    }

    private Optional<Run> failing(Scenario scenario, Plan plan) {
        return counted(Attempt.of(scenario, plan));
    }

    private Optional<Run> failing(Scenario scenario, List<Integer> choices, int stepsMax) {
        return counted(
                new Driver(scenario, stepsMax).run(new Forgiving(choices)).ended());
    }

    private Optional<Run> judged(Run run) {
        Optional<Violation> found =
                run.violation().isPresent() || wanted.isOfStates() ? run.violation() : judge.judge(run, wanted.kind());
        return found.equals(Optional.of(wanted)) ? Optional.of(run.with(wanted)) : Optional.empty();
    }

    /** The same schedule with as many dull choices as possible, and no more steps. */
    private Run duller(Run recorded) {
        Run dull = recorded;
        for (int i = recorded.choices().size() - 1; i >= 0; i--) {
            if (i < dull.choices().size() && dull.choices().get(i) != 0) {
                List<Integer> choices = new ArrayList<>(dull.choices());
                choices.set(i, 0);
                dull = failing(recorded.scenario(), choices, moves(dull) + 1).orElse(dull);
            }
        }
        return dull;
    }

    /** How many there were after the beginning; one in which a handler throws is no step of the run. */
    private static int moves(Run run) {
        boolean isThrown = run.violation()
                .filter(found -> found.kind() == Violation.Kind.HANDLER)
                .isPresent();
        return run.steps().size() - 1 + (isThrown ? 1 : 0);
    }
}
