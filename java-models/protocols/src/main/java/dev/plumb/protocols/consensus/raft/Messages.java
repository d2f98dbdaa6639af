package dev.plumb.protocols.consensus.raft;

import dev.plumb.simulation.ClientAnswer;
import dev.plumb.simulation.ClientCall;
import dev.plumb.simulation.Message;
import dev.plumb.traces.TlaValue;
import java.util.List;
import org.pcollections.PVector;

/** What servers say to each other, clients and servers to each other, and users to clients. */
sealed interface Messages extends Message {

    /** Between servers: each says the term that its sender is in. */
    sealed interface Rpc extends Messages {
        int term();
    }

    /** A candidate asks for a vote; its log ends with an entry of that place and term. */
    record RequestVote(int term, int lastLogIndex, int lastLogTerm) implements Rpc {}

    /** The answer to it. */
    record Vote(int term, boolean voteGranted) implements Rpc {}

    /** A leader has entries appended that follow the one of that place and term, and says how many are committed. */
    record AppendEntries(int term, int prevLogIndex, int prevLogTerm, PVector<Entry> entries, int leaderCommit)
            implements Rpc {
        int lastNewIndex() {
            return prevLogIndex + entries.size();
        }
    }

    /** The answer to it: whether the entries fit, and how far the sender's log then is the leader's. */
    record Appended(int term, boolean success, int matchIndex) implements Rpc {}

    /** A client has a command carried out. */
    record Request(Command command) implements Messages {}

    /** The answer to it. */
    record Reply(int seq, Answer answer) implements Messages {}

    /** The other answer: ask that server, it leads. */
    record Redirect(String leader) implements Messages {}

    /** What a user calls. */
    sealed interface Operation extends Messages, ClientCall {}

    /** Put this value at the end of the list. */
    record Add(String value) implements Operation {
        @Override
        public Invocation invocation() {
            return Invocation.of("append", TlaValue.of(value));
        }
    }

    /** What is in the list? */
    record Read() implements Operation {
        @Override
        public Invocation invocation() {
            return Invocation.of("read");
        }
    }

    /** What a user hears. */
    sealed interface Answer extends Messages, ClientAnswer {}

    /** The value has this place in the list. */
    record Added(int place) implements Answer {
        @Override
        public Heard heard() {
            return Heard.of(TlaValue.of(place));
        }
    }

    /** That is in the list. */
    record Contents(PVector<String> values) implements Answer {
        @Override
        public Heard heard() {
            List<TlaValue> inOrder = values.stream().map(TlaValue::of).toList();
            return Heard.of(TlaValue.tuple(inOrder));
        }
    }

    /** Nothing was done: the client is busy with another call. */
    record Busy() implements Answer {
        @Override
        public Heard heard() {
            return Heard.REFUSED;
        }
    }
}
