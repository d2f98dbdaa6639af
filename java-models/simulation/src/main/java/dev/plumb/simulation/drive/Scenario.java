package dev.plumb.simulation.drive;

import dev.plumb.simulation.Deployment;
import dev.plumb.simulation.world.ClientState;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldOptions;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;

/**
 * A world that can be made again: a run is a function of its scenario and its choices.
 *
 * @param nodes how many, as {@code plumb run --nodes} counts them
 * @param bug planted, or {@link dev.plumb.simulation.Protocol#NO_BUG}
 * @param calls that clients make
 */
public record Scenario(String protocol, int nodes, String bug, WorldOptions options, ChosenCalls calls) {

    /** A scenario in which clients make all of their calls. */
    public Scenario(String protocol, int nodes, String bug, WorldOptions options) {
        this(protocol, nodes, bug, options, ChosenCalls.ALL);
    }

    /** The protocol's nodes, clients and invariants. */
    public Deployment deployment() {
        Deployment whole = Protocols.named(protocol, bug).deploy(nodes, bug);
        return whole.calling(calls.from(whole.workload()));
    }

    public World world() {
        return deployment().world(options);
    }

    public Scenario with(WorldOptions other) {
        return new Scenario(protocol, nodes, bug, other, calls);
    }

    public Scenario withNodes(int other) {
        return new Scenario(protocol, other, bug, options, calls);
    }

    /** What clients could call, whichever calls they make. */
    PSortedMap<String, PVector<ClientState.Call>> workload() {
        return calling(ChosenCalls.ALL).deployment().workload();
    }

    Scenario calling(ChosenCalls others) {
        return new Scenario(protocol, nodes, bug, options, others);
    }
}
