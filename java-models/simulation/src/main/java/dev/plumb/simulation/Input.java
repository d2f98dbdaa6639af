package dev.plumb.simulation;

/** What can happen to a node. */
public sealed interface Input {

    /** The world is there; comes first and once. */
    record Start() implements Input {}

    /** A message from another node, or from the node itself. */
    record Deliver(String from, Payload payload) implements Input {}

    /** A timer that {@link Effect.StartTimer} started has run out. */
    record Timer(String name) implements Input {}
}
