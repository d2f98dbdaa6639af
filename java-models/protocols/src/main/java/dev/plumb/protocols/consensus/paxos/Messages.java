package dev.plumb.protocols.consensus.paxos;

import dev.plumb.protocols.SpecValues;
import dev.plumb.simulation.Message;
import dev.plumb.traces.TlaValue;

/** What the nodes say to each other, and what of it the specification has in its variable {@code msgs}. */
sealed interface Messages extends Message {

    /** Phase 1a, a prepare request: vote in no ballot below this one, and report. */
    record Prepare(int bal) implements Messages {
        TlaValue inSpec() {
            return SpecValues.record("type", "1a", "bal", bal);
        }
    }

    /** Phase 1b, the answer to it: a promise, and the last vote that the acceptor has cast. */
    record Promise(int bal, Vote last) implements Messages {
        TlaValue inSpec(String acceptor) {
            return SpecValues.record("type", "1b", "acc", acceptor, "bal", bal, "mbal", last.bal(), "mval", last.val());
        }
    }

    /** Phase 2a, an accept request: vote for this value. */
    record Accept(int bal, String val) implements Messages {
        TlaValue inSpec() {
            return SpecValues.record("type", "2a", "bal", bal, "val", val);
        }
    }

    /** Phase 2b: the acceptor has voted for it. */
    record Accepted(Vote vote) implements Messages {
        TlaValue inSpec(String acceptor) {
            return SpecValues.record("type", "2b", "acc", acceptor, "bal", vote.bal(), "val", vote.val());
        }
    }

    /** The learner tells the proposers what was chosen. */
    record Chosen(String val) implements Messages {}

    /** A client wants this value to be chosen. */
    record Propose(String val) implements Messages {}

    /** The answer to it, once a value is chosen: maybe another one. */
    record Decided(String val) implements Messages {}

    /** The other answer: the proposer is busy with what another client wants. */
    record Busy() implements Messages {}
}
