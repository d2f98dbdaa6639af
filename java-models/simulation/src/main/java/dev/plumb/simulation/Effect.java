package dev.plumb.simulation;

/** What a node asks of the world. */
public sealed interface Effect {

    /** A message to the node of that name, itself included. It may get lost, late or twice; the world says which. */
    record Send(String to, Message message) implements Effect {}

    /** Gives {@link Input.Timer} after the delay by the node's own clock. One that runs already starts anew. */
    record StartTimer(Record timer, long delayMillis) implements Effect {}

    /** The timer will not run out, if it has not yet. */
    record StopTimer(Record timer) implements Effect {}

    /** Gives {@link Input.Synced} once what is on the disk now survives a crash. */
    record Sync(Record write) implements Effect {}

    /** The answer to the client's call. */
    record Reply(String client, Message answer) implements Effect {}

    /** The node's work is done. It goes on answering until its runner is stopped. */
    record Finish() implements Effect {}
}
