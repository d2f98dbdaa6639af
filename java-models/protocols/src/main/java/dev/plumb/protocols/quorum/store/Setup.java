package dev.plumb.protocols.quorum.store;

import dev.plumb.protocols.SpecValues;
import dev.plumb.protocols.Users;
import dev.plumb.protocols.quorum.store.Messages.Read;
import dev.plumb.protocols.quorum.store.Messages.Write;
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
 * @param homes who keeps the object: the constant Home of the specification
 * @param spares who keeps it for a home that does not answer
 * @param calls what users call at each client, by the client's name
 * @param retries how often something is sent again that was not replied to
 */
record Setup(
        SortedSet<String> homes,
        SortedSet<String> spares,
        Quorums quorums,
        PSortedMap<String, PVector<Message>> calls,
        int retries,
        Bug bug) {
    /** What a register holds that was never written. */
    static final String NOTHING = "nothing";

    private static final long PATIENCE_MILLIS = 1_000;

    /**
     * Who is enough.
     *
     * @param r so many homes a read wants to hear
     * @param w so many nodes must have stored a write
     * @param isSloppy whether spares count among them
     */
    record Quorums(int r, int w, boolean isSloppy) {}

    /** {@code h1}, {@code h2} and so on. */
    static SortedSet<String> named(String kind, int many) {
        SortedSet<String> names = new TreeSet<>();
        for (int i = 1; i <= many; i++) {
            names.add(kind + i);
        }
        return names;
    }

    int r() {
        return quorums.r();
    }

    int w() {
        return quorums.w();
    }

    /** {@code Counts(n) == Sloppy \/ n \in Home}. */
    boolean counts(String node) {
        return quorums.isSloppy() || homes.contains(node);
    }

    /** Each time twice as long. */
    static long patienceMillis(int attempt) {
        return PATIENCE_MILLIS << attempt;
    }

    PSortedMap<String, Node<?, ?>> nodes() {
        PSortedMap<String, Node<?, ?>> nodes = TreePMap.empty();
        for (String home : homes) {
            nodes = nodes.plus(home, new Home(home, this));
        }
        for (String spare : spares) {
            nodes = nodes.plus(spare, new Spare(spare, this));
        }
        for (String client : calls.keySet()) {
            nodes = nodes.plus(client, new Client(client, this));
        }
        return nodes;
    }

    PSortedMap<String, PVector<ClientState.Call>> workload() {
        return Users.calling(calls);
    }

    /** The specification's clocks have a place for each client. */
    TlaValue inSpec(Version version) {
        SortedMap<String, Integer> clock = new TreeMap<>();
        calls.keySet().forEach(client -> clock.put(client, version.clock().getOrDefault(client, 0)));
        return SpecValues.record("clock", SpecValues.function(clock), "val", version.val());
    }

    TlaValue inSpec(Siblings siblings) {
        return TlaValue.set(siblings.versions().stream().map(this::inSpec).toList());
    }

    TlaValue inSpec(Spare.Hints hints) {
        return TlaValue.set(hints.all().stream()
                .map(hint -> SpecValues.record("to", hint.to(), "versions", inSpec(hint.siblings())))
                .toList());
    }

    TraceHeader header() {
        SortedSet<String> values = new TreeSet<>();
        for (PVector<Message> ofClient : calls.values()) {
            ofClient.stream().filter(Write.class::isInstance).forEach(call -> values.add(((Write) call).val()));
        }
        SortedMap<String, TlaValue> constants = new TreeMap<>();
        constants.put("Home", SpecValues.set(homes));
        constants.put("Spare", SpecValues.set(spares));
        constants.put("Client", SpecValues.set(calls.keySet()));
        constants.put("R", TlaValue.of(quorums.r()));
        constants.put("W", TlaValue.of(quorums.w()));
        constants.put("Sloppy", TlaValue.of(quorums.isSloppy()));
        constants.put("Value", SpecValues.set(values));
        return TraceHeader.of("QuorumStore").withConstants(constants);
    }

    /** Two clients that write and read, each value once. */
    static PSortedMap<String, PVector<Message>> twoWriters() {
        return TreePMap.<String, PVector<Message>>empty()
                .plus("c1", TreePVector.from(List.of(new Write("a"), new Read(), new Write("b"), new Read())))
                .plus("c2", TreePVector.from(List.of(new Write("c"), new Read(), new Write("d"), new Read())));
    }

    /** One client that writes and two that read. */
    static PSortedMap<String, PVector<Message>> oneWriter() {
        return TreePMap.<String, PVector<Message>>empty()
                .plus("c1", TreePVector.from(List.of(new Write("a"), new Write("b"))))
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
