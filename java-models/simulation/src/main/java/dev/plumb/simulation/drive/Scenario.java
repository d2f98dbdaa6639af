package dev.plumb.simulation.drive;

import dev.plumb.simulation.Deployment;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldOptions;

/**
 * A world that can be made again: a run is a function of its scenario and its choices.
 *
 * @param nodes how many, as {@code plumb run --nodes} counts them
 * @param bug planted, or {@link dev.plumb.simulation.Protocol#NO_BUG}
 */
public record Scenario(String protocol, int nodes, String bug, WorldOptions options) {

    /** The protocol's nodes, clients and invariants. */
    public Deployment deployment() {
        return Protocols.named(protocol, bug).deploy(nodes, bug);
    }

    public World world() {
        return deployment().world(options);
    }

    public Scenario with(WorldOptions other) {
        return new Scenario(protocol, nodes, bug, other);
    }

    public Scenario withNodes(int other) {
        return new Scenario(protocol, other, bug, options);
    }
}
