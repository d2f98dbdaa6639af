package dev.plumb.core;

import dev.plumb.core.Outcome.Deadlocks;
import dev.plumb.core.Outcome.Holds;
import dev.plumb.core.Outcome.Violates;
import dev.plumb.core.tlc.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What must come of checking a model, as its entry in a {@code manifest.json} says.
 *
 * @param result in the words of tlaplus/Examples: {@code success}, {@code safety failure}, {@code liveness failure},
 *     {@code deadlock failure}, {@code assumption failure}, or {@code unknown}: any of these
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
        Optional<Statistics> statistics = actual.statistics();
        if (statistics.isEmpty() && !differences.isEmpty()) {
            return differences;
        }
        differ(differences, "distinct states", distinct, statistics.map(Statistics::distinct));
        differ(differences, "generated states", generated, statistics.map(Statistics::generated));
        differ(differences, "depth", depth, statistics.map(s -> (long) s.depth()));
        SortedMap<String, Long> taken = statistics.map(Statistics::taken).orElse(new TreeMap<>());
        mustFire.stream()
                .filter(action -> taken.getOrDefault(action, 0L) == 0)
                .forEach(action -> differences.add("action " + action + " was never taken"));
        return differences;
    }

    /** A count is compared only where the manifest has one: where TLC stops early, it depends on the number of workers. */
    private static void differ(List<String> differences, String what, OptionalLong expected, Optional<Long> actual) {
        String found = actual.map(count -> Long.toString(count)).orElse("none");
        if (expected.isPresent() && !found.equals(Long.toString(expected.getAsLong()))) {
            differences.add(what + ": expected " + expected.getAsLong() + ", found " + found);
        }
    }

    /** {@code success}, or {@code violates Consistent}. */
    public String inWords() {
        return result.equals("success")
                ? result
                : property.map(p -> "violates " + p).orElse(result);
    }

    /** Whether this is the outcome that is expected, whatever the counts. */
    public boolean isExpected(Outcome outcome) {
        return switch (result) {
            case "success" -> outcome instanceof Holds;
            case "unknown" -> outcome instanceof Holds || outcome instanceof Deadlocks || outcome instanceof Violates;
            case "deadlock failure" -> outcome instanceof Deadlocks;
            default ->
                outcome instanceof Violates violates
                        && kindFits(violates)
                        && property.map(violates.name()::equals).orElse(true);
        };
    }

    private boolean kindFits(Violates violates) {
        return switch (violates.kind()) {
            case ASSUMPTION, POSTCONDITION -> result.equals("assumption failure");
            case TEMPORAL -> result.equals("liveness failure");
            case INVARIANT, ACTION_PROPERTY, ASSERTION -> result.equals("safety failure");
        };
    }
}
