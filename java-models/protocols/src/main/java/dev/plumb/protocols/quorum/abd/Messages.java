package dev.plumb.protocols.quorum.abd;

import dev.plumb.simulation.ClientAnswer;
import dev.plumb.simulation.ClientCall;
import dev.plumb.simulation.Message;
import dev.plumb.traces.TlaValue;

/** What clients and replicas say to each other about a call, and what users say to clients. Calls are counted by turns. */
public sealed interface Messages extends Message {

    /** A client asks for the newest version. */
    record Ask(int turn) implements Messages {}

    /** A replica tells what it has. */
    record Reported(int turn, Version version) implements Messages {}

    /** A client has a version stored. */
    record Store(int turn, Version version) implements Messages {}

    /** A replica has stored it, or a newer one. */
    record Stored(int turn) implements Messages {}

    /** A user wants to read. */
    record Read() implements Messages, ClientCall {
        @Override
        public Invocation invocation() {
            return Invocation.of("read");
        }
    }

    /** A user wants to write. */
    record Write(String val) implements Messages, ClientCall {
        @Override
        public Invocation invocation() {
            return Invocation.of("write", TlaValue.of(val));
        }
    }

    /** The answer to a user: the value that was read or written. */
    record Done(String val) implements Messages, ClientAnswer {
        @Override
        public Heard heard() {
            return Heard.of(TlaValue.of(val));
        }
    }

    /** The other answer: the client is busy with another call. */
    record Busy() implements Messages, ClientAnswer {
        @Override
        public Heard heard() {
            return Heard.REFUSED;
        }
    }
}
