package dev.plumb.simulation.world;

import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * What kind of world it is.
 *
 * @param timed whether things take time, so that what is due first happens first; else whatever can happen may come next
 * @param syncsAtOnce whether a sync ends in the step that asks for it
 * @param faults how many faults of each kind may happen
 * @param uncertaintyMillis how far a clock may be off and knows it
 */
public record WorldOptions(
        Network network,
        boolean timed,
        boolean syncsAtOnce,
        PSortedMap<Fault, Integer> faults,
        long uncertaintyMillis) {

    /** How links treat messages. */
    public enum Network {
        /** In the order in which they were sent. */
        FIFO,
        /** In any order. */
        REORDERING,
        /**
         * Whatever was ever sent may arrive at any time, and again: messages are a growing set, as in many a specification. A
         * timer that was started may run out again and again, too, and a client's last call be made, unless it is one of a
         * service.
         */
        GROWING
    }

    /** Messages in any order, without time and faults. */
    public static final WorldOptions UNTIMED = new WorldOptions(Network.REORDERING, false, false, TreePMap.empty(), 0);

    /** Messages in any order and some milliseconds, without faults. */
    public static final WorldOptions TIMED = new WorldOptions(Network.REORDERING, true, false, TreePMap.empty(), 10);

    /** The world of many specifications: nothing is ever lost, and what was sent may arrive again and again. */
    public static final WorldOptions GROWING = new WorldOptions(Network.GROWING, false, true, TreePMap.empty(), 0);

    public WorldOptions with(Network other) {
        return new WorldOptions(other, timed, syncsAtOnce, faults, uncertaintyMillis);
    }

    /** These options with that many faults of the kind. */
    public WorldOptions with(Fault fault, int times) {
        PSortedMap<Fault, Integer> budget = times == 0 ? faults.minus(fault) : faults.plus(fault, times);
        return new WorldOptions(network, timed, syncsAtOnce, budget, uncertaintyMillis);
    }
}
