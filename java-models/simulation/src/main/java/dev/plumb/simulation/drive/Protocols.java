package dev.plumb.simulation.drive;

import dev.plumb.simulation.Protocol;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The protocols on the class path. */
public final class Protocols {
    private Protocols() {}

    /**
     * The protocol of this name.
     *
     * @throws dev.plumb.traces.Problem if there is none, or it does not have this bug
     */
    static Protocol named(String name, String bug) {
        Protocol protocol = named(name);
        if (!bug.equals(Protocol.NO_BUG) && !protocol.bugs().contains(bug)) {
            throw SimulationProblems.noSuchBug(name, bug, protocol.bugs());
        }
        return protocol;
    }

    /**
     * The protocol of this name.
     *
     * @throws dev.plumb.traces.Problem if there is none
     */
    public static Protocol named(String name) {
        SortedMap<String, Protocol> all = all();
        Protocol found = all.get(name);
        if (found == null) {
            throw SimulationProblems.noSuchProtocol(name, List.copyOf(all.keySet()));
        }
        return found;
    }

    /**
     * The name of a protocol that has so little to do that all of its states may be visited: {@code paxos-small} for
     * {@code paxos}, and the name itself where there is no such protocol.
     */
    public static String small(String name) {
        String small = name + "-small";
        return all().containsKey(small) ? small : name;
    }

    private static SortedMap<String, Protocol> all() {
        SortedMap<String, Protocol> all = new TreeMap<>();
        ServiceLoader.load(Protocol.class).forEach(protocol -> all.put(protocol.name(), protocol));
        return all;
    }
}
