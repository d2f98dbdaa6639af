package dev.plumb.simulation.drive;

import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.RandomChooser;
import java.util.List;
import java.util.SplittableRandom;

/** Chooses as another run did, as far as its choices go and fit, and then at random. */
final class Varying implements Chooser {
    private final List<Integer> choices;
    private final Chooser then;
    private int next;

    Varying(List<Integer> choices, SplittableRandom random) {
        this.choices = choices;
        this.then = new RandomChooser(random.nextLong());
    }

    @Override
    public int pick(Choice choice, int n) {
        return next < choices.size() ? Math.floorMod(choices.get(next++), n) : then.pick(choice, n);
    }
}
