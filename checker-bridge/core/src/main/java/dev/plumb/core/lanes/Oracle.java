package dev.plumb.core.lanes;

import dev.plumb.kernel.api.Cell;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What the spec says of the steps of a behaviour, each by the index of the state that it leads to. */
public interface Oracle {
    /**
     * The states to which the action of a step leads from another state than the one before it; empty if that is not
     * known.
     */
    Optional<List<SortedMap<String, TlaValue>>> after(int step, SortedMap<String, TlaValue> before);

    /**
     * What a step's action is about: what its conditions look at in the state before it, and what it sets, be it to the
     * value that is there already.
     */
    Set<Cell> about(int step);

    /** Knows nothing: for a behaviour that cannot be replayed. */
    Oracle NONE = new Oracle() {
        @Override
        public Optional<List<SortedMap<String, TlaValue>>> after(int step, SortedMap<String, TlaValue> before) {
            return Optional.empty();
        }

        @Override
        public Set<Cell> about(int step) {
            return Set.of();
        }
    };
}
