package dev.plumb.simulation.world;

import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * A node and its computer.
 *
 * @param dueMillis when a node that is down or paused goes on
 * @param disk what the node has written, as it reads it itself
 * @param memory of a node that is down: what it knew last
 * @param synced what is on the disk after a crash
 * @param syncs those that have not ended, oldest first
 * @param timers those that run, by their text
 * @param clock the node's own
 * @param isSlow whether messages and syncs take the node many times as long as others
 */
public record NodeState(
        Status status,
        long dueMillis,
        Object disk,
        Object memory,
        Object synced,
        PVector<PendingSync> syncs,
        PSortedMap<String, RunningTimer> timers,
        LocalClock clock,
        boolean isSlow) {

    /** Whether a node works. */
    public enum Status {
        UP,
        DOWN,
        PAUSED
    }

    /**
     * A sync that has not ended.
     *
     * @param disk what it brings to safety
     */
    public record PendingSync(Record write, Object disk, long dueMillis) {}

    /** A timer that has not run out. */
    public record RunningTimer(Record timer, long dueMillis) {}

    static NodeState booted(Object disk, Object memory, LocalClock clock, boolean isSlow) {
        return new NodeState(Status.UP, 0, disk, memory, disk, TreePVector.empty(), TreePMap.empty(), clock, isSlow);
    }

    public boolean isUp() {
        return status == Status.UP;
    }

    NodeState knowing(Object written, Object known) {
        return new NodeState(status, dueMillis, written, known, synced, syncs, timers, clock, isSlow);
    }

    NodeState with(Status other, long untilMillis) {
        return new NodeState(other, untilMillis, disk, memory, synced, syncs, timers, clock, isSlow);
    }

    NodeState with(PVector<PendingSync> pending) {
        return new NodeState(status, dueMillis, disk, memory, synced, pending, timers, clock, isSlow);
    }

    NodeState with(PSortedMap<String, RunningTimer> running) {
        return new NodeState(status, dueMillis, disk, memory, synced, syncs, running, clock, isSlow);
    }

    NodeState withSynced(Object safe) {
        return new NodeState(status, dueMillis, disk, memory, safe, syncs, timers, clock, isSlow);
    }

    NodeState with(LocalClock other) {
        return new NodeState(status, dueMillis, disk, memory, synced, syncs, timers, other, isSlow);
    }

    NodeState slow() {
        return new NodeState(status, dueMillis, disk, memory, synced, syncs, timers, clock, true);
    }

    /** Nothing is left but the disk, and for whoever looks back what the node knew. */
    NodeState crashed(Object survives, long untilMillis) {
        return new NodeState(
                Status.DOWN,
                untilMillis,
                survives,
                memory,
                survives,
                TreePVector.empty(),
                TreePMap.empty(),
                clock,
                isSlow);
    }
}
