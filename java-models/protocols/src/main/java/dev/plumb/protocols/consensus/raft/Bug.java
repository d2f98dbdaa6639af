package dev.plumb.protocols.consensus.raft;

/** The faults that can be planted, each to be caught by a check. */
public enum Bug {
    /** The protocol as it should be. */
    NONE,
    /** A server answers a candidate before its vote is safe on disk; after a crash it has forgotten the vote and the term. */
    FORGETFUL_VOTE,
    /** A server votes for any candidate of its term, whatever its log. */
    OBLIGING_VOTE,
    /** A follower takes entries over without looking at which one they follow. */
    BLIND_APPEND,
    /** A leader counts copies of entries of earlier terms, too: figure 8 of the paper. */
    HASTY_COMMIT,
    /** A server carries a command out again that a client has sent again. The history of calls tells, and hardly anything else. */
    REPEATED_COMMAND,
    /** A leader answers reads at once, from what it knows itself. Only the history of calls tells. */
    STALE_READ
}
