package dev.plumb.protocols.commit.twophase;

import dev.plumb.simulation.Payload;
import dev.plumb.traces.TlaValue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the nodes say to each other, and what of it the specification has in its variable {@code msgs}: there the wish to
 * prepare and the refusal do not exist, since a resource manager may prepare or abort on its own at any time.
 */
final class Messages {
    static final String PREPARE = "Prepare";
    static final String PREPARED = "Prepared";
    static final String REFUSED = "Refused";
    static final String COMMIT = "Commit";
    static final String ABORT = "Abort";

    private static final String TRANSACTION = "tx";

    private Messages() {}

    static Payload about(String tx, String type) {
        return Payload.of(type).with(TRANSACTION, tx);
    }

    static String transaction(Payload payload) {
        return payload.get(TRANSACTION);
    }

    /** {@code [type |-> "Prepared", rm |-> rm]}. */
    static TlaValue prepared(String rm) {
        SortedMap<String, TlaValue> fields = new TreeMap<>();
        fields.put("type", TlaValue.of(PREPARED));
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
