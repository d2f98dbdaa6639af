package dev.plumb.core;

import dev.plumb.core.Outcome.Deadlocks;
import dev.plumb.core.Outcome.Holds;
import dev.plumb.core.Outcome.Violates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What must come of checking a model, as its entry in a {@code manifest.json} says.
 *
 * @param result in the words of tlaplus/Examples: {@code success}, {@code safety failure}, {@code liveness failure},
 *     {@code deadlock failure}, {@code assumption failure}
 * @param property that must be the one violated
 * @param tier {@code pr} or {@code nightly}
 * @param mustFire actions that must have been taken
 */
public record Expectation(
        String result,
        Optional<String> property,
        String tier,
        OptionalLong distinct,
        OptionalLong generated,
        OptionalLong depth,
        List<String> mustFire) {

    /** Where a result is not as expected, a sentence each; none if it is. */
    public List<String> differences(ModelCheckResult actual) {
        List<String> differences = new ArrayList<>();
        if (!isExpected(actual.outcome())) {
            differences.add("expected " + inWords() + ", but " + Describe.outcome(actual.outcome()));
        }
        actual.statistics().ifPresent(statistics -> {
            differ(differences, "distinct states", distinct, statistics.distinct());
            differ(differences, "generated states", generated, statistics.generated());
            differ(differences, "depth", depth, statistics.depth());
            mustFire.stream()
                    .filter(action -> statistics.taken().getOrDefault(action, 0L) == 0)
                    .forEach(action -> differences.add("action " + action + " was never taken"));
        });
        return differences;
    }

    private static void differ(List<String> differences, String what, OptionalLong expected, long actual) {
        if (expected.isPresent() && expected.getAsLong() != actual) {
            differences.add(what + ": expected " + expected.getAsLong() + ", found " + actual);
        }
    }

    /** {@code success}, or {@code violates Consistent}. */
    public String inWords() {
        return result.equals("success")
                ? result
                : property.map(p -> "violates " + p).orElse(result);
    }

    private boolean isExpected(Outcome outcome) {
        return switch (result) {
            case "success" -> outcome instanceof Holds;
            case "deadlock failure" -> outcome instanceof Deadlocks;
            default ->
                outcome instanceof Violates violates
                        && kindFits(violates)
                        && property.map(violates.name()::equals).orElse(true);
        };
    }

    private boolean kindFits(Violates violates) {
        return switch (violates.kind()) {
            case ASSUMPTION -> result.equals("assumption failure");
            case TEMPORAL -> result.equals("liveness failure");
            case INVARIANT, ACTION_PROPERTY, ASSERTION -> result.equals("safety failure");
        };
    }
}
