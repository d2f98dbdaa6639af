package dev.plumb.core;

import dev.plumb.traces.Event;
import dev.plumb.traces.Trace.Run;
import java.util.function.UnaryOperator;

/**
 * A run that is not quite what was recorded: one small fault in it.
 *
 * @param action of the event that it is about, or empty
 * @param field that was changed, in words, or empty
 * @param event that the fault is about, as it was recorded
 * @param fault in words
 * @param change that makes the fault
 */
public record TraceMutant(
        Kind kind, String action, String field, Event event, String fault, UnaryOperator<Run> change) {
    /** What is done to a run. */
    public enum Kind {
        /** An event is left out. */
        DROP,
        /** An event happens a second time, right after the first. */
        DUPLICATE,
        /** Two neighbours that are in an order are in the other one. */
        SWAP,
        /** Something that was observed is what was observed at the same place of another event. */
        CHANGE
    }
}
