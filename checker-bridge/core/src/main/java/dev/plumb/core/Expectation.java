package dev.plumb.core;

import dev.plumb.core.Outcome.Deadlocks;
import dev.plumb.core.Outcome.Holds;
import dev.plumb.core.Outcome.Violates;
import dev.plumb.core.tlc.Statistics;
import dev.plumb.traces.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What must come of checking a model, as its entry in a {@code manifest.json} says.
 *
 * @param result in the words of tlaplus/Examples: {@code success}, {@code safety failure}, {@code liveness failure},
 *     {@code deadlock failure}, {@code assumption failure}, or {@code unknown}: any of these
 * @param mode in their words too, for example {@code exhaustive search} or {@code symbolic}
 * @param property that must be the one violated
 * @param tier {@code pr} or {@code nightly}
 * @param mustFire actions that must have been taken
 * @param reachable predicates that must each hold in some reachable state
 * @param traceLength states of the counterexample
 * @param workers threads of TLC that the model is made for; 0 for any number
 * @param places of its keys in the file; the entry itself is the empty key
 */
public record Expectation(
        String result,
        String mode,
        Optional<String> property,
        String tier,
        Band distinct,
        Band generated,
        Band depth,
        List<String> mustFire,
        List<String> reachable,
        Band traceLength,
        Optional<TraceEnd> traceEndsIn,
        Budget budget,
        int workers,
        Map<String, Source> places) {

    /** Where a result is not as expected; nothing if it is. */
    public List<Difference> differences(ModelCheckResult actual) {
        List<Difference> differences = new ArrayList<>();
        if (!isExpected(actual.outcome())) {
            String key = property.isPresent() ? Manifest.PROPERTY : Manifest.RESULT;
            differences.add(new Difference("outcome", inWords(), Describe.outcome(actual.outcome()), place(key)));
        }
        Optional<Statistics> statistics = actual.statistics();
        boolean isCounted = statistics.isPresent() && !(actual.outcome() instanceof Outcome.Incomplete);
        if (!isCounted && !differences.isEmpty()) {
            return differences;
        }
        differ(differences, "distinct states", Manifest.DISTINCT, distinct, statistics.map(Statistics::distinct));
        differ(differences, "generated states", Manifest.GENERATED, generated, statistics.map(Statistics::generated));
        differ(differences, "depth", Manifest.DEPTH, depth, statistics.map(s -> (long) s.depth()));
        SortedMap<String, Long> taken = statistics.map(Statistics::taken).orElse(new TreeMap<>());
        mustFire.stream()
                .filter(action -> taken.getOrDefault(action, 0L) == 0)
                .forEach(action -> differences.add(
                        new Difference("action " + action, "taken", "never taken", place(Manifest.MUST_FIRE))));
        traceDiffers(differences, actual);
        return differences;
    }

    private void traceDiffers(List<Difference> differences, ModelCheckResult actual) {
        Optional<Long> length = actual.counterexample()
                .map(behaviour -> (long) behaviour.steps().size());
        differ(differences, "length of the trace", Manifest.TRACE_LENGTH, traceLength, length);
        Optional<TraceEnd> end = TraceEnd.of(actual);
        if (traceEndsIn.isPresent() && !traceEndsIn.equals(end)) {
            String found = end.map(Expectation::word).orElse("none of these");
            differences.add(
                    new Difference("end of the trace", word(traceEndsIn.get()), found, place(Manifest.TRACE_ENDS_IN)));
        }
    }

    /** A count is compared only where the manifest has one: where TLC stops early, it depends on the number of workers. */
    private void differ(List<Difference> differences, String what, String key, Band expected, Optional<Long> actual) {
        if (!expected.isAny() && !actual.map(expected::contains).orElse(false)) {
            String found = actual.map(count -> Long.toString(count)).orElse("none");
            differences.add(new Difference(what, expected.toString(), found, place(key)));
        }
    }

    private static String word(TraceEnd end) {
        return end.name().toLowerCase(Locale.ROOT);
    }

    /** Where a key stands, else where the entry begins. */
    public Source place(String key) {
        return Optional.ofNullable(places.get(key))
                .orElseGet(() -> places.getOrDefault("", new Source(Manifest.FILE, 0)));
    }

    /** The same of a check that goes another way: it comes to another number of states. */
    public Expectation outcomeOnly() {
        return new Expectation(
                result,
                mode,
                property,
                tier,
                Band.ANY,
                Band.ANY,
                Band.ANY,
                List.of(),
                List.of(),
                Band.ANY,
                Optional.empty(),
                budget,
                workers,
                places);
    }

    /** Whether it is of a check that visits every state, and not of some behaviours or by another tool. */
    public boolean isExhaustive() {
        return mode.equals(ManifestReader.EXHAUSTIVE);
    }

    /** Whether it is of a check of random behaviours. */
    public boolean isSampled() {
        return mode.equals(ManifestReader.SIMULATE) || mode.equals(ManifestReader.GENERATE);
    }

    /** Whether it is of a check that takes too long for every build. */
    public boolean isNightly() {
        return tier.equals("nightly");
    }

    /** Whether it is of a check that TLC does not make. */
    public boolean isSymbolic() {
        return mode.equals(ManifestReader.SYMBOLIC);
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
            case "success" -> outcome instanceof Holds || outcome instanceof Outcome.Sampled;
            case "unknown" ->
                outcome instanceof Holds
                        || outcome instanceof Outcome.Sampled
                        || outcome instanceof Deadlocks
                        || outcome instanceof Violates;
            case "deadlock failure" -> outcome instanceof Deadlocks;
            default ->
                outcome instanceof Violates violates
                        && result.equals(result(outcome).orElse(""))
                        && property.map(violates.name()::equals).orElse(true);
        };
    }

    /** The manifest's word for an outcome; empty if it says nothing about the model. */
    static Optional<String> result(Outcome outcome) {
        if (outcome instanceof Holds) {
            return Optional.of("success");
        } else if (outcome instanceof Deadlocks) {
            return Optional.of("deadlock failure");
        } else if (outcome instanceof Violates violates) {
            return Optional.of(
                    switch (violates.kind()) {
                        case ASSUMPTION, POSTCONDITION -> "assumption failure";
                        case TEMPORAL -> "liveness failure";
                        case INVARIANT, ACTION_PROPERTY, ASSERTION -> "safety failure";
                    });
        }
        return Optional.empty();
    }
}
