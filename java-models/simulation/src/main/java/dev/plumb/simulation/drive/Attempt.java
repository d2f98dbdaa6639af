package dev.plumb.simulation.drive;

import dev.plumb.simulation.Deployment;
import dev.plumb.simulation.Invariant;
import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.Stepped;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Lets happen what is planned, as far as it can, in a world without time. */
final class Attempt {
    private final World world;
    private final List<Invariant> invariants;
    private final List<Integer> choices = new ArrayList<>();
    private final List<Happened> steps = new ArrayList<>();
    private WorldState state;
    private Optional<Violation> violation = Optional.empty();

    private Attempt(Scenario scenario) {
        Deployment deployment = scenario.deployment();
        this.world = deployment.world(scenario.options());
        this.invariants = deployment.invariants();
        Stepped begun = world.initial(Chooser.DULL);
        this.state = begun.next();
        steps.add(begun.happened());
    }

    /** The run that comes of a plan; it ends with the plan or a violation. */
    static Run of(Scenario scenario, Plan plan) {
        Attempt attempt = new Attempt(scenario);
        for (Plan.Item item : plan.items()) {
            if (attempt.violation.isEmpty()) {
                attempt.take(item);
            }
        }
        return new Run(scenario, attempt.choices, attempt.steps, attempt.state, attempt.violation, true);
    }

    private void take(Plan.Item item) {
        List<Move> faults = state.budget().isEmpty() ? List.of() : world.faults(state);
        List<Move> moves = item.isFault() ? faults : world.moves(state);
        OptionalInt index = item.among(moves, state);
        if (index.isEmpty()) {
            return;
        }
        if (!faults.isEmpty()) {
            choices.add(item.isFault() ? 1 : 0);
        }
        if (moves.size() > 1) {
            choices.add(index.getAsInt());
        }
        take(moves.get(index.getAsInt()));
    }

    private void take(Move move) {
        try {
            Stepped stepped = world.take(state, move, Chooser.DULL);
            state = stepped.next();
            steps.add(stepped.happened());
            violation = Violation.of(invariants, state);
        } catch (RuntimeException thrown) {
            violation = Optional.of(Violation.of(thrown));
        }
    }
}
