package dev.plumb.protocols.consensus.paxos;

import java.util.Comparator;

/**
 * A value in a ballot: what a proposer proposes and acceptors vote for.
 *
 * @param bal −1 in {@link #NONE}
 */
record Vote(int bal, String val) implements Comparable<Vote> {
    /** The specification's {@code None}. */
    static final String NO_VALUE = "none";

    /** That there is no vote. */
    static final Vote NONE = new Vote(-1, NO_VALUE);

    private static final Comparator<Vote> BY_BALLOT =
            Comparator.comparingInt(Vote::bal).thenComparing(Vote::val);

    @Override
    public int compareTo(Vote other) {
        return BY_BALLOT.compare(this, other);
    }
}
