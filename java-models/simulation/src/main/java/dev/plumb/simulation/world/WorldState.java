package dev.plumb.simulation.world;

import dev.plumb.simulation.Message;
import java.util.List;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;

/**
 * All that there is in a world at one moment: immutable, with value equality, and cheap to change a little.
 *
 * @param network what is under way on each link, oldest first; a link with nothing is missing
 * @param blocked links that are blocked, and until when
 * @param budget how many faults of each kind may still happen; a kind with none left is missing
 * @param nowMillis the true time; 0 for ever in a world without time, and so are all times that things are due at
 */
public record WorldState(
        PSortedMap<String, NodeState> nodes,
        PSortedMap<Link, PVector<InFlight>> network,
        PSortedMap<Link, Long> blocked,
        PSortedMap<String, ClientState> clients,
        PSortedMap<Fault, Integer> budget,
        long nowMillis) {

    /** A message under way. */
    public record InFlight(Message message, long dueMillis) {}

    /** The node of this name. */
    public NodeState node(String name) {
        NodeState node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("There is no node " + name + " among " + nodes.keySet());
        }
        return node;
    }

    /** The messages from one node that are under way to another, oldest first. */
    public List<Message> underWay(String from, String to) {
        PVector<InFlight> onTheLink = network.get(new Link(from, to));
        return onTheLink == null
                ? List.of()
                : onTheLink.stream().map(InFlight::message).toList();
    }

    /** Whether no client waits for an answer, or will call. */
    public boolean allAnswered() {
        return clients.values().stream()
                .allMatch(
                        client -> client.ahead().isEmpty() && client.waitsFor().isEmpty());
    }

    /** What this node has in memory; of one that is down, what it knew last. */
    public <M> M memory(String node, Class<M> type) {
        return type.cast(node(node).memory());
    }
}
