package dev.plumb.protocols.consensus.raft;

import dev.plumb.protocols.SpecValues;
import dev.plumb.protocols.Users;
import dev.plumb.protocols.consensus.raft.Messages.Add;
import dev.plumb.protocols.consensus.raft.Messages.Operation;
import dev.plumb.protocols.consensus.raft.Messages.Read;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.world.ClientState;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * What all nodes know from the start.
 *
 * @param servers their names: the constant Server of the specification
 * @param calls what users call at each client, by the client's name
 * @param termMax the last term that a server stands in, so that a world comes to an end
 * @param retries how often a server does again what had no effect
 * @param clientRetries how often a client sends a call again
 */
record Setup(
        List<String> servers,
        PSortedMap<String, PVector<Operation>> calls,
        int termMax,
        int retries,
        int clientRetries,
        Bug bug) {
    private static final long PATIENCE_MILLIS = 500;

    /** {@code s1}, {@code s2} and so on. */
    static List<String> servers(int many) {
        return IntStream.rangeClosed(1, many).mapToObj(i -> "s" + i).toList();
    }

    List<String> others(String server) {
        return servers.stream().filter(other -> !other.equals(server)).toList();
    }

    /** The server at that place; after the last one comes the first. */
    String server(int place) {
        return servers.get(place % servers.size());
    }

    int place(String server) {
        return servers.indexOf(server);
    }

    /** Whom a client asks first. */
    int firstServer(String client) {
        return new ArrayList<>(calls.keySet()).indexOf(client);
    }

    /** {@code IsQuorum(some) == 2 * Cardinality(some) > Cardinality(Server)}. */
    boolean isQuorum(int some) {
        return 2 * some > servers.size();
    }

    /** The paper has each server choose at random; here some are more patient than others. */
    long patienceMillis(String server) {
        return PATIENCE_MILLIS * (1 + place(server));
    }

    PSortedMap<String, Node<?, ?>> nodes() {
        PSortedMap<String, Node<?, ?>> nodes = TreePMap.empty();
        for (String server : servers) {
            nodes = nodes.plus(server, new Server(server, this));
        }
        for (String client : calls.keySet()) {
            nodes = nodes.plus(client, new Client(client, this));
        }
        return nodes;
    }

    PSortedMap<String, PVector<ClientState.Call>> workload() {
        return Users.calling(calls);
    }

    TraceHeader header() {
        SortedMap<String, TlaValue> constants = new TreeMap<>();
        constants.put("Server", SpecValues.set(servers));
        constants.put("Client", SpecValues.set(calls.keySet()));
        constants.put("Nobody", TlaValue.of(Durable.NOBODY));
        return TraceHeader.of("Raft").withConstants(constants);
    }

    /** Two clients that add to the list and read it in turn. */
    static PSortedMap<String, PVector<Operation>> twoClients() {
        return TreePMap.<String, PVector<Operation>>empty()
                .plus("c1", TreePVector.from(List.of(new Add("a"), new Read(), new Add("b"), new Read())))
                .plus("c2", TreePVector.from(List.of(new Read(), new Add("c"), new Read(), new Add("d"))));
    }

    /** One client that adds once. */
    static PSortedMap<String, PVector<Operation>> oneCall() {
        return TreePMap.<String, PVector<Operation>>empty().plus("c1", TreePVector.singleton(new Add("a")));
    }
}
