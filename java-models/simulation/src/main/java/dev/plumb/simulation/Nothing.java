package dev.plumb.simulation;

/** The disk of a node that writes nothing, or the memory of one that remembers nothing. */
public enum Nothing {
    NOTHING
}
