package dev.plumb.simulation.explore;

import dev.plumb.simulation.world.Chooser;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Chooses in every way that there is, one after the other, the dull one first. */
final class EveryChoice implements Chooser {
    private final List<Integer> chosen = new ArrayList<>();
    private final List<Integer> alternatives = new ArrayList<>();
    private int next;

    private EveryChoice() {}

    /** Tells the result of each way to choose. */
    static <T> void of(Function<Chooser, T> code, Consumer<T> each) {
        EveryChoice choice = new EveryChoice();
        do {
            choice.next = 0;
            each.accept(code.apply(choice));
        } while (choice.another());
    }

    @Override
    public int pick(Choice choice, int n) {
        if (next == chosen.size()) {
            chosen.add(0);
            alternatives.add(n);
        }
        return chosen.get(next++);
    }

    /** Counts up, as an odometer does; false once all its wheels are through. */
    private boolean another() {
        while (!chosen.isEmpty()) {
            int last = chosen.size() - 1;
            int up = chosen.get(last) + 1;
            if (up < alternatives.get(last)) {
                chosen.set(last, up);
                return true;
            }
            chosen.remove(last);
            alternatives.remove(last);
        }
        return false;
    }
}
