package dev.plumb.simulation.drive;

import dev.plumb.refinement.Abstraction;
import dev.plumb.simulation.explore.StepFailure;
import dev.plumb.simulation.explore.WorldSystem;
import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldState;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Has the code follow a behaviour of its specification, such as TLC gives for a probe: looks for choices with which the world
 * goes from each state of the behaviour to the next one, by any number of steps that the specification does not see and one
 * that it does. All worlds that fit the states so far are kept, so that the code is not blamed for a guess.
 */
public final class SpecPath {
    private final Scenario scenario;
    private final World world;
    private final WorldSystem system;
    private final Abstraction<WorldState> abstraction;
    private final int statesMax;
    private final SortedSet<String> instead = new TreeSet<>();
    private int states;

    private record Visit(
            WorldState state,
            @Nullable Visit from,
            @Nullable Move move) {}

    /**
     * How far the code goes along.
     *
     * @param matched states of the behaviour, the initial one included, that it reaches
     * @param run that reaches the last of these
     * @param instead what the code can do where the next state is out of its reach: variables of the states that it reaches
     *     instead
     * @param isCut whether the search was given up, so that more could match
     */
    public record Followed(int matched, Run run, SortedSet<String> instead, boolean isCut) {}

    /** Of a scenario in a world without time; the search ends after so many states. */
    public SpecPath(Scenario scenario, int statesMax) {
        var deployment = scenario.deployment();
        this.scenario = scenario;
        this.world = deployment.world(scenario.options());
        this.system = new WorldSystem(world);
        this.abstraction = deployment.abstraction(scenario.options());
        this.statesMax = statesMax;
    }

    /**
     * Follows a behaviour.
     *
     * @param ofSpec states of the specification, all variables, the initial one first
     */
    public Followed follow(List<SortedMap<String, TlaValue>> ofSpec) {
        List<SortedMap<String, TlaValue>> behaviour =
                ofSpec.stream().map(SpecPath::withoutModelValues).toList();
        WorldState initial = world.initial(Chooser.DULL).next();
        List<Visit> reached = List.of(new Visit(initial, null, null));
        if (!isSeen(abstraction.of(initial), behaviour.get(0))) {
            instead.add(abstraction.of(initial).toString());
            return new Followed(0, run(reached.get(0)), instead, false);
        }
        for (int i = 1; i < behaviour.size(); i++) {
            Optional<List<Visit>> next = next(reached, behaviour.get(i - 1), behaviour.get(i));
            if (next.isEmpty() || next.get().isEmpty()) {
                return new Followed(i, run(reached.get(0)), instead, next.isEmpty());
            }
            reached = next.get();
        }
        return new Followed(behaviour.size(), run(reached.get(0)), Collections.emptySortedSet(), false);
    }

    /** What is a model value in a {@code .cfg} is a text in the code. */
    private static SortedMap<String, TlaValue> withoutModelValues(SortedMap<String, TlaValue> state) {
        SortedMap<String, TlaValue> texts = new TreeMap<>();
        state.forEach((variable, value) -> texts.put(variable, withoutModelValues(value)));
        return texts;
    }

    private static TlaValue withoutModelValues(TlaValue value) {
        if (value instanceof TlaValue.Model model) {
            return TlaValue.of(model.name());
        } else if (value instanceof TlaValue.SetOf set) {
            return TlaValue.set(
                    set.elements().stream().map(SpecPath::withoutModelValues).toList());
        } else if (value instanceof TlaValue.Fn function) {
            SortedMap<TlaValue, TlaValue> entries = new TreeMap<>();
            function.entries().forEach((key, of) -> entries.put(withoutModelValues(key), withoutModelValues(of)));
            return TlaValue.function(entries);
        }
        return value;
    }

    /** All worlds in the next state, reached by way of the current one; empty if there are too many. */
    private Optional<List<Visit>> next(
            List<Visit> from, SortedMap<String, TlaValue> now, SortedMap<String, TlaValue> wanted) {
        if (now.equals(wanted)) {
            return Optional.of(from); // the behaviour stutters
        }
        instead.clear();
        Set<Long> visited = new HashSet<>(); // fingerprints; asked only whether it holds one
        List<Visit> open = new ArrayList<>(from);
        List<Visit> reached = new ArrayList<>(from);
        reached.removeIf(stays -> !isSeen(abstraction.of(stays.state()), wanted));
        for (int i = 0; i < open.size(); i++) {
            Visit visit = open.get(i);
            List<Move> moves = new ArrayList<>(world.moves(visit.state()));
            moves.addAll(world.faults(visit.state()));
            for (Move move : moves) {
                WorldState state = taken(visit.state(), move);
                if (!visited.add(system.fingerprint(state))) {
                    continue;
                } else if (++states > statesMax) {
                    return Optional.empty();
                }
                SortedMap<String, TlaValue> there = abstraction.of(state);
                Visit next = new Visit(state, visit, move);
                boolean isNext = isSeen(there, wanted) && reached.add(next);
                boolean isStill = isSeen(there, now) && open.add(next);
                if (!isNext && !isStill) {
                    instead.add(there.toString());
                }
            }
        }
        return Optional.of(reached);
    }

    private WorldState taken(WorldState from, Move move) {
        try {
            return system.taken(from, move, Chooser.DULL).next();
        } catch (StepFailure failure) {
            throw SimulationProblems.handlerThrows(failure);
        }
    }

    /** Whether all that is known of a state of the code is so in that state of the specification. */
    private static boolean isSeen(SortedMap<String, TlaValue> known, SortedMap<String, TlaValue> ofSpec) {
        return ofSpec.entrySet().containsAll(known.entrySet());
    }

    private Run run(Visit end) {
        List<Plan.Item> items = new ArrayList<>();
        for (Visit visit = end; visit.from() != null && visit.move() != null; visit = visit.from()) {
            items.add(Plan.item(visit.move(), visit.from().state()));
        }
        Collections.reverse(items);
        return Attempt.of(scenario, new Plan(items));
    }
}
