package dev.plumb.core.lanes;

import dev.plumb.kernel.api.Cell;
import dev.plumb.traces.TlaValue;

/**
 * Something that was put into a container at one time, and that may be a message.
 *
 * @param channel where it is
 * @param from index of the state in which it is there for the first time
 * @param until index of the first state after that in which it is no longer there; the number of states if there is none
 * @param order tells it from others that are alike
 */
record Item(Cell channel, TlaValue content, int from, int until, int order) {
    /** Whether it is there before the step that leads to the state with an index. */
    boolean isThereBefore(int step) {
        return from < step && until >= step;
    }

    boolean isTakenBy(int step) {
        return until == step;
    }
}
