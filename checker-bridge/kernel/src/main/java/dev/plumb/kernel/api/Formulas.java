package dev.plumb.kernel.api;

import dev.plumb.traces.TlaValue;
import java.util.List;

/**
 * What a loaded spec says of states and behaviours that were found elsewhere. Operators are those of the root module that
 * have no parameters, by their names.
 */
public interface Formulas {
    /** Whether Init allows a state to be the first. */
    boolean isInitial(SpecState state);

    /**
     * Whether an infinite behaviour satisfies a property: any operator, read as a temporal formula. Whether it is a behaviour
     * of the spec is another question.
     *
     * @throws dev.plumb.traces.Problem if there is none of that name, or if it cannot be evaluated over a behaviour
     */
    boolean holds(String property, Lasso behaviour);

    /**
     * The fairness conditions of the spec that an infinite behaviour does not satisfy, each as it is written.
     *
     * @throws dev.plumb.traces.Problem if one cannot be evaluated over a behaviour
     */
    List<String> violatedFairness(Lasso behaviour);

    /** Whether there is an operator of that name. */
    boolean defines(String operator);

    /**
     * What the value of an operator depends on.
     *
     * @throws dev.plumb.traces.Problem if there is none of that name
     */
    Level level(String operator);

    /**
     * The value of an operator.
     *
     * @param states no fewer than its level asks for: none, the state, or the state and the next one
     * @throws dev.plumb.traces.Problem if there is none of that name, or if TLC cannot evaluate it
     */
    TlaValue value(String operator, List<SpecState> states);
}
