package dev.plumb.protocols.commit.twophase;

/** The faults that can be planted, each to be caught by a check. */
public enum Bug {
    /** The protocol as it should be. */
    NONE,
    /**
     * The coordinator commits as soon as a majority has prepared, as if this were consensus. The trace diverges at
     * TMCommit, whose guard is {@code tmPrepared = RM}.
     */
    HASTY_COMMIT,
    /** A resource manager gives its promise before it is safe on disk; after a crash it aborts what it has promised. */
    FORGETFUL_PROMISE,
    /** The coordinator tells of its decision to commit before it is safe on disk; after a crash it aborts. */
    FICKLE_DECISION,
    /** A resource manager aborts without writing it down; after a crash it prepares what it has aborted. */
    REVIVED_TRANSACTION
}
