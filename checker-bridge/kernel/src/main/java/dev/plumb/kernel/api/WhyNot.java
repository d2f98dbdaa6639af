package dev.plumb.kernel.api;

import dev.plumb.traces.Difference;
import java.util.List;
import java.util.SortedMap;

/** Why an action instance is no step from a state to one that was observed. */
public sealed interface WhyNot {
    ActionInstance action();

    /**
     * A conjunct of the action is FALSE in the state.
     *
     * @param place of the conjunct
     * @param text of the conjunct, as it stands in the module, on one line
     * @param values of the variables, constants, parameters and applications in it, by their text
     * @param broken how many conjuncts of the action are FALSE in the state, this one included
     */
    record FalseConjunct(
            ActionInstance action, SourceRange place, String text, SortedMap<String, String> values, int broken)
            implements WhyNot {
        public FalseConjunct(ActionInstance action, SourceRange place, String text, SortedMap<String, String> values) {
            this(action, place, text, values, 1);
        }

        /** The same, of an action of which so many conjuncts are FALSE. */
        public FalseConjunct among(int conjuncts) {
            return new FalseConjunct(action, place, text, values, conjuncts);
        }
    }

    /** The action is enabled, but each state that it leads to differs from the observed one; the nearest is shown. */
    record EndsElsewhere(ActionInstance action, List<Difference> differences) implements WhyNot {}

    /** The state before the step is not as it was observed. */
    record StartsElsewhere(ActionInstance action, List<Difference> differences) implements WhyNot {}

    /** TLC cannot evaluate the action in the state. */
    record EvaluationError(ActionInstance action, String message) implements WhyNot {}

    /** The arguments are none that Next allows: a bound of a quantifier on the way to the action excludes them. */
    record OutOfBounds(ActionInstance action, SourceRange place, String text, SortedMap<String, String> values)
            implements WhyNot {}
}
