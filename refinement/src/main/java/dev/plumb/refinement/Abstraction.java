package dev.plumb.refinement;

import dev.plumb.traces.TlaValue;
import java.util.SortedMap;

/**
 * What a state of the code is in the words of the specification; a refinement mapping.
 *
 * @param <S> a state of the code
 */
@FunctionalInterface
public interface Abstraction<S> {

    /** The value of every variable of the specification, by name. */
    SortedMap<String, TlaValue> of(S state);
}
