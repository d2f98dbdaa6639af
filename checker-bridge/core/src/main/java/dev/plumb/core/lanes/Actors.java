package dev.plumb.core.lanes;

import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Some processes, and what each of them does in a run. Steps are counted by the state that they lead to. */
interface Actors {
    /** The processes by the names of their lanes, in order. */
    List<String> names();

    /** Who takes a step; empty if none of them does. */
    Optional<String> of(int step);

    /** Whose state a step changes. */
    Set<String> changed(int step);

    /** The process that a value stands for in messages. */
    Optional<String> process(TlaValue value);

    /** Variables that are theirs. */
    Set<String> variables();

    /** What they were found by, in words that follow <i>inferred from</i>. */
    String foundBy();
}
