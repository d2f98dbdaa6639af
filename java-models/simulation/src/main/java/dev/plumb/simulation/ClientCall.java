package dev.plumb.simulation;

import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Optional;

/**
 * A client's call of the {@link Service} that the nodes are together, which says what it is in the history of the clients'
 * calls. Every answer to it is a {@link ClientAnswer}.
 */
public interface ClientCall extends Message {

    /** This call in the words of the object that the service promises to be. */
    Invocation invocation();

    /**
     * An operation of an object, such as {@code write(1)} of a register.
     *
     * @param key the object that is called, where there is one for each key
     */
    record Invocation(Optional<TlaValue> key, String operation, List<TlaValue> arguments) {
        public static Invocation of(String operation, TlaValue... arguments) {
            return new Invocation(Optional.empty(), operation, List.of(arguments));
        }

        /** The same of the object with this key. */
        public Invocation on(TlaValue object) {
            return new Invocation(Optional.of(object), operation, arguments);
        }
    }
}
