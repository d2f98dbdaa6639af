package dev.plumb.protocols.commit.twophase;

/** The faults that can be planted, each to be caught by a check. */
public enum Bug {
    /** The protocol as it should be. */
    NONE,
    /**
     * The coordinator commits as soon as a majority has prepared, as if this were consensus. The trace diverges at
     * TMCommit, whose guard is {@code tmPrepared = RM}.
     */
    HASTY_COMMIT
}
