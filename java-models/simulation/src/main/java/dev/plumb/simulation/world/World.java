package dev.plumb.simulation.world;

import dev.plumb.simulation.ClockReading;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.world.Chooser.Choice;
import java.util.List;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;

/**
 * Nodes, clients and what connects them. A world is a function: {@link #step} takes a state and choices, and gives the next
 * state. Driving it with choices is the caller's part.
 *
 * @param workload what each client calls, in order; who calls when is a choice
 * @param forgeries what Byzantine nodes may send, at the cost of {@link Fault#FORGE}
 */
public record World(
        PSortedMap<String, Node<?, ?>> nodes,
        PSortedMap<String, PVector<ClientState.Call>> workload,
        List<Forgery> forgeries,
        WorldOptions options) {

    /** A message that the Byzantine node at the link's start may send. */
    public record Forgery(Link link, Message message) {}

    /** A world without clients and Byzantine nodes. */
    public World(PSortedMap<String, Node<?, ?>> nodes, WorldOptions options) {
        this(nodes, TreePMap.empty(), List.of(), options);
    }

    /** The state in which all nodes have been switched on, and what they did then. */
    public Stepped initial(Chooser chooser) {
        return Change.bigBang(this, chooser);
    }

    /**
     * The next step, if any is possible and chosen.
     *
     * @return empty if nothing more happens
     */
    public Optional<Stepped> step(WorldState state, Chooser chooser) {
        return choose(state, chooser).map(move -> take(state, move, chooser));
    }

    /** What can happen next, the dull one first, faults left out. */
    public List<Move> moves(WorldState state) {
        return new Moves(this, state).ordinary();
    }

    /** What can go wrong next. */
    public List<Move> faults(WorldState state) {
        return new Moves(this, state).faulty();
    }

    /** What happens if this comes next. */
    public Stepped take(WorldState state, Move move, Chooser chooser) {
        return new Change(this, state, chooser).take(move);
    }

    /** What such a move asks nodes to do, whatever they do about it. */
    public Happened asked(WorldState state, Move move) {
        PSortedMap<String, Node<?, ?>> idle = TreePMap.empty();
        for (var node : nodes.entrySet()) {
            idle = idle.plus(node.getKey(), new IdleNode(node.getValue()));
        }
        return new World(idle, workload, forgeries, options)
                .take(state, move, Chooser.DULL)
                .happened();
    }

    /** What comes next, if anything does. */
    public Optional<Move> choose(WorldState state, Chooser chooser) {
        if (!state.budget().isEmpty()) {
            List<Move> faults = faults(state);
            if (!faults.isEmpty() && chooser.pick(Choice.FAULT, 2) == 1) {
                return Optional.of(one(faults, Choice.WHICH_FAULT, chooser));
            }
        }
        List<Move> moves = moves(state);
        return moves.isEmpty() ? Optional.empty() : Optional.of(one(moves, Choice.NEXT, chooser));
    }

    private static Move one(List<Move> moves, Choice choice, Chooser chooser) {
        return moves.get(moves.size() == 1 ? 0 : chooser.pick(choice, moves.size()));
    }

    /** What the node's clock shows at that time. */
    public ClockReading clock(NodeState node, long nowMillis) {
        if (!options.timed()) {
            return ClockReading.UNKNOWN;
        }
        return node.clock().reading(nowMillis, options.uncertaintyMillis());
    }
}
