package dev.plumb.simulation;

/**
 * One process of a protocol: a pure function from state and input to a step.
 *
 * <p>A handler has no clock, no thread, no randomness and no I/O, and its state is immutable and iterates in a fixed order
 * (sorted sets and maps): the same inputs give the same steps, in every runner.
 *
 * @param <S> the state
 */
public interface Node<S> {

    /** The state of a node that has just been switched on and has heard of nothing. */
    S boot();

    /** What the node does about an input. */
    default Step<S> on(S state, Input input) {
        if (input instanceof Input.Deliver delivery) {
            return deliver(state, delivery.from(), delivery.payload());
        } else if (input instanceof Input.Timer timer) {
            return timer(state, timer.name());
        }
        return start(state);
    }

    /** The first input: from now on the other nodes can be reached. */
    default Step<S> start(S state) {
        return Step.to(state);
    }

    /** A message has arrived. */
    Step<S> deliver(S state, String from, Payload payload);

    /** A timer that the node started has run out. */
    default Step<S> timer(S state, String name) {
        return Step.to(state);
    }
}
