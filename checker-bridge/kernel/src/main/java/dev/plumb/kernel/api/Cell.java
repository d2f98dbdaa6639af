package dev.plumb.kernel.api;

import static java.util.stream.Collectors.joining;

import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A part of a state that a formula looked at: a variable, or what is found in it by applying it to indices, one after
 * the other.
 *
 * @param path indices and field names; empty for the whole variable
 * @param isNext whether it is the part of the next state
 */
public record Cell(String variable, List<TlaValue> path, boolean isNext) implements Comparable<Cell> {
    private static final Comparator<Cell> BY_TEXT = Comparator.comparing(Cell::toString);

    public Cell {
        path = List.copyOf(path);
    }

    /** A whole variable. */
    public static Cell of(String variable, boolean isNext) {
        return new Cell(variable, List.of(), isNext);
    }

    /** What is found in it at an index. */
    public Cell at(TlaValue index) {
        List<TlaValue> longer = new ArrayList<>(path);
        longer.add(index);
        return new Cell(variable, longer, isNext);
    }

    /** Whether it is all or part of another. */
    public boolean isIn(Cell whole) {
        return isNext == whole.isNext
                && variable.equals(whole.variable)
                && path.size() >= whole.path.size()
                && path.subList(0, whole.path.size()).equals(whole.path);
    }

    @Override
    public int compareTo(Cell other) {
        return BY_TEXT.compare(this, other);
    }

    /** {@code rmState["r1"]}, as the spec would write it; primed if it is of the next state. */
    @Override
    public String toString() {
        return variable
                + (isNext ? "'" : "")
                + path.stream().map(index -> "[" + index + "]").collect(joining());
    }
}
