package dev.plumb.kernel.api;

import java.util.List;
import java.util.Optional;

/**
 * Why a loaded spec says what it says of states, steps and behaviours that were found elsewhere. Slow and thorough: for
 * what is shown to somebody.
 */
public interface Explanations {
    /**
     * An operator without parameters, opened in a state or over a step.
     *
     * @param states the state, or the state and the next one
     * @throws dev.plumb.traces.Problem if there is none of that name
     */
    OpenFormula open(String operator, List<SpecState> states);

    /**
     * A property of infinite behaviours, opened over one.
     *
     * @throws dev.plumb.traces.Problem if there is none of that name
     */
    OpenFormula open(String property, Lasso behaviour);

    /** An action that was taken from one state to another, opened; empty if it does not lead there. */
    Optional<OpenFormula> open(ActionInstance action, SpecState from, SpecState to);

    /** Why the actions that cannot be taken in a state cannot: an answer for each instance, those that come nearest first. */
    List<WhyNot> disabled(SpecState state);

    /**
     * What the loop of a behaviour does with the actions to which the spec is fair, and with those that it passes over
     * though they are steps of no such action.
     *
     * @throws dev.plumb.traces.Problem if a condition cannot be evaluated
     */
    List<LoopFairness> fairness(Lasso behaviour);
}
