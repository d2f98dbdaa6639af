package dev.plumb.traces;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * What was seen of one variable: all of its value, parts of it, or how it changed. Observed and actual values are
 * compared by the total equality of {@link TlaValue}, so that a wrong kind of value differs and is never an error.
 */
public sealed interface Observation {

    /** The value as a whole. */
    record Whole(TlaValue value) implements Observation {}

    /**
     * Some indices or fields of a function, sequence or record; the others are not constrained. A key stands for the
     * element of the domain whose TLA+ text it is: {@code 1}, {@code r1}, {@code <<1, 2>>}; a string needs no quotes.
     */
    record Part(SortedMap<String, Observation> entries) implements Observation {}

    /**
     * What a set, bag or sequence holds after the step, or how it changed in it. Each aspect may be missing; added,
     * removed and appended, where given, say exactly how the value follows from the one before.
     */
    record Content(
            Optional<List<TlaValue>> has,
            Optional<List<TlaValue>> hasNot,
            Optional<List<TlaValue>> added,
            Optional<List<TlaValue>> removed,
            Optional<List<TlaValue>> appended,
            Optional<Integer> length)
            implements Observation {}

    /**
     * The value as a whole, in a notation without types: a tuple stands for a set with its elements, too, and a record for
     * a function with arguments whose TLA+ text its fields are.
     */
    record Untyped(TlaValue value) implements Observation {}

    /** Updates that, applied in turn to the value before the step, give the value after it: the 2024 tools' format. */
    record Updates(List<Update> updates) implements Observation {}

    /**
     * The value that the variable must have after the step, where the observation and the value before it leave no
     * choice; empty where they do, or where the observation cannot be applied to that value.
     */
    default Optional<TlaValue> determined(TlaValue before) {
        return Matching.determined(this, before);
    }

    /**
     * Where {@code after} is not as observed; empty iff it is.
     *
     * @param path TLA+ text of the place of {@code after}, for the differences found below it
     * @param before the value before the step; empty for an initial state and for what was observed before a step,
     *     where the reader admits no aspect that is relative to it
     */
    default List<Difference> differences(String path, Optional<TlaValue> before, TlaValue after) {
        return Matching.differences(this, path, before, after);
    }

    /** This observation with {@code change} applied to every string in its values; keys of parts stay text. */
    default Observation mapStrings(UnaryOperator<TlaValue> change) {
        return Matching.mapStrings(this, change);
    }

    /** This observation in words, for messages. */
    default String text() {
        return Matching.text(this);
    }
}
