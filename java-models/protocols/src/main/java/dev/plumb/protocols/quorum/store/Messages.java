package dev.plumb.protocols.quorum.store;

import dev.plumb.protocols.SpecValues;
import dev.plumb.simulation.ClientAnswer;
import dev.plumb.simulation.ClientCall;
import dev.plumb.simulation.Message;
import dev.plumb.traces.TlaValue;
import java.util.Collection;

/** What clients, homes and spares say to each other, and what users say to clients. Calls are counted by turns. */
interface Messages {

    /** A client asks a home what it has. */
    record Ask(int turn) implements Message {}

    /** A home tells it. */
    record Reported(int turn, Siblings siblings) implements Message {}

    /** A client has a home store a write, or what a read has found. */
    record Store(int turn, Siblings siblings) implements Message {}

    /** A client has a spare keep it for a home. */
    record KeepHint(int turn, Hint hint) implements Message {}

    /** A home has stored it, or a spare keeps it. */
    record Stored(int turn) implements Message {}

    /** A spare hands off what it keeps for a home. */
    record HandOff(Hint hint) implements Message {}

    /** The home has it. */
    record HandedOff(Hint hint) implements Message {}

    /** A user wants to read. */
    record Read() implements ClientCall {
        @Override
        public Invocation invocation() {
            return Invocation.of("read");
        }
    }

    /** A user wants to write, over what its client has seen last. */
    record Write(String val) implements ClientCall {
        @Override
        public Invocation invocation() {
            return Invocation.of("write", TlaValue.of(val));
        }
    }

    /** The answer to a user who reads. */
    record Found(Siblings siblings) implements ClientAnswer {
        /** One value as in a register, or all of the siblings. */
        @Override
        public Heard heard() {
            Collection<String> values = siblings.values();
            return switch (values.size()) {
                case 0 -> Heard.of(TlaValue.of(Setup.NOTHING));
                case 1 -> Heard.of(TlaValue.of(values.iterator().next()));
                default -> Heard.of(SpecValues.set(values));
            };
        }
    }

    /** The answer to a user who writes. */
    record Done(Siblings siblings) implements ClientAnswer {
        @Override
        public Heard heard() {
            return Heard.DONE;
        }
    }

    /** The other answer: the client is busy with another call. */
    record Busy() implements ClientAnswer {
        @Override
        public Heard heard() {
            return Heard.REFUSED;
        }
    }
}
