package dev.plumb.simulation;

/** What a node asks of the world. */
public sealed interface Effect {

    /** A message to the node of that name, itself included. It may get lost, late or twice; a runner says which. */
    record Send(String to, Payload payload) implements Effect {}

    /** Gives {@link Input.Timer} after the delay, once for each time that it was started. */
    record StartTimer(String name, long delayMillis) implements Effect {}

    /** The node's work is done. It goes on answering until its runner is stopped. */
    record Finish() implements Effect {}
}
