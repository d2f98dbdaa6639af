package dev.plumb.simulation.drive;

import dev.plumb.simulation.world.RandomChooser;
import dev.plumb.simulation.world.World;
import java.util.PrimitiveIterator;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Ways to look for a run that fails, each a source of one run after the other. */
public final class Searches {
    /** Most bugs need few orderings. */
    private static final int PCT_CHANGES = 3;

    private Searches() {}

    /** What is chosen by what. */
    public enum Kind {
        /** By dice. */
        RANDOM,
        /** By random priorities, which change at a few random steps. */
        PCT,
        /** By variation of what reached states of the specification that nothing had reached before. */
        COVERAGE
    }

    /**
     * Runs of the scenario, of so many steps at most; the same for the same seed.
     *
     * @param seed of the first run, which is followed by the next seed; or where runs build on each other, of all
     */
    public static Supplier<Run> of(Kind kind, Scenario scenario, int stepsMax, long seed) {
        Driver driver = new Driver(scenario, stepsMax);
        World world = scenario.world();
        PrimitiveIterator.OfLong seeds =
                LongStream.iterate(seed, last -> last + 1).iterator();
        return switch (kind) {
            case RANDOM -> () -> driver.run(new RandomChooser(seeds.nextLong()));
            case PCT -> () -> pct(driver, world, seeds.nextLong());
            case COVERAGE -> new CoverageGuided(scenario, stepsMax, seed)::next;
        };
    }

    /** How long a run is shows without changes of priority. */
    private static Run pct(Driver driver, World world, long seed) {
        int steps = driver.run(new Pct(world, seed, 0, 0)).steps().size();
        return driver.run(new Pct(world, seed, PCT_CHANGES, steps));
    }
}
