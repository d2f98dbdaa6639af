package dev.plumb.protocols.quorum.abd;

import dev.plumb.protocols.SpecValues;
import dev.plumb.protocols.Users;
import dev.plumb.protocols.quorum.abd.Messages.Read;
import dev.plumb.protocols.quorum.abd.Messages.Write;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.world.ClientState;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * What all nodes know from the start.
 *
 * @param replicas their names: the constant Replica of the specification
 * @param calls what users call at each client, by the client's name; who writes follows from that
 * @param retries how often a client sends again what was not replied to
 */
record Setup(SortedSet<String> replicas, PSortedMap<String, PVector<Message>> calls, int retries, Bug bug) {
    private static final String CLIENT = "c";

    static Setup of(int replicas, PSortedMap<String, PVector<Message>> calls, int retries, Bug bug) {
        SortedSet<String> names = new TreeSet<>();
        for (int i = 1; i <= replicas; i++) {
            names.add("r" + i);
        }
        return new Setup(names, calls, retries, bug);
    }

    /** The specification's name of a client: {@code c2} is 2. */
    int number(String client) {
        return Integer.parseInt(client.substring(CLIENT.length()));
    }

    /** {@code IsQuorum(R) == 2 * Cardinality(R) > Cardinality(Replica)}. */
    boolean isQuorum(int some) {
        return 2 * some > replicas.size();
    }

    /** {@code IsAlone(c) == Writer = {c}}. */
    boolean isAlone(String client) {
        return bug == Bug.LONELY_WRITER || writers().equals(List.of(client));
    }

    private List<String> writers() {
        return calls.entrySet().stream()
                .filter(ofClient -> ofClient.getValue().stream().anyMatch(Write.class::isInstance))
                .map(ofClient -> ofClient.getKey())
                .toList();
    }

    PSortedMap<String, Node<?, ?>> nodes() {
        PSortedMap<String, Node<?, ?>> nodes = TreePMap.empty();
        for (String replica : replicas) {
            nodes = nodes.plus(replica, new Replica(replica, this));
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
        SortedSet<String> values = new TreeSet<>();
        calls.values()
                .forEach(all ->
                        all.stream().filter(Write.class::isInstance).forEach(call -> values.add(((Write) call).val())));
        SortedMap<String, TlaValue> constants = new TreeMap<>();
        constants.put("N", TlaValue.of(calls.size()));
        constants.put("Replica", SpecValues.set(replicas));
        constants.put(
                "Writer", SpecValues.set(writers().stream().map(this::number).toList()));
        constants.put("Value", SpecValues.set(values));
        constants.put("Nothing", TlaValue.of(Version.NO_VALUE));
        return TraceHeader.of("AbdRegister").withConstants(constants);
    }

    /** Two clients that write and read in turn, each value once. */
    static PSortedMap<String, PVector<Message>> twoWriters() {
        return TreePMap.<String, PVector<Message>>empty()
                .plus("c1", TreePVector.from(List.of(new Write("a"), new Read(), new Write("b"), new Read())))
                .plus("c2", TreePVector.from(List.of(new Read(), new Write("c"), new Read(), new Write("d"))));
    }

    /** One client that writes and two that read. */
    static PSortedMap<String, PVector<Message>> oneWriter() {
        return TreePMap.<String, PVector<Message>>empty()
                .plus("c1", TreePVector.from(List.of(new Write("a"), new Write("b"), new Read())))
                .plus("c2", TreePVector.from(List.of(new Read(), new Read(), new Read())))
                .plus("c3", TreePVector.from(List.of(new Read(), new Read(), new Read())));
    }

    /** One client that writes once, and one that reads once. */
    static PSortedMap<String, PVector<Message>> oneCallEach() {
        return TreePMap.<String, PVector<Message>>empty()
                .plus("c1", TreePVector.singleton(new Write("a")))
                .plus("c2", TreePVector.singleton(new Read()));
    }
}
