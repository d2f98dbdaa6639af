package dev.plumb.protocols.commit.recovery;

import dev.plumb.protocols.SpecValues;
import dev.plumb.simulation.Message;
import dev.plumb.traces.TlaValue;

/**
 * What the nodes say to each other. The specification's {@code msgs} has promises, outcomes and acknowledgements; who asks for
 * them, and who refuses, it leaves out.
 */
sealed interface Messages extends Message {
    /** The coordinator asks for a promise. */
    record Prepare() implements Messages {}

    /** A resource manager promises to do what will be decided. */
    record Prepared() implements Messages {}

    /** A resource manager has aborted. */
    record Refused() implements Messages {}

    /** A resource manager asks how it goes on: it is ready to be asked for a promise, or does not know the outcome. */
    record Inquire() implements Messages {}

    /** The transaction was committed. */
    record Commit() implements Messages {}

    /** The transaction was aborted, or nothing is known of it. */
    record Abort() implements Messages {}

    /** A resource manager has committed. */
    record Ack() implements Messages {}

    /** A client asks a resource manager to abort: it can, as long as it has promised nothing. */
    record Refuse() implements Messages {}

    /** The answer to it. */
    record RefuseAnswer(boolean isRefused) implements Messages {}

    /** {@code [type |-> type, rm |-> rm]}, of a promise or an acknowledgement. */
    static TlaValue from(String rm, String type) {
        return SpecValues.record("type", type, "rm", rm);
    }

    /** {@code [type |-> type]}, of an outcome. */
    static TlaValue outcome(String type) {
        return SpecValues.record("type", type);
    }
}
