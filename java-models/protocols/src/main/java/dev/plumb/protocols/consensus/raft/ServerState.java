package dev.plumb.protocols.consensus.raft;

import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.Input;
import java.util.Locale;
import org.pcollections.PSortedSet;
import org.pcollections.PVector;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/**
 * All that a server knows.
 *
 * @param durable what is safe on its disk
 * @param leader whom it knows to lead its term, or {@link Durable#NOBODY}
 * @param commitIndex index of the highest log entry known to be committed; all up to that are carried out
 * @param asking clients that want to be told who leads
 * @param attempt how often it has lost patience since it last had reason to be patient
 */
record ServerState(
        Durable durable,
        Role role,
        String leader,
        int commitIndex,
        Machine machine,
        Counts counts,
        PSortedSet<String> asking,
        int attempt,
        Inbox inbox) {

    /** What a server is in its term. */
    enum Role {
        FOLLOWER,
        CANDIDATE,
        LEADER;

        String inSpec() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What has come while the disk was busy.
     *
     * @param isWriting whether a sync is under way; until it ends the server does nothing else
     */
    record Inbox(boolean isWriting, PVector<Input> waiting) {
        static final Inbox EMPTY = new Inbox(false, TreePVector.empty());
    }

    /** Of a server that was switched on. */
    static ServerState of(Durable disk) {
        return new ServerState(
                disk, Role.FOLLOWER, Durable.NOBODY, 0, Machine.NEW, Counts.NONE, TreePSet.empty(), 0, Inbox.EMPTY);
    }

    int currentTerm() {
        return durable.currentTerm();
    }

    Log log() {
        return durable.log();
    }

    boolean leads() {
        return role == Role.LEADER;
    }

    /** Convert to candidate: increment currentTerm, vote for self. */
    ServerState standing(String self) {
        Durable next = durable.inTerm(currentTerm() + 1).votedFor(self);
        return new ServerState(
                next,
                Role.CANDIDATE,
                Durable.NOBODY,
                commitIndex,
                machine,
                Counts.NONE.votedBy(self),
                asking,
                attempt,
                inbox);
    }

    /** Convert to follower in that term. */
    ServerState inTerm(int term) {
        return new ServerState(
                durable.inTerm(term),
                Role.FOLLOWER,
                Durable.NOBODY,
                commitIndex,
                machine,
                Counts.NONE,
                asking,
                attempt,
                inbox);
    }

    ServerState leading(String self, Counts begun) {
        return new ServerState(durable, Role.LEADER, self, commitIndex, machine, begun, TreePSet.empty(), 0, inbox);
    }

    ServerState following(String other) {
        return new ServerState(
                durable, Role.FOLLOWER, other, commitIndex, machine, Counts.NONE, TreePSet.empty(), 0, inbox);
    }

    ServerState with(Durable other) {
        return new ServerState(other, role, leader, commitIndex, machine, counts, asking, attempt, inbox);
    }

    ServerState with(Counts other) {
        return new ServerState(durable, role, leader, commitIndex, machine, other, asking, attempt, inbox);
    }

    ServerState with(Inbox other) {
        return new ServerState(durable, role, leader, commitIndex, machine, counts, asking, attempt, other);
    }

    ServerState committed(int index, Machine after) {
        return new ServerState(durable, role, leader, index, after, counts, asking, attempt, inbox);
    }

    ServerState askedBy(String client) {
        return new ServerState(
                durable, role, leader, commitIndex, machine, counts, asking.plus(client), attempt, inbox);
    }

    ServerState attempted(int times) {
        return new ServerState(durable, role, leader, commitIndex, machine, counts, asking, times, inbox);
    }

    /** The step with who takes it and in which term. */
    SpecStep told(SpecStep step, String self) {
        return step.arg("s", self).state("currentTerm", self, currentTerm());
    }
}
