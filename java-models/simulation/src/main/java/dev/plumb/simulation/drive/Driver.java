package dev.plumb.simulation.drive;

import dev.plumb.simulation.Invariant;
import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Stepped;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldState;
import dev.plumb.traces.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Lets a world run to its end, or until something is wrong. */
public final class Driver {
    private final Scenario scenario;
    private final World world;
    private final List<Invariant> invariants;
    private final int stepsMax;
    private BiConsumer<Happened, WorldState> observer = (happened, state) -> {};

    /** Of a scenario, for so many steps at most. */
    public Driver(Scenario scenario, int stepsMax) {
        var deployment = scenario.deployment();
        this.scenario = scenario;
        this.world = deployment.world(scenario.options());
        this.invariants = deployment.invariants();
        this.stepsMax = stepsMax;
    }

    /** Tells this one of each step and the state after it. */
    public Driver telling(BiConsumer<Happened, WorldState> other) {
        observer = other;
        return this;
    }

    /** The run that comes of these choices. */
    public Run run(Chooser chooser) {
        Recording recording = new Recording(chooser);
        List<Happened> steps = new ArrayList<>();
        Stepped last = world.initial(recording);
        Optional<Violation> violation = seen(last, steps);
        boolean isComplete = violation.isPresent();
        while (!isComplete && steps.size() < stepsMax) {
            try {
                Optional<Stepped> next = next(last.next(), chooser, recording);
                last = next.orElse(last);
                violation = next.flatMap(step -> seen(step, steps));
                isComplete = next.isEmpty() || violation.isPresent();
            } catch (Problem notOfTheNodes) {
                throw notOfTheNodes;
            } catch (RuntimeException thrown) {
                violation = Optional.of(Violation.of(thrown));
                isComplete = true;
            }
        }
        return new Run(scenario, recording.choices(), steps, last.next(), violation, isComplete);
    }

    private Optional<Stepped> next(WorldState state, Chooser chooser, Recording recording) {
        if (chooser instanceof Watching watching) {
            watching.watch(state);
        }
        return world.step(state, recording);
    }

    private Optional<Violation> seen(Stepped step, List<Happened> steps) {
        steps.add(step.happened());
        observer.accept(step.happened(), step.next());
        return Violation.of(invariants, step.next());
    }
}
