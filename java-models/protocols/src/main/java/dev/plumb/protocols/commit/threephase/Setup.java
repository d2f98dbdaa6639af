package dev.plumb.protocols.commit.threephase;

import dev.plumb.protocols.commit.threephase.Messages.Refuse;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.world.ClientState;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
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
 * @param n how many resource managers there are, the constant N of the specification
 * @param mayCrash whether who does not answer for long is taken for crashed; where nobody crashes, nobody need be waited for
 */
record Setup(int n, boolean mayCrash, Bug bug) {
    /** The node that the specification calls 0. */
    static final String COORDINATOR = "tm";

    /** Longer than it takes to get an answer of one that has not crashed. */
    static final long ANSWER_MILLIS_MAX = 2_000;

    /** Longer than the coordinator, or a backup, is silent as long as it has not crashed. */
    private static final long SILENCE_MILLIS_MAX = 10_000;

    private static final String RESOURCE_MANAGER = "r";

    /** The resource managers in the order in which they take over. */
    List<String> resourceManagers() {
        return IntStream.rangeClosed(1, n).mapToObj(i -> RESOURCE_MANAGER + i).toList();
    }

    /** The specification's name of a node: {@code r2} is 2. */
    int number(String node) {
        return node.equals(COORDINATOR) ? 0 : Integer.parseInt(node.substring(RESOURCE_MANAGER.length()));
    }

    /** Who comes first takes over first: when the next one would, it has made itself heard. */
    long silenceMillisMax(String rm) {
        return SILENCE_MILLIS_MAX * number(rm);
    }

    PSortedMap<String, Node<?, ?>> nodes() {
        PSortedMap<String, Node<?, ?>> nodes = TreePMap.empty();
        nodes = nodes.plus(COORDINATOR, new Coordinator(this));
        for (String rm : resourceManagers()) {
            nodes = nodes.plus(rm, new ResourceManager(rm, this));
        }
        return nodes;
    }

    /** A client for the last resource manager, or for each of them, that asks it to abort. With three, hardly anything is committed. */
    PSortedMap<String, PVector<ClientState.Call>> workload() {
        PSortedMap<String, PVector<ClientState.Call>> workload = TreePMap.empty();
        for (String rm : resourceManagers().subList(mayCrash ? n - 1 : 0, n)) {
            workload = workload.plus("client of " + rm, TreePVector.singleton(new ClientState.Call(rm, new Refuse())));
        }
        return workload;
    }

    TraceHeader header() {
        SortedMap<String, TlaValue> constants = new TreeMap<>();
        constants.put("N", TlaValue.of(n));
        constants.put("Left", TlaValue.set(List.of()));
        return TraceHeader.of("ThreePhase").withConstants(constants);
    }
}
