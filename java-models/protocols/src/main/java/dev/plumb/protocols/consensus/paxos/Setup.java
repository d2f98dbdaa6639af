package dev.plumb.protocols.consensus.paxos;

import dev.plumb.protocols.SpecValues;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.world.ClientState;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
import java.util.Collection;
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
 * What all nodes know from the start. Ballots go round among the proposers: with two of them the first has 0, 2, 4 and so on.
 *
 * @param acceptors their names: the constant Acceptor of the specification
 * @param ballotsEach how many ballots each proposer may begin
 */
public record Setup(SortedSet<String> acceptors, int ballotsEach, Bug bug) {
    /** The only learner. */
    public static final String LEARNER = "l1";

    private static final List<String> PROPOSERS = List.of("p1", "p2");
    private static final List<String> VALUES = List.of("v1", "v2");
    private static final long PATIENCE_MILLIS = 2_000;

    static Setup of(int acceptors, int ballotsEach, Bug bug) {
        SortedSet<String> names = new TreeSet<>();
        for (int i = 1; i <= acceptors; i++) {
            names.add("a" + i);
        }
        return new Setup(names, ballotsEach, bug);
    }

    List<String> proposers() {
        return PROPOSERS;
    }

    int ballotMax() {
        return PROPOSERS.size() * ballotsEach - 1;
    }

    String proposerOf(int bal) {
        return PROPOSERS.get(bal % PROPOSERS.size());
    }

    /** The proposer's ballot after this one, or its first if this is −1. */
    int nextBallot(String proposer, int bal) {
        return bal < 0 ? PROPOSERS.indexOf(proposer) : bal + PROPOSERS.size();
    }

    /** One is less patient than the other, so that they do not preempt each other for ever. */
    long patienceMillis(String proposer) {
        return PATIENCE_MILLIS * (1 + PROPOSERS.indexOf(proposer));
    }

    /** {@code Quorum == {Q \in SUBSET Acceptor : 2 * Cardinality(Q) > Cardinality(Acceptor)}}. */
    boolean isQuorum(Collection<String> some) {
        return 2 * some.size() > acceptors.size();
    }

    PSortedMap<String, Node<?, ?>> nodes() {
        PSortedMap<String, Node<?, ?>> nodes = TreePMap.empty();
        for (String proposer : PROPOSERS) {
            nodes = nodes.plus(proposer, new Proposer(proposer, this));
        }
        for (String acceptor : acceptors) {
            nodes = nodes.plus(acceptor, new Acceptor(acceptor, this));
        }
        return nodes.plus(LEARNER, new Learner(this));
    }

    /** For each proposer and value a client that wants the one to propose the other. */
    PSortedMap<String, PVector<ClientState.Call>> workload() {
        PSortedMap<String, PVector<ClientState.Call>> workload = TreePMap.empty();
        for (String proposer : PROPOSERS) {
            for (String value : VALUES) {
                ClientState.Call call = new ClientState.Call(proposer, new Messages.Propose(value));
                workload = workload.plus(proposer + "/" + value, TreePVector.singleton(call));
            }
        }
        return workload;
    }

    TraceHeader header() {
        SortedMap<String, TlaValue> constants = new TreeMap<>();
        constants.put("Value", SpecValues.set(VALUES));
        constants.put("None", TlaValue.of(Vote.NO_VALUE));
        constants.put("Acceptor", SpecValues.set(acceptors));
        constants.put("Learner", SpecValues.set(List.of(LEARNER)));
        constants.put("BallotMax", TlaValue.of(ballotMax()));
        return TraceHeader.of("Paxos").withConstants(constants);
    }
}
