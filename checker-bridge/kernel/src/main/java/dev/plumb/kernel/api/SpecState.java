package dev.plumb.kernel.api;

import dev.plumb.traces.TlaValue;
import java.util.SortedMap;

/** A state of a loaded spec. Equal states of one spec have equal fingerprints; nothing else is promised of them. */
public interface SpecState {
    /** TLC's 64-bit fingerprint of all variables, under no view and no symmetry. */
    long fingerprint();

    /** The value of every variable, by name. */
    SortedMap<String, TlaValue> values();
}
