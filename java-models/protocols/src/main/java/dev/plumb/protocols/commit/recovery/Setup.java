package dev.plumb.protocols.commit.recovery;

import dev.plumb.protocols.SpecValues;
import dev.plumb.protocols.commit.recovery.Messages.Refuse;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.world.ClientState;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
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
 * @param resourceManagers their names: the constant RM of the specification
 * @param retries how often a node asks or tells again when it hears nothing
 */
record Setup(SortedSet<String> resourceManagers, int retries, Bug bug) {
    /** The node that the specification calls the transaction manager. */
    static final String COORDINATOR = "tm";

    private static final long PATIENCE_MILLIS = 1_000;

    static Setup of(int resourceManagers, int retries, Bug bug) {
        SortedSet<String> names = new TreeSet<>();
        for (int i = 1; i <= resourceManagers; i++) {
            names.add("r" + i);
        }
        return new Setup(names, retries, bug);
    }

    /** Each time twice as long. */
    static long patienceMillis(int attempt) {
        return PATIENCE_MILLIS << attempt;
    }

    PSortedMap<String, Node<?, ?>> nodes() {
        PSortedMap<String, Node<?, ?>> nodes = TreePMap.empty();
        nodes = nodes.plus(COORDINATOR, new Coordinator(this));
        for (String rm : resourceManagers) {
            nodes = nodes.plus(rm, new ResourceManager(rm, this));
        }
        return nodes;
    }

    /** For each resource manager a client that asks it to abort. */
    PSortedMap<String, PVector<ClientState.Call>> workload() {
        PSortedMap<String, PVector<ClientState.Call>> workload = TreePMap.empty();
        for (String rm : resourceManagers) {
            workload = workload.plus("client of " + rm, TreePVector.singleton(new ClientState.Call(rm, new Refuse())));
        }
        return workload;
    }

    TraceHeader header() {
        SortedMap<String, TlaValue> constants = new TreeMap<>();
        constants.put("RM", SpecValues.set(resourceManagers));
        return TraceHeader.of("TwoPhaseRecovery").withConstants(constants);
    }
}
