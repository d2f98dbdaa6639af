package dev.plumb.protocols.commit.recovery;

/** The faults that can be planted, each to be caught by a check. */
public enum Bug {
    /** The protocol as it should be. */
    NONE,
    /** A resource manager sends its promise before that is safe in its log. */
    FORGETFUL_PROMISE,
    /** The coordinator tells of a commit before that is safe in its log. */
    FICKLE_COMMIT,
    /** The coordinator forgets a commit when some resource manager has acknowledged it. */
    PREMATURE_END,
    /** A coordinator that knows nothing of the transaction says that it was committed. */
    OPTIMISTIC_ANSWER,
    /** A resource manager whose log says nothing takes its work up again after a crash. No invariant sees that. */
    REVIVED_WORK
}
