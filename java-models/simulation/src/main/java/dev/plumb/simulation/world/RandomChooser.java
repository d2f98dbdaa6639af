package dev.plumb.simulation.world;

import java.util.SplittableRandom;

/** Chooses at random, but faults seldom and long delays less often than short ones, so that runs get somewhere. */
public final class RandomChooser implements Chooser {
    private static final int STEPS_PER_FAULT = 12;

    private final SplittableRandom random;

    public RandomChooser(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @Override
    public int pick(Choice choice, int n) {
        return switch (choice) {
            case FAULT -> random.nextInt(STEPS_PER_FAULT) == 0 ? 1 : 0;
            case DELAY -> Math.min(random.nextInt(n), random.nextInt(n));
            case NEXT, WHICH_FAULT -> random.nextInt(n);
        };
    }
}
