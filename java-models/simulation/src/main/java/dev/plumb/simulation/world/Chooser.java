package dev.plumb.simulation.world;

/** The only source of nondeterminism. */
public interface Chooser {

    /** Takes the dull choice always: no fault, no delay, the oldest message first. */
    Chooser DULL = (choice, n) -> 0;

    /**
     * A number from 0 to n - 1; 0 is the dull choice.
     *
     * @param n at least 2: what leaves no choice is not asked for
     */
    int pick(Choice choice, int n);

    /** What is chosen. */
    enum Choice {
        /** Whether a fault happens now. */
        FAULT,
        /** Which fault. */
        WHICH_FAULT,
        /** What happens next. */
        NEXT,
        /** How long something takes. */
        DELAY
    }
}
