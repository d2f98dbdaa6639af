package dev.plumb.simulation;

import dev.plumb.refinement.Abstraction;
import dev.plumb.simulation.world.ClientState;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.simulation.world.WorldState;
import dev.plumb.traces.TraceHeader;
import java.util.List;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;

/**
 * A protocol with so many nodes, and maybe a planted bug: what a world needs, and what must be true in it.
 *
 * @param nodes by name
 * @param workload what each client calls, by the client's name
 * @param forgeries what Byzantine nodes may send
 * @param invariants what must be true in every state
 * @param abstraction what a state is in the words of the specification
 * @param header what heads each trace file; its name is given by whoever records
 */
public record Deployment(
        PSortedMap<String, Node<?, ?>> nodes,
        PSortedMap<String, PVector<ClientState.Call>> workload,
        List<World.Forgery> forgeries,
        List<Invariant> invariants,
        Abstraction<WorldState> abstraction,
        TraceHeader header) {

    /** These nodes and clients in a world of that kind. */
    public World world(WorldOptions options) {
        return new World(nodes, workload, forgeries, options);
    }

    /** What heads each file of a trace of this name. */
    public TraceHeader header(String trace) {
        return new TraceHeader(
                header.spec(), header.constants(), Optional.of(trace), header.init(), header.order(), false);
    }
}
