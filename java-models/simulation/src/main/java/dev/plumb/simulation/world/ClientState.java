package dev.plumb.simulation.world;

import dev.plumb.simulation.Message;
import org.pcollections.PVector;

/**
 * A client, which makes its calls one after the other.
 *
 * @param ahead the calls that it will make
 * @param waitsFor the node that has not answered yet; empty if no call is open
 * @param dueMillis when it makes its next call
 */
public record ClientState(PVector<Call> ahead, String waitsFor, long dueMillis) {
    private static final String NOBODY = "";

    /** A call that a client will make. */
    public record Call(String node, Message operation) {}

    static ClientState of(PVector<Call> calls, long firstCallMillis) {
        return new ClientState(calls, NOBODY, firstCallMillis);
    }

    boolean canCall() {
        return waitsFor.equals(NOBODY) && !ahead.isEmpty();
    }

    ClientState called() {
        return new ClientState(ahead.minus(0), ahead.get(0).node(), dueMillis);
    }

    /** The call is over: answered, or it will never be. */
    ClientState free(long nextCallMillis) {
        return new ClientState(ahead, NOBODY, nextCallMillis);
    }
}
