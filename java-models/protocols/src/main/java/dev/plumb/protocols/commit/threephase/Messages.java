package dev.plumb.protocols.commit.threephase;

import dev.plumb.simulation.Message;

/** What the nodes say to each other. In the specification a request, what it does and the answer are one step. */
sealed interface Messages extends Message {
    /** A resource manager takes part, and has made a note of it. */
    record Joined() implements Messages {}

    /** The coordinator asks for a promise. */
    record Prepare() implements Messages {}

    /** A resource manager promises to do what will be decided. */
    record Promised() implements Messages {}

    /** A resource manager has aborted. */
    record Refused() implements Messages {}

    /** The coordinator tells that all have promised. */
    record Precommit() implements Messages {}

    /** A resource manager knows it. */
    record Precommitted() implements Messages {}

    /**
     * The coordinator, or a backup, tells the outcome.
     *
     * @param toAll whether everybody has been told by now, so that nobody need take over
     */
    record Outcome(RmState outcome, boolean toAll) implements Messages {}

    /** A backup brings the others to its own state. */
    record Align(RmState to) implements Messages {}

    /** A resource manager is there, or has finished. */
    record Aligned() implements Messages {}

    /** A client asks a resource manager to abort: it can, as long as it has promised nothing. */
    record Refuse() implements Messages {}

    /** The answer to it. */
    record RefuseAnswer(boolean isRefused) implements Messages {}
}
