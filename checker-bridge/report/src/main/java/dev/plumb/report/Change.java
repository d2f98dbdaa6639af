package dev.plumb.report;

import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/** How a value followed from the one before, by what kind of value it is. */
public sealed interface Change {

    /** Nothing changed. */
    record Same(TlaValue value) implements Change {}

    /** There was nothing before: a new row of a function, a new field. */
    record Appeared(TlaValue after) implements Change {}

    /** There is nothing any more. */
    record Vanished(TlaValue before) implements Change {}

    /** Another value, of which nothing is worth comparing. */
    record Replaced(TlaValue before, TlaValue after) implements Change {}

    /** A set with other elements. */
    record InSet(SortedSet<TlaValue> kept, SortedSet<TlaValue> added, SortedSet<TlaValue> removed) implements Change {}

    /** A function or record, row by row; rows that are {@link Same} included. */
    record InFunction(SortedMap<TlaValue, Change> rows) implements Change {}

    /** A sequence in which {@code added} stands where {@code removed} stood, between a head and a tail that stayed. */
    record InSequence(List<TlaValue> head, List<TlaValue> removed, List<TlaValue> added, List<TlaValue> tail)
            implements Change {}
}
