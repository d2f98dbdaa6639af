package dev.plumb.simulation.drive;

import dev.plumb.simulation.world.Chooser;
import java.util.ArrayList;
import java.util.List;

/** Writes down what another one chooses. */
final class Recording implements Chooser {
    private final Chooser chooser;
    private final List<Integer> choices = new ArrayList<>();

    Recording(Chooser chooser) {
        this.chooser = chooser;
    }

    @Override
    public int pick(Choice choice, int n) {
        int chosen = chooser.pick(choice, n);
        choices.add(chosen);
        return chosen;
    }

    List<Integer> choices() {
        return List.copyOf(choices);
    }
}
