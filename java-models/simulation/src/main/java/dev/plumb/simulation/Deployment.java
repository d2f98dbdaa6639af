package dev.plumb.simulation;

import dev.plumb.refinement.Abstraction;
import dev.plumb.simulation.explore.Fairness;
import dev.plumb.simulation.world.ClientState;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.simulation.world.WorldState;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;

/**
 * A protocol with so many nodes, and maybe a planted bug: what a world needs, and what must be true in it.
 *
 * @param nodes by name
 * @param workload what each client calls, by the client's name
 * @param forgeries what Byzantine nodes may send
 * @param invariants what must be true in every state
 * @param abstraction what a state is in the words of the specification; a variable that the code does not keep is left out
 * @param notesAtOnce whether the abstraction takes each step of the specification where a node notes it, and not later
 * @param header what heads each trace file; its name is given by whoever records
 * @param forgotten variables of the specification of which a node that crashes forgets its part
 * @param service what the nodes promise their clients, if they promise anything
 * @param goals what the world is to come to
 * @param fairness what no behaviour neglects for ever, for goals that are reached eventually
 */
public record Deployment(
        PSortedMap<String, Node<?, ?>> nodes,
        PSortedMap<String, PVector<ClientState.Call>> workload,
        List<World.Forgery> forgeries,
        List<Invariant> invariants,
        Abstraction<WorldState> abstraction,
        boolean notesAtOnce,
        TraceHeader header,
        SortedSet<String> forgotten,
        Optional<Service> service,
        List<Goal> goals,
        List<Fairness<WorldState>> fairness) {

    /** A deployment that promises its clients nothing and has no goals; {@link #serving} and the like add to it. */
    public Deployment(
            PSortedMap<String, Node<?, ?>> nodes,
            PSortedMap<String, PVector<ClientState.Call>> workload,
            List<World.Forgery> forgeries,
            List<Invariant> invariants,
            Abstraction<WorldState> abstraction,
            TraceHeader header) {
        this(
                nodes,
                workload,
                forgeries,
                invariants,
                abstraction,
                true,
                header,
                Collections.emptySortedSet(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** This deployment, whose nodes forget these variables of the specification when they crash. */
    public Deployment forgetting(String... variables) {
        return with(workload, notesAtOnce, new TreeSet<>(List.of(variables)), service, goals, fairness);
    }

    /** This deployment, whose nodes promise that to their clients. */
    public Deployment serving(Service promise) {
        return with(workload, notesAtOnce, forgotten, Optional.of(promise), goals, fairness);
    }

    /** This deployment, of which some behaviour comes to such a state. */
    public Deployment sometimes(String name, Predicate<WorldState> isReached) {
        return aiming(new Goal(Goal.Kind.SOMETIMES, name, isReached));
    }

    /** This deployment, of which every {@link #fair} behaviour comes to such a state. */
    public Deployment eventually(String name, Predicate<WorldState> isReached) {
        return aiming(new Goal(Goal.Kind.EVENTUALLY, name, isReached));
    }

    private Deployment aiming(Goal goal) {
        return with(workload, notesAtOnce, forgotten, service, and(goals, goal), fairness);
    }

    /** This deployment, in which no behaviour neglects that for ever. */
    public Deployment fair(Fairness<WorldState> condition) {
        return with(workload, notesAtOnce, forgotten, service, goals, and(fairness, condition));
    }

    /** This deployment, whose clients make these calls. */
    public Deployment calling(PSortedMap<String, PVector<ClientState.Call>> calls) {
        return with(calls, notesAtOnce, forgotten, service, goals, fairness);
    }

    /**
     * This deployment, whose abstraction takes steps of the specification later than nodes note them: so what its steps are called
     * is not held against the specification, but only where they lead.
     */
    public Deployment abstractingLater() {
        return with(workload, false, forgotten, service, goals, fairness);
    }

    private Deployment with(
            PSortedMap<String, PVector<ClientState.Call>> calls,
            boolean isNotedAtOnce,
            SortedSet<String> forgets,
            Optional<Service> promise,
            List<Goal> aims,
            List<Fairness<WorldState>> conditions) {
        return new Deployment(
                nodes,
                calls,
                forgeries,
                invariants,
                abstraction,
                isNotedAtOnce,
                header,
                forgets,
                promise,
                aims,
                conditions);
    }

    private static <T> List<T> and(List<T> some, T another) {
        List<T> all = new ArrayList<>(some);
        all.add(another);
        return List.copyOf(all);
    }

    /** These nodes and clients in a world of that kind. */
    public World world(WorldOptions options) {
        return new World(nodes, workload, forgeries, options);
    }

    /** What is known of the specification's variables in a world of that kind: less where nodes may crash and forget. */
    public Abstraction<WorldState> abstraction(WorldOptions options) {
        boolean mayForget =
                options.faults().containsKey(Fault.CRASH) || options.faults().containsKey(Fault.TORN_WRITE);
        return mayForget && !forgotten.isEmpty() ? this::withoutForgotten : abstraction;
    }

    private SortedMap<String, TlaValue> withoutForgotten(WorldState state) {
        SortedMap<String, TlaValue> known = new TreeMap<>(abstraction.of(state));
        known.keySet().removeAll(forgotten);
        return known;
    }
}
