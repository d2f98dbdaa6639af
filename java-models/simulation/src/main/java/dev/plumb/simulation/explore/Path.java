package dev.plumb.simulation.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A behaviour's beginning: an initial state and the steps that were taken from there.
 *
 * @param <S> the state
 */
public record Path<S>(S start, List<Taken<S>> steps) {

    /** A step, and the state that it led to. */
    public record Taken<S>(Object action, S to) {}

    public Path {
        steps = List.copyOf(steps);
    }

    /** The state after so many steps. */
    public S state(int steps) {
        return steps == 0 ? start : this.steps.get(steps - 1).to();
    }

    /** All its states, the initial one first. */
    public List<S> states() {
        List<S> states = new ArrayList<>(List.of(start));
        steps.forEach(taken -> states.add(taken.to()));
        return states;
    }

    public int length() {
        return steps.size();
    }

    public S end() {
        return state(length());
    }

    /** A line for the initial state and one for each step. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("  0  ").append(start);
        for (int i = 1; i <= length(); i++) {
            Taken<S> taken = steps.get(i - 1);
            text.append(String.format(Locale.ROOT, "\n%3d  %s\n     %s", i, taken.action(), taken.to()));
        }
        return text.toString();
    }
}
