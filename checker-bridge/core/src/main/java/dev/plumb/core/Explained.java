package dev.plumb.core;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.LoopFairness;
import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.WhyNot;
import java.util.List;
import java.util.Optional;

/**
 * What there is to say of a behaviour beside its steps: why it violates what it violates, why its steps could be taken,
 * and what else could have been.
 *
 * @param length whether a shorter one was ruled out, in words; empty if nothing is known of it
 * @param order how its steps were brought into another order than they were found in, in words; empty if they were not
 * @param property that is violated, opened down to the leaves that are false
 * @param moments what could come next, for as many of the steps as are explained: the last ones, in their order
 * @param fairness of a lasso, a row for each fairness condition of the spec and for each action that has none
 */
public record Explained(
        Optional<String> length,
        Optional<String> order,
        Optional<OpenFormula> property,
        List<Moment> moments,
        List<LoopFairness> fairness) {
    /** Nothing is said. */
    public static final Explained NOTHING =
            new Explained(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    /** The same, with how it came to be as long as it is, and in this order. */
    Explained found(Optional<String> ofThisLength, Optional<String> inThisOrder) {
        return new Explained(ofThisLength, inThisOrder, property, moments, fairness);
    }

    /** What is said of the step with this number and of the state after it. */
    public Optional<Moment> moment(int step) {
        return moments.stream().filter(moment -> moment.step() == step).findFirst();
    }

    /**
     * A step and the state that it leads to.
     *
     * @param step its number
     * @param action that was taken, opened: why it could be; empty for the initial state, and where it is not known
     * @param enabled what can be taken in the state after it
     * @param disabled why each of the other actions cannot, those that come nearest first
     * @param leftOut how many more are disabled that are not explained
     */
    public record Moment(
            int step, Optional<OpenFormula> action, List<ActionInstance> enabled, List<WhyNot> disabled, int leftOut) {}
}
