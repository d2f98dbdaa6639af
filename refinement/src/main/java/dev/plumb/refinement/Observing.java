package dev.plumb.refinement;

import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The words in which a step of the specification is told: action arguments, and what was seen of variables.
 *
 * <p>Strings, integers and booleans stand for the TLA+ values of that kind; for all else there is {@link TlaValue}. What
 * is said of different indices or elements of a variable adds up. Saying a thing twice, or a variable's value both as a
 * whole and in parts, is a mistake in the recorded code and an {@link IllegalArgumentException}.
 *
 * @param <T> what the telling goes on with
 */
public interface Observing<T extends Observing<T>> {

    /** The behaviour that the step belongs to, for example one transaction of many; without it, the unnamed one. */
    T run(String run);

    /** The line of code that took the step, where it is not that of the {@link ActionSite}. */
    T at(String fileAndLine);

    /** The line of code that took the step is the one that calls this; to find it, the stack is walked each time. */
    default T here() {
        return at(CallSite.fileAndLine());
    }

    /** The argument of the action, by the name of its formal parameter. */
    T arg(String name, TlaValue value);

    default T arg(String name, String value) {
        return arg(name, TlaValue.of(value));
    }

    default T arg(String name, int value) {
        return arg(name, TlaValue.of(value));
    }

    default T arg(String name, boolean value) {
        return arg(name, TlaValue.of(value));
    }

    /** What was seen of the variable after the step. */
    T state(String variable, Observation observation);

    /** All of the variable's value after the step. */
    default T state(String variable, TlaValue value) {
        return state(variable, new Observation.Whole(value));
    }

    default T state(String variable, String value) {
        return state(variable, TlaValue.of(value));
    }

    default T state(String variable, int value) {
        return state(variable, TlaValue.of(value));
    }

    default T state(String variable, boolean value) {
        return state(variable, TlaValue.of(value));
    }

    /** The variable's value after the step at one index: of a function, a sequence or a record. */
    default T state(String variable, String index, TlaValue value) {
        return state(variable, indexed(index, value));
    }

    default T state(String variable, String index, String value) {
        return state(variable, index, TlaValue.of(value));
    }

    default T state(String variable, String index, int value) {
        return state(variable, index, TlaValue.of(value));
    }

    default T state(String variable, String index, boolean value) {
        return state(variable, index, TlaValue.of(value));
    }

    /** An element that the step added to a set or bag; all that were added must be said. */
    default T added(String variable, TlaValue element) {
        return state(variable, content(Optional.of(List.of(element)), Optional.empty(), Optional.empty()));
    }

    default T added(String variable, String element) {
        return added(variable, TlaValue.of(element));
    }

    /** An element that the step removed from a set or bag; all that were removed must be said. */
    default T removed(String variable, TlaValue element) {
        return state(variable, content(Optional.empty(), Optional.of(List.of(element)), Optional.empty()));
    }

    default T removed(String variable, String element) {
        return removed(variable, TlaValue.of(element));
    }

    /** An element that the step appended to a sequence; all that were appended must be said, in their order. */
    default T appended(String variable, TlaValue element) {
        return state(variable, content(Optional.empty(), Optional.empty(), Optional.of(List.of(element))));
    }

    default T appended(String variable, String element) {
        return appended(variable, TlaValue.of(element));
    }

    /** What was seen of the variable before the step. */
    T before(String variable, Observation observation);

    /** All of the variable's value before the step. */
    default T before(String variable, TlaValue value) {
        return before(variable, new Observation.Whole(value));
    }

    default T before(String variable, String value) {
        return before(variable, TlaValue.of(value));
    }

    default T before(String variable, int value) {
        return before(variable, TlaValue.of(value));
    }

    default T before(String variable, boolean value) {
        return before(variable, TlaValue.of(value));
    }

    /** The variable's value before the step at one index. */
    default T before(String variable, String index, TlaValue value) {
        return before(variable, indexed(index, value));
    }

    default T before(String variable, String index, String value) {
        return before(variable, index, TlaValue.of(value));
    }

    private static Observation indexed(String index, TlaValue value) {
        SortedMap<String, Observation> entries = new TreeMap<>();
        entries.put(index, new Observation.Whole(value));
        return new Observation.Part(Collections.unmodifiableSortedMap(entries));
    }

    private static Observation content(
            Optional<List<TlaValue>> added, Optional<List<TlaValue>> removed, Optional<List<TlaValue>> appended) {
        return new Observation.Content(Optional.empty(), Optional.empty(), added, removed, appended, Optional.empty());
    }
}
