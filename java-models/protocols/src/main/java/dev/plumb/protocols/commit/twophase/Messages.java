package dev.plumb.protocols.commit.twophase;

import dev.plumb.simulation.Message;
import dev.plumb.traces.TlaValue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the nodes say to each other about a transaction, and what of it the specification has in its variable {@code msgs}:
 * there only promises and decisions exist, since a resource manager may prepare or abort on its own at any time.
 */
sealed interface Messages extends Message {
    String tx();

    /** The coordinator asks for a promise. */
    record Prepare(String tx) implements Messages {}

    /** A resource manager promises to do what will be decided. */
    record Prepared(String tx) implements Messages {}

    /** A resource manager has aborted. */
    record Refused(String tx) implements Messages {}

    /** A resource manager that was switched on again asks how it ended. */
    record Inquire(String tx) implements Messages {}

    /** The coordinator has decided to commit. */
    record Commit(String tx) implements Messages {}

    /** The coordinator has decided to abort. */
    record Abort(String tx) implements Messages {}

    /** A client asks a resource manager to abort: it can, as long as it has promised nothing. */
    record Refuse(String tx) implements Messages {}

    /** The answer to it. */
    record RefuseAnswer(String tx, boolean isRefused) implements Messages {}

    /** {@code [type |-> "Prepared", rm |-> rm]}. */
    static TlaValue prepared(String rm) {
        SortedMap<String, TlaValue> fields = new TreeMap<>();
        fields.put("type", TlaValue.of("Prepared"));
        fields.put("rm", TlaValue.of(rm));
        return TlaValue.record(fields);
    }

    /** {@code [type |-> "Commit"]} or {@code [type |-> "Abort"]}. */
    static TlaValue outcome(String type) {
        SortedMap<String, TlaValue> fields = new TreeMap<>();
        fields.put("type", TlaValue.of(type));
        return TlaValue.record(fields);
    }
}
