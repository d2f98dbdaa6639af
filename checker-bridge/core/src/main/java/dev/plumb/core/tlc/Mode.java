package dev.plumb.core.tlc;

/** In which order TLC visits states, and which. */
public sealed interface Mode {
    /** All states, breadth-first. */
    record BreadthFirst() implements Mode {}

    /**
     * Random behaviours.
     *
     * @param behaviours how many
     * @param depth the number of states after which one is left for the next
     * @param seed what is random follows from it
     */
    record Simulation(long behaviours, int depth, long seed) implements Mode {
        /** Where nobody says how many. */
        public static final Simulation DEFAULT = new Simulation(1_000, 100, 0);
    }

    /**
     * All states to a depth, depth-first, with iterative deepening: it keeps few states in memory, but checks no temporal
     * property.
     *
     * @param depth number of states of the longest behaviour
     */
    record DepthFirst(int depth) implements Mode {}
}
