package dev.plumb.simulation;

/**
 * One process of a protocol: a pure function from state and input to a step.
 *
 * <p>A handler has no clock, thread, randomness or I/O. What a node has on disk and in memory is immutable, has value
 * equality and iterates in a fixed order (records, enums, sorted or persistent ordered collections): the same inputs give
 * the same steps, in every world.
 *
 * @param <D> what is on disk
 * @param <M> what is in memory
 */
public interface Node<D, M> {

    /** The disk of a new node. */
    D format();

    /** What a node has in memory when it has been switched on and has read its disk. */
    M boot(D disk);

    /** What the node does about an input. */
    default Step<D, M> on(State<D, M> state, Input input) {
        if (input instanceof Input.Deliver delivery) {
            return deliver(state, delivery.from(), delivery.message());
        } else if (input instanceof Input.Timer timer) {
            return timer(state, timer.timer());
        } else if (input instanceof Input.Synced synced) {
            return synced(state, synced.write());
        } else if (input instanceof Input.Call call) {
            return call(state, call.client(), call.operation());
        } else if (input instanceof Input.SyncFailed failed) {
            return syncFailed(state, failed.write(), failed.cause());
        }
        return start(state);
    }

    /** The first input each time that the node is switched on. */
    default Step<D, M> start(State<D, M> state) {
        return Step.to(state);
    }

    /** A message has arrived. */
    Step<D, M> deliver(State<D, M> state, String from, Message message);

    /** A timer that the node started has run out. */
    default Step<D, M> timer(State<D, M> state, Record timer) {
        return Step.to(state);
    }

    /** A client calls. */
    default Step<D, M> call(State<D, M> state, String client, Message operation) {
        throw new IllegalArgumentException(operation + " is not for this node");
    }

    /** What was on disk when the node asked for this sync survives from now on. */
    default Step<D, M> synced(State<D, M> state, Record write) {
        return Step.to(state);
    }

    /** A sync has failed. */
    default Step<D, M> syncFailed(State<D, M> state, Record write, Input.Cause cause) {
        return Step.to(state);
    }
}
