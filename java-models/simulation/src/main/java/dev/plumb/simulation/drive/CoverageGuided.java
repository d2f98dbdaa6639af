package dev.plumb.simulation.drive;

import dev.plumb.refinement.Abstraction;
import dev.plumb.simulation.explore.Fingerprints;
import dev.plumb.simulation.world.WorldState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Keeps the choices of runs that reached states of the specification that no run had reached before, and tries changes of
 * those. What counts as a state is what the {@link Abstraction} says, so that a world with many states does not lead astray.
 */
final class CoverageGuided {
    private final SplittableRandom random;
    private final Driver driver;
    private final List<List<Integer>> kept = new ArrayList<>();
    /** Fingerprints of states of the specification; it is only asked whether it holds one. */
    private final Set<Long> reached = new HashSet<>();

    private boolean reachedNew;

    /** Of a scenario, with runs of so many steps at most. */
    CoverageGuided(Scenario scenario, int stepsMax, long seed) {
        this.random = new SplittableRandom(seed);
        Abstraction<WorldState> abstraction = scenario.deployment().abstraction();
        this.driver = new Driver(scenario, stepsMax)
                .telling((happened, state) -> reachedNew |= reached.add(Fingerprints.of(abstraction.of(state))));
    }

    /** The next run. */
    Run next() {
        reachedNew = false;
        boolean isFresh = kept.isEmpty() || random.nextInt(8) == 0;
        List<Integer> choices = isFresh ? List.of() : changed(kept.get(random.nextInt(kept.size())));
        Run run = driver.run(new Varying(choices, random.split()));
        if (reachedNew) {
            kept.add(run.choices());
        }
        return run;
    }

    /** Cut somewhere, with some choices left out, put in or changed; what comes after is chosen at random. */
    private List<Integer> changed(List<Integer> choices) {
        List<Integer> changed = new ArrayList<>(choices.subList(0, random.nextInt(choices.size() + 1)));
        for (int i = random.nextInt(4); i > 0 && !changed.isEmpty(); i--) {
            int at = random.nextInt(changed.size());
            switch (random.nextInt(3)) {
                case 0 -> changed.remove(at);
                case 1 -> changed.add(at, random.nextInt(8));
                default -> changed.set(at, random.nextInt(8));
            }
        }
        return changed;
    }
}
