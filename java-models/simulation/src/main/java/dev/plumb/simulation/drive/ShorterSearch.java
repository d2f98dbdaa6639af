package dev.plumb.simulation.drive;

import dev.plumb.simulation.Deployment;
import dev.plumb.simulation.Invariant;
import dev.plumb.simulation.clients.ServiceMonitor;
import dev.plumb.simulation.explore.Exploration;
import dev.plumb.simulation.explore.Explorer;
import dev.plumb.simulation.explore.Limits;
import dev.plumb.simulation.explore.Path;
import dev.plumb.simulation.explore.Verdict;
import dev.plumb.simulation.explore.WorldSystem;
import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Visits all states that can be reached in so many steps, nearest first, until something fails as is wanted or there are too many.
 */
final class ShorterSearch {
    private static final String WANTED = "wanted";

    private final Scenario scenario;
    private final Violation wanted;
    private final Deployment deployment;
    private final World world;
    private final int statesMax;
    private boolean isExhausted;
    private long states;

    ShorterSearch(Scenario scenario, Violation wanted, int statesMax) {
        this.scenario = scenario;
        this.wanted = wanted;
        this.deployment = scenario.deployment();
        this.world = deployment.world(scenario.options());
        this.statesMax = statesMax;
    }

    /** Whether a state, or the way to it, shows the failure; else only whoever judges whole runs can say. */
    boolean isPossible() {
        return wanted.kind() != Violation.Kind.TRACE;
    }

    /** The shortest run of so many moves at most that fails so. */
    Optional<Run> find(int movesMax) {
        WorldSystem system = new WorldSystem(world);
        Explorer<WorldState> explorer = Explorer.of(system)
                .fingerprinting(system::fingerprint)
                .within(Limits.NONE.states(statesMax).depth(movesMax + 1));
        Exploration<WorldState> found = ask(explorer).explore();
        states = found.distinct();
        Optional<List<Plan.Item>> items = items(found);
        isExhausted = items.isEmpty() && found.failed().isEmpty() && states < statesMax;
        return items.map(all -> Attempt.of(scenario, new Plan(all))).flatMap(this::failing);
    }

    private Optional<List<Plan.Item>> items(Exploration<WorldState> found) {
        if (found.failed().isPresent()) {
            return thrown(found.failed().get().path());
        }
        return found.verdicts().values().stream()
                .filter(Verdict.Violated.class::isInstance)
                .map(verdict -> items(((Verdict.Violated<WorldState>) verdict).path()))
                .findFirst();
    }

    private static List<Plan.Item> items(Path<WorldState> path) {
        List<Plan.Item> items = new ArrayList<>();
        for (int i = 0; i < path.length(); i++) {
            WorldSystem.Event event = (WorldSystem.Event) path.steps().get(i).action();
            items.add(Plan.item(event.happened().move(), path.state(i)));
        }
        return items;
    }

    /** A handler threw after this way: in which step is to be found out. */
    private Optional<List<Plan.Item>> thrown(Path<WorldState> path) {
        List<Move> moves = new ArrayList<>(world.moves(path.end()));
        moves.addAll(world.faults(path.end()));
        return moves.stream()
                .filter(move -> throwsWanted(path.end(), move))
                .findFirst()
                .map(move -> {
                    List<Plan.Item> items = items(path);
                    items.add(Plan.item(move, path.end()));
                    return items;
                });
    }

    private boolean throwsWanted(WorldState state, Move move) {
        try {
            world.take(state, move, Chooser.DULL);
            return false;
        } catch (RuntimeException thrown) {
            return Violation.of(thrown).equals(wanted);
        }
    }

    /** What fails in another way before it does so is none. */
    private Optional<Run> failing(Run shorter) {
        Optional<Violation> found = shorter.violation();
        boolean isWanted = wanted.isOfStates() ? found.equals(Optional.of(wanted)) : found.isEmpty();
        return isWanted ? Optional.of(shorter.with(wanted)) : Optional.empty();
    }

    private Explorer<WorldState> ask(Explorer<WorldState> explorer) {
        return switch (wanted.kind()) {
            case INVARIANT -> explorer.always(WANTED, invariant().holds());
            case HISTORY ->
                explorer.always(
                        WANTED, ServiceMonitor.of(world, deployment.service().orElseThrow()));
            case HANDLER, TRACE -> explorer;
        };
    }

    private Invariant invariant() {
        return deployment.invariants().stream()
                .filter(each -> each.name().equals(wanted.name()))
                .findFirst()
                .orElseThrow();
    }

    /** Whether all states in reach were visited, so that no run is shorter if none was found. */
    boolean isExhausted() {
        return isExhausted;
    }

    long states() {
        return states;
    }
}
