package dev.plumb.simulation;

/** What can happen to a node. */
public sealed interface Input {

    /** The node is switched on, for the first time or after a crash; it has read its disk, and others can be reached. */
    record Start() implements Input {}

    /** A message from another node, or from the node itself. */
    record Deliver(String from, Message message) implements Input {}

    /** A timer that {@link Effect.StartTimer} started has run out. */
    record Timer(Record timer) implements Input {}

    /** A client calls; it waits for {@link Effect.Reply}. A client has one call open at a time. */
    record Call(String client, Message operation) implements Input {}

    /** What was on the disk at {@link Effect.Sync} survives a crash from now on. Syncs end in the order of their starts. */
    record Synced(Record write) implements Input {}

    /** The sync has failed: what was written since the last one that ended well may be lost, or not. */
    record SyncFailed(Record write, Cause cause) implements Input {}

    /** Why a disk does not take what is written. */
    enum Cause {
        IO_ERROR,
        FULL_DISK
    }
}
