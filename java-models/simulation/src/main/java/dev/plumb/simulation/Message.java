package dev.plumb.simulation;

/**
 * What goes from one process to another: a message between nodes, a client's call, or the answer to it. The messages of a
 * protocol are records in one sealed interface, whose components {@link RecordText} can write.
 */
public interface Message {}
