package dev.plumb.protocols.consensus.raft;

import dev.plumb.protocols.SpecValues;
import dev.plumb.traces.TlaValue;

/**
 * What stands in a log.
 *
 * @param term that of the leader which took the command
 */
record Entry(int term, Command command) {
    TlaValue inSpec() {
        return SpecValues.record("term", term, "client", command.client(), "seq", command.seq());
    }
}
