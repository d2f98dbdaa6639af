package dev.plumb.simulation.explore;

/**
 * A value that knows its own fingerprint: one that is part of many states and keeps it, or one that is no record.
 * Values that are equal must have equal fingerprints, and {@link Fingerprints} is what makes others differ.
 */
public interface Fingerprinted {

    /** 64 bits that tell this value from others. */
    long fingerprint();
}
