package dev.plumb.simulation.drive;

import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run of a scenario.
 *
 * @param choices with which it can be had again
 * @param steps what happened, the beginning first
 * @param end the state after the last step
 * @param violation what was found in the last step
 * @param isComplete whether nothing more could happen, or something was found; otherwise it was stopped
 */
public record Run(
        Scenario scenario,
        List<Integer> choices,
        List<Happened> steps,
        WorldState end,
        Optional<Violation> violation,
        boolean isComplete) {

    /** This run with what was found otherwise. */
    public Run with(Violation found) {
        return new Run(scenario, choices, steps, end, Optional.of(found), isComplete);
    }

    /** The states after the steps, in order. */
    public List<WorldState> states() {
        World world = scenario.world();
        Replaying again = new Replaying(choices);
        List<WorldState> states = new ArrayList<>(List.of(world.initial(again).next()));
        while (states.size() < steps.size()) {
            states.add(world.step(states.get(states.size() - 1), again)
                    .orElseThrow()
                    .next());
        }
        return states;
    }

    /** This run, which was meant to end here. */
    Run ended() {
        return new Run(scenario, choices, steps, end, violation, true);
    }

    /** The faults that were injected, in order. */
    public List<Move.Faulty> faults() {
        return steps.stream()
                .map(Happened::move)
                .filter(Move.Faulty.class::isInstance)
                .map(Move.Faulty.class::cast)
                .toList();
    }
}
