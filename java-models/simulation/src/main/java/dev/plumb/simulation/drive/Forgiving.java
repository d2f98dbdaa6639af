package dev.plumb.simulation.drive;

import dev.plumb.simulation.world.Chooser;
import java.util.List;

/** Chooses from any list of numbers: one that is too great wraps around, and where there is none the choice is dull. */
final class Forgiving implements Chooser {
    private final List<Integer> choices;
    private int next;

    Forgiving(List<Integer> choices) {
        this.choices = choices;
    }

    @Override
    public int pick(Choice choice, int n) {
        return next < choices.size() ? Math.floorMod(choices.get(next++), n) : 0;
    }
}
