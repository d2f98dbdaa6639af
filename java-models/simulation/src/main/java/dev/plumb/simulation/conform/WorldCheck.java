package dev.plumb.simulation.conform;

import dev.plumb.core.CoveringPaths;
import dev.plumb.core.CoveringPaths.Behaviour;
import dev.plumb.core.RefinementCheck;
import dev.plumb.core.SpecGraph;
import dev.plumb.refinement.Abstraction;
import dev.plumb.simulation.Deployment;
import dev.plumb.simulation.clients.ServiceMonitor;
import dev.plumb.simulation.drive.Driver;
import dev.plumb.simulation.drive.Replaying;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.explore.Exploration;
import dev.plumb.simulation.explore.Explorer;
import dev.plumb.simulation.explore.Path;
import dev.plumb.simulation.explore.WorldSystem;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A scenario, as something to explore and to hold against its specification. */
public final class WorldCheck {
    private final Scenario scenario;
    private final Deployment deployment;
    private final Abstraction<WorldState> abstraction;
    private final World world;
    private final WorldSystem system;

    /** Of a scenario in a world without time: in one with time states never come again. */
    public WorldCheck(Scenario scenario) {
        if (scenario.options().timed()) {
            throw new IllegalArgumentException("A world with time has no end");
        }
        this.scenario = scenario;
        this.deployment = scenario.deployment();
        this.abstraction = deployment.abstraction(scenario.options());
        this.world = deployment.world(scenario.options());
        this.system = new WorldSystem(world);
    }

    /** An explorer that asks for all that the protocol says of its worlds by itself. */
    public Explorer<WorldState> explorer() {
        Explorer<WorldState> explorer = forHistories(forInvariants(unasked()));
        deployment.goals().forEach(goal -> {
            switch (goal.kind()) {
                case SOMETIMES -> explorer.sometimes(goal.name(), goal.isReached());
                case EVENTUALLY -> explorer.eventually(goal.name(), goal.isReached());
            }
        });
        deployment.fairness().forEach(explorer::fair);
        return explorer;
    }

    /** The same, which also asks whether it refines its specification. */
    public Explorer<WorldState> explorer(RefinementCheck check) {
        return forRefinement(explorer(), check);
    }

    /** An explorer of its states that asks for nothing yet. */
    public Explorer<WorldState> unasked() {
        return Explorer.of(system).fingerprinting(system::fingerprint);
    }

    /** Asks whether the invariants hold. */
    public Explorer<WorldState> forInvariants(Explorer<WorldState> explorer) {
        deployment.invariants().forEach(invariant -> explorer.always(invariant.name(), invariant.holds()));
        return explorer;
    }

    /** Whether a property of this name is one of the protocol's invariants. */
    public boolean isInvariant(String property) {
        return deployment.invariants().stream()
                .anyMatch(invariant -> invariant.name().equals(property));
    }

    /** Asks whether what the clients see is what they were promised, if they were promised anything. */
    public Explorer<WorldState> forHistories(Explorer<WorldState> explorer) {
        deployment
                .service()
                .ifPresent(service -> explorer.always(service.model().name(), ServiceMonitor.of(world, service)));
        return explorer;
    }

    /** Asks whether it refines its specification. */
    public Explorer<WorldState> forRefinement(Explorer<WorldState> explorer, RefinementCheck check) {
        return refinement(check).ask(explorer);
    }

    private GraphRefinement<WorldState> refinement(RefinementCheck check) {
        if (!deployment.notesAtOnce()) {
            return new GraphRefinement<>(abstraction, check);
        }
        return new GraphRefinement<>(abstraction, check, action -> {
            Happened happened = ((WorldSystem.Event) action).happened();
            return new GraphRefinement.Told(Noted.in(happened), happened.move() instanceof Move.Restart);
        });
    }

    /**
     * What came of driving a specification into the code.
     *
     * @param behaviours that together take every step that changes something, from the states that were looked at
     * @param steps of all of them
     * @param stuck where the code does not come along
     * @param states of the specification that were looked at
     * @param isComplete whether that is all of it
     */
    public record Followed(int behaviours, int steps, List<SpecToCode.Stuck> stuck, int states, boolean isComplete) {}

    /**
     * Drives every step of the specification into the code, of as many states of it at most.
     *
     * @throws dev.plumb.traces.Problem if a handler throws something
     */
    public Followed follow(RefinementCheck check, int statesMax) {
        SpecGraph graph = check.graph(statesMax);
        List<Behaviour> behaviours = CoveringPaths.of(graph);
        SpecToCode<WorldState> code = new SpecToCode<>(system, system::fingerprint, abstraction, check);
        List<SpecToCode.Stuck> stuck = behaviours.stream()
                .flatMap(behaviour -> code.follow(graph, behaviour).stream())
                .toList();
        int steps = behaviours.stream()
                .mapToInt(behaviour -> behaviour.actions().size())
                .sum();
        int states = Math.min(graph.states().size(), statesMax);
        return new Followed(behaviours.size(), steps, stuck, states, graph.isComplete());
    }

    /** A way that the explorer has shown as a run, which can be had again by its choices. */
    public Run run(Path<WorldState> path) {
        return run(choices(path), path.length());
    }

    /** The same up to where code threw something, which the run ends with if it was a node's. */
    public Run run(Exploration.Failed<WorldState> failed) {
        Path<WorldState> path = failed.path();
        List<Integer> choices = choices(path);
        failed.step().ifPresent(step -> choices.addAll(choices(path.end(), step)));
        return run(choices, path.length() + (failed.step().isPresent() ? 1 : 0));
    }

    private Run run(List<Integer> choices, int steps) {
        return new Driver(scenario, steps + 1).run(new Replaying(choices));
    }

    private List<Integer> choices(Path<WorldState> path) {
        List<Integer> choices = new ArrayList<>();
        for (int i = 0; i < path.length(); i++) {
            choices.addAll(choices(path.state(i), path.steps().get(i).action()));
        }
        return choices;
    }

    private List<Integer> choices(WorldState state, Object action) {
        Move move = ((WorldSystem.Event) action).happened().move();
        List<Integer> choices = new ArrayList<>();
        List<Move> faults = state.budget().isEmpty() ? List.of() : world.faults(state);
        boolean isFault = move instanceof Move.Faulty;
        if (!faults.isEmpty()) {
            choices.add(isFault ? 1 : 0);
        }
        List<Move> moves = isFault ? faults : world.moves(state);
        if (moves.size() > 1) {
            choices.add(moves.indexOf(move));
        }
        return choices;
    }

    /** Writes a way that the explorer has shown as a trace of which all was seen. */
    public void write(Path<WorldState> path, RefinementCheck check, java.nio.file.Path trace) throws IOException {
        PathTrace.write(path, refinement(check).told(path), abstraction, deployment.header(), trace);
    }
}
