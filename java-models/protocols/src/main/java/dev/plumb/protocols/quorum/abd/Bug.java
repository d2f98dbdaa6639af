package dev.plumb.protocols.quorum.abd;

/** The faults that can be planted, each to be caught by a check. */
public enum Bug {
    /** The protocol as it should be. */
    NONE,
    /** A read returns what it has found, and does not wait until a majority has stored it. */
    HASTY_READ,
    /** A writer takes itself for the only one, and does not ask for the newest version. No invariant sees that. */
    LONELY_WRITER,
    /** A writer does not write down which numbers it has used; after a crash it uses one again. */
    REUSED_NUMBER,
    /** A replica acknowledges a version before it is safe on disk; after a crash it has an older one. */
    FORGETFUL_REPLICA,
    /** Of two versions with the same number a replica keeps the one that it had first. */
    TIED_VERSIONS
}
