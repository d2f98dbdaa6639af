package dev.plumb.protocols.quorum.store;

/** The faults that can be planted, each to be caught by a check. */
public enum Bug {
    /** The protocol as it should be. */
    NONE,
    /** A home keeps one of two siblings: that with the greater number of writes, whatever the clocks say. */
    TIMESTAMPED_SIBLINGS,
    /** A home that has a version takes no siblings. */
    STUBBORN_HOME,
    /** A home acknowledges a version before it is safe on disk; after a crash it has an older one. */
    FORGETFUL_HOME,
    /** A spare forgets what it keeps as soon as it has sent it. No invariant sees that. */
    DROPPED_HINT,
    /** A client counts its writes by what it has seen, which it forgets in a crash; then it makes a clock again. */
    REUSED_CLOCK
}
