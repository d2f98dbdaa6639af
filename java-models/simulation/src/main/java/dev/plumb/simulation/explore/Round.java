package dev.plumb.simulation.explore;

import java.util.List;

/** States of the same depth whose steps are looked at together; an initial state has depth 1. */
record Round<S>(int depth, List<Found<S>> states) {

    /** A state that was found, and its fingerprint. */
    record Found<S>(long print, S state) {}

    int size() {
        return states.size();
    }
}
