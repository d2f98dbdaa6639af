package dev.plumb.core.lanes;

import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a model says of its processes, so that it need not be guessed.
 *
 * @param processes in the order in which their lanes are drawn
 * @param carriers the variables that carry messages
 * @param other who takes the steps that none of the processes takes
 */
public record Annotation(Optional<List<TlaValue>> processes, Optional<Set<String>> carriers, Optional<String> other) {
    /** Nothing is said. */
    public static final Annotation NONE = new Annotation(Optional.empty(), Optional.empty(), Optional.empty());
}
