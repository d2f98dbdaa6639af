package dev.plumb.simulation.drive;

import dev.plumb.simulation.world.Chooser;
import java.util.List;

/** Chooses as was recorded, and the dull way when that is at its end. */
public final class Replaying implements Chooser {
    private final List<Integer> choices;
    private int next;

    public Replaying(List<Integer> choices) {
        this.choices = choices;
    }

    @Override
    public int pick(Choice choice, int n) {
        if (next == choices.size()) {
            return 0;
        }
        int chosen = choices.get(next++);
        if (chosen >= n) {
            throw SimulationProblems.choiceDoesNotFit(next, chosen, choice, n);
        }
        return chosen;
    }
}
