package dev.plumb.protocols.consensus.paxos;

/** The faults that can be planted, each to be caught by a check. */
public enum Bug {
    /** The protocol as it should be. */
    NONE,
    /** A proposer proposes its own value, whatever the acceptors have reported. */
    SELFISH_PROPOSAL,
    /** An acceptor comes back from a crash without its promises, as if they were not on disk, and votes in a lower ballot. */
    FORGETFUL_PROMISE,
    /** A proposer does not write down which ballots it has begun; after a crash it makes a second proposal in one. */
    REUSED_BALLOT,
    /**
     * An acceptor answers every prepare request with a promise, also one for a ballot below its own. It still does not vote
     * there, so that nothing wrong is ever chosen: only the trace tells, which diverges at Phase1b.
     */
    OBLIGING_PROMISE,
    /** The learner adds up the votes for a value, from whatever ballots they are. */
    MIXED_VOTES
}
