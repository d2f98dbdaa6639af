package dev.plumb.protocols.quorum.store;

import java.util.Locale;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * What a client knows of its call, or of the last one, and of what it has had stored: that goes on in the background until all
 * homes have it.
 *
 * @param user who waits for the answer
 * @param turn the number of the call, the specification's {@code turn[c]}
 * @param isWrite else it is a read
 * @param reports what homes have told
 * @param seen what was read or written last, the context of the next write
 * @param requests all that it ever had stored, by turn: the specification's {@code requests}
 * @param acks the nodes that have stored it, by turn
 */
record Calling(
        Phase phase,
        String user,
        int turn,
        boolean isWrite,
        PSortedMap<String, Siblings> reports,
        Siblings seen,
        PSortedMap<Integer, Siblings> requests,
        PSortedMap<Integer, PSortedSet<String>> acks) {

    /** What the specification's {@code phase[c]} can be. */
    enum Phase {
        IDLE,
        READING,
        WRITING;

        String inSpec() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** No call is open, the last one was this. */
    static Calling after(int turn) {
        return new Calling(
                Phase.IDLE, "", turn, false, TreePMap.empty(), Siblings.NONE, TreePMap.empty(), TreePMap.empty());
    }

    boolean isIdle() {
        return phase == Phase.IDLE;
    }

    boolean isOpen(int call, Phase kind) {
        return turn == call && phase == kind;
    }

    Calling reading(String who, int number) {
        return new Calling(Phase.READING, who, number, false, TreePMap.empty(), seen, requests, acks);
    }

    Calling writing(String who, int number, Version next) {
        Siblings written = Siblings.of(next);
        return new Calling(
                Phase.WRITING, who, number, true, TreePMap.empty(), written, requests.plus(number, written), acks);
    }

    Calling reported(String home, Siblings siblings) {
        return new Calling(phase, user, turn, isWrite, reports.plus(home, siblings), seen, requests, acks);
    }

    /** This node has what the call of that turn has stored. */
    Calling stored(String node, int call) {
        return new Calling(
                phase,
                user,
                turn,
                isWrite,
                reports,
                seen,
                requests,
                acks.plus(call, stored(call).plus(node)));
    }

    /** The nodes that have what the call of that turn has stored. */
    PSortedSet<String> stored(int call) {
        return acks.getOrDefault(call, TreePSet.empty());
    }

    Calling read(Siblings answer) {
        return new Calling(Phase.IDLE, "", turn, isWrite, reports, answer, requests.plus(turn, answer), acks);
    }

    Calling written() {
        return new Calling(Phase.IDLE, "", turn, isWrite, reports, seen, requests, acks);
    }

    /** What all have told, merged. */
    Siblings merged() {
        return reports.values().stream().reduce(Siblings.NONE, Siblings::and);
    }
}
