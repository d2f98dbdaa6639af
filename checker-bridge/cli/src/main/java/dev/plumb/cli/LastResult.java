package dev.plumb.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumb.core.Expectation;
import dev.plumb.core.Outcome;
import dev.plumb.core.Outcome.PropertyKind;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came of a model when it was checked last.
 *
 * @param outcome in words: {@code holds}, {@code violates Consistent}
 * @param asExpected whether it is what the manifest expects, or green where that expects nothing
 * @param distinct states
 */
record LastResult(String outcome, boolean asExpected, OptionalLong distinct, Instant when) {

    /** Of a {@code result.json}. */
    static LastResult of(JsonNode result, Instant when, Optional<Expectation> expectation) {
        JsonNode outcome = result.path("outcome");
        boolean asExpected = expectation
                .map(expected -> verdict(outcome).map(expected::isExpected).orElse(false))
                .orElse(outcome.path("exitCode").asInt(1) == 0);
        JsonNode distinct = result.at("/statistics/distinct");
        return new LastResult(
                words(outcome),
                asExpected,
                distinct.isIntegralNumber() ? OptionalLong.of(distinct.asLong()) : OptionalLong.empty(),
                when);
    }

    /** {@code spec error}, {@code violates Consistent}. */
    private static String words(JsonNode outcome) {
        String kind = outcome.path("kind")
                .asText()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
        return outcome.has("name") ? kind + " " + outcome.path("name").asText() : kind;
    }

    /** One that a manifest may expect. */
    private static Optional<Outcome> verdict(JsonNode outcome) {
        return switch (outcome.path("kind").asText()) {
            case "Holds" -> Optional.of(new Outcome.Holds());
            case "Deadlocks" -> Optional.of(new Outcome.Deadlocks());
            case "Violates" ->
                Optional.of(new Outcome.Violates(
                        outcome.path("name").asText(),
                        PropertyKind.valueOf(outcome.path("property").asText())));
            default -> Optional.empty();
        };
    }
}
