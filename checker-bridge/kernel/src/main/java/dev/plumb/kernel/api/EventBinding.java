package dev.plumb.kernel.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a binding module says.
 *
 * @param module its name
 * @param operators for each operator {@code OnX}, the operators that are the steps of such an event, in their order:
 *     itself, or {@code OnX_1}, {@code OnX_2} and so on
 * @param silent the steps that the program takes without recording them
 * @param silentSteps at most so many of them before an event
 */
public record EventBinding(
        String module, SortedMap<String, List<String>> operators, Optional<ObservedStep> silent, int silentSteps) {
    private static final String PREFIX = "On";

    /** The operator that explains the events of an action: {@code OnPrepared} for prepared, {@code OnTx_begin} for tx.begin. */
    public static String operator(String action) {
        String word = SpecText.identifier(action);
        return word.isEmpty() ? PREFIX : PREFIX + word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Whether it says what the events of an action are. */
    public boolean explains(String action) {
        return operators.containsKey(operator(action));
    }

    /** Names of events that it explains. */
    public List<String> events() {
        return operators.keySet().stream()
                .map(operator -> operator.substring(PREFIX.length()))
                .toList();
    }

    /** Whether some event is several steps. */
    public boolean hasSeveralSteps() {
        return operators.values().stream().anyMatch(steps -> steps.size() > 1);
    }
}
