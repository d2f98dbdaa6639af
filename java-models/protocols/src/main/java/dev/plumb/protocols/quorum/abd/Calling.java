package dev.plumb.protocols.quorum.abd;

import java.util.Locale;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * What a client knows of its call.
 *
 * @param user who waits for the answer
 * @param isWrite else it is a read
 * @param turn the number of the call, the specification's {@code turn[c]}
 * @param version what it stores, as far as it knows
 * @param reports the versions that replicas have reported
 * @param acks the replicas that have stored the version
 * @param stores all versions that it ever had stored, by turn; for the specification only, which has them in {@code stores}
 */
record Calling(
        Phase phase,
        String user,
        boolean isWrite,
        int turn,
        Version version,
        PSortedMap<String, Version> reports,
        PSortedSet<String> acks,
        PSortedMap<Integer, Version> stores) {

    /** How far it has come. */
    enum Phase {
        IDLE,
        ASKING,
        /** A writer has heard enough, and writes down the number of its version. */
        NUMBERING,
        STORING;

        /** The specification has no numbering: it goes on to store in one step. */
        String inSpec() {
            return (this == NUMBERING ? ASKING : this).name().toLowerCase(Locale.ROOT);
        }
    }

    /** No call is open, the last one was this. */
    static Calling after(int turn) {
        return new Calling(
                Phase.IDLE, "", false, turn, Version.OLDEST, TreePMap.empty(), TreePSet.empty(), TreePMap.empty());
    }

    boolean isIdle() {
        return phase == Phase.IDLE;
    }

    Calling asking(String who, int number, Optional<String> written) {
        Version wanted = new Version(0, 0, written.orElse(Version.NO_VALUE));
        return new Calling(
                Phase.ASKING, who, written.isPresent(), number, wanted, TreePMap.empty(), TreePSet.empty(), stores);
    }

    Calling in(Phase other) {
        return new Calling(other, user, isWrite, turn, version, reports, acks, stores);
    }

    Calling reported(String replica, Version what) {
        return new Calling(phase, user, isWrite, turn, version, reports.plus(replica, what), acks, stores);
    }

    Calling storing(Version what) {
        return new Calling(
                Phase.STORING, user, isWrite, turn, what, TreePMap.empty(), TreePSet.empty(), stores.plus(turn, what));
    }

    Calling stored(String replica) {
        return new Calling(phase, user, isWrite, turn, version, reports, acks.plus(replica), stores);
    }

    Calling over() {
        return new Calling(Phase.IDLE, "", isWrite, turn, version, TreePMap.empty(), TreePSet.empty(), stores);
    }

    /** The newest version that was reported. */
    Version newest() {
        return reports.values().stream().reduce(Version.OLDEST, Version::or);
    }
}
