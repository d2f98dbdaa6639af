package dev.plumb.simulation.drive;

import dev.plumb.simulation.Deployment;
import dev.plumb.simulation.Invariant;
import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Visits all states that can be reached in fewer steps than a run has, nearest first, until one fails as it does or there
 * are too many. The set is only asked whether it holds a state, so that its order does not matter.
 */
final class ShorterSearch {
    private final Run run;
    private final Violation wanted;
    private final World world;
    private final List<Invariant> invariants;
    private final int statesMax;
    private final Set<WorldState> visited = new HashSet<>();
    private boolean isExhausted;

    private record Visit(
            WorldState state,
            @Nullable Visit from,
            @Nullable Move move) {}

    ShorterSearch(Run run, Violation wanted, int statesMax) {
        Deployment deployment = run.scenario().deployment();
        this.run = run;
        this.wanted = wanted;
        this.world = deployment.world(run.scenario().options());
        this.invariants = deployment.invariants();
        this.statesMax = statesMax;
    }

    /** The shortest run that fails so, if it is shorter. */
    Optional<Run> find() {
        WorldState initial = world.initial(Chooser.DULL).next();
        visited.add(initial);
        List<Visit> layer = List.of(new Visit(initial, null, null));
        int movesOfRun = run.steps().size() - 1 + (wanted.kind() == Violation.Kind.HANDLER ? 1 : 0);
        for (int moves = 1; moves < movesOfRun && !layer.isEmpty(); moves++) {
            List<Visit> next = new ArrayList<>();
            for (Visit visit : layer) {
                Optional<Run> found = expand(visit, next);
                if (found.isPresent()) {
                    return found;
                } else if (visited.size() >= statesMax) {
                    return Optional.empty();
                }
            }
            layer = next;
        }
        isExhausted = true;
        return Optional.empty();
    }

    private Optional<Run> expand(Visit visit, List<Visit> next) {
        List<Move> moves = new ArrayList<>(world.moves(visit.state()));
        moves.addAll(world.faults(visit.state()));
        for (Move move : moves) {
            Visit reached;
            try {
                reached =
                        new Visit(world.take(visit.state(), move, Chooser.DULL).next(), visit, move);
            } catch (RuntimeException thrown) {
                if (Violation.of(thrown).equals(wanted)) {
                    return Optional.of(runTo(new Visit(visit.state(), visit, move)));
                }
                continue;
            }
            Optional<Violation> violation = Violation.of(invariants, reached.state());
            if (violation.equals(Optional.of(wanted))) {
                return Optional.of(runTo(reached));
            } else if (violation.isEmpty() && visited.add(reached.state())) {
                next.add(reached);
            }
        }
        return Optional.empty();
    }

    private Run runTo(Visit end) {
        List<Plan.Item> items = new ArrayList<>();
        for (Visit visit = end; visit.from() != null && visit.move() != null; visit = visit.from()) {
            items.add(Plan.item(visit.move(), visit.from().state()));
        }
        Collections.reverse(items);
        return Attempt.of(run.scenario(), new Plan(items)).with(wanted);
    }

    /** Whether all states in reach were visited, so that no run is shorter if none was found. */
    boolean isExhausted() {
        return isExhausted;
    }

    int states() {
        return visited.size();
    }
}
