package dev.plumb.protocols.consensus.raft;

import java.util.Collection;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * Volatile state on candidates and leaders; both are empty on others.
 *
 * @param votesGranted who has voted for the candidate
 * @param nextIndex index of the next log entry to send to each other server, as a leader guesses
 * @param matchIndex index of the highest log entry that each other server is known to have
 */
record Counts(
        PSortedSet<String> votesGranted,
        PSortedMap<String, Integer> nextIndex,
        PSortedMap<String, Integer> matchIndex) {
    static final Counts NONE = new Counts(TreePSet.empty(), TreePMap.empty(), TreePMap.empty());

    Counts votedBy(String voter) {
        return new Counts(votesGranted.plus(voter), nextIndex, matchIndex);
    }

    /** Those of a leader to begin with: nextIndex is the leader's last log index + 1, matchIndex is 0. */
    static Counts ofLeader(Collection<String> others, int lastIndex) {
        PSortedMap<String, Integer> next = TreePMap.empty();
        PSortedMap<String, Integer> match = TreePMap.empty();
        for (String other : others) {
            next = next.plus(other, lastIndex + 1);
            match = match.plus(other, 0);
        }
        return new Counts(TreePSet.empty(), next, match);
    }

    int next(String follower) {
        return nextIndex.getOrDefault(follower, 1);
    }

    int match(String follower) {
        return matchIndex.getOrDefault(follower, 0);
    }

    /** The follower has that many entries. An answer that comes late says less than is known. */
    Counts matched(String follower, int index) {
        int most = Math.max(match(follower), index);
        return new Counts(votesGranted, nextIndex.plus(follower, most + 1), matchIndex.plus(follower, most));
    }

    /** The follower did not have the entry before the next one: one step back. */
    Counts refused(String follower) {
        int back = Math.max(next(follower) - 1, match(follower) + 1);
        return new Counts(votesGranted, nextIndex.plus(follower, back), matchIndex);
    }

    /** Who has the first n entries: the leader itself, and those of whom it knows. */
    int holders(int n) {
        return 1
                + (int) matchIndex.values().stream().filter(index -> index >= n).count();
    }
}
