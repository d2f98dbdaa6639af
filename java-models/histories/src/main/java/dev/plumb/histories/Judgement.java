package dev.plumb.histories;

import java.util.List;

/** Whether a consistency model allows a history. The set is closed: not to know is an answer too, and no good one. */
public sealed interface Judgement {

    /**
     * The model allows it.
     *
     * @param orders in which the calls can have taken effect, one for each object where the model looks at each by
     *     itself; none where the model asks for no order
     */
    record Allowed(List<List<Call>> orders) implements Judgement {}

    /** The model forbids it. */
    record Forbidden(Contradiction contradiction) implements Judgement {}

    /**
     * There is nothing in the history that the model could forbid.
     *
     * @param why what is missing
     */
    record Vacuous(String why) implements Judgement {}

    /**
     * It is not known.
     *
     * @param limit at which the check stopped, as in "the budget of 1,000 steps"
     */
    record Unknown(String limit) implements Judgement {}
}
