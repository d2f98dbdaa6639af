package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.tlc.Statistics;
import dev.plumb.traces.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
    private static final Outcome CONSISTENT = new Outcome.Violates("Consistent", PropertyKind.INVARIANT);

    @TempDir
    Path folder;

    private Manifest manifest(String json) {
        new Fixture(folder).file("manifest.json", json);
        return Manifest.of(folder);
    }

    private Expectation expectation(String model) {
        String json =
                "{\"path\":\"specifications/x\",\"modules\":[{\"path\":\"specifications/x/M.tla\",\"features\":[],"
                        + "\"models\":[{\"path\":\"specifications/x/M.cfg\",\"runtime\":\"00:00:01\"," + model
                        + "}]}]}";
        Manifest.Entry entry = manifest(json).entries().get("M.cfg");
        assertThat(entry.module()).isEqualTo("M.tla");
        return entry.expectation();
    }

    private static ModelCheckResult result(Outcome outcome, Optional<Statistics> statistics) {
        return new ModelCheckResult(
                "M",
                "M.cfg",
                outcome,
                List.of(),
                statistics,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                "",
                Duration.ZERO);
    }

    private static ModelCheckResult result(Outcome outcome) {
        return result(
                outcome,
                Optional.of(new Statistics(
                        30,
                        10,
                        0,
                        4,
                        new TreeMap<>(Map.of("Send", 3L, "Lose", 0L)),
                        new TreeMap<>(),
                        Optional.empty())));
    }

    @Test
    void of_the_tlaplus_examples_is_read_as_it_is() {
        Expectation expectation =
                expectation("\"mode\":\"exhaustive search\",\"result\":\"success\",\"distinctStates\":10,"
                        + "\"totalStates\":30,\"stateDepth\":4");
        assertThat(expectation.tier()).isEqualTo("pr");
        assertThat(expectation.differences(result(new Outcome.Holds()))).isEmpty();
    }

    @Test
    void is_empty_where_there_is_none() {
        assertThat(Manifest.of(folder).entries()).isEmpty();
    }

    @Test
    void that_is_broken_is_told_with_its_line() {
        Problem problem = catchThrowableOfType(Problem.class, () -> manifest("{\"modules\":[\n{\"path\":}]}"));
        assertThat(problem.text())
                .startsWith("PLUMB-C11 " + folder.resolve("manifest.json") + ":2: Cannot read the manifest: ");
        assertThat(problem.what()).doesNotContain("\n");
    }

    @Test
    void names_each_count_that_differs_and_each_action_that_was_not_taken() {
        Expectation expectation = expectation("\"result\":\"success\",\"distinctStates\":11,\"totalStates\":31,"
                + "\"stateDepth\":5,\"plumb\":{\"tier\":\"nightly\",\"mustFire\":[\"Send\",\"Lose\",\"Crash\"]}");
        assertThat(expectation.tier()).isEqualTo("nightly");
        assertThat(expectation.differences(result(new Outcome.Holds())))
                .containsExactly(
                        "distinct states: expected 11, found 10",
                        "generated states: expected 31, found 30",
                        "depth: expected 5, found 4",
                        "action Lose was never taken",
                        "action Crash was never taken");
    }

    @Test
    void expects_a_violation_of_this_property_and_compares_no_count_that_it_does_not_give() {
        Expectation expectation = expectation("\"result\":\"safety failure\",\"plumb\":{\"property\":\"Consistent\"}");
        assertThat(expectation.inWords()).isEqualTo("violates Consistent");
        assertThat(expectation.differences(result(CONSISTENT))).isEmpty();
        assertThat(expectation.differences(result(new Outcome.Violates("TypeOK", PropertyKind.INVARIANT))))
                .containsExactly("expected violates Consistent, but it violates TypeOK");
        assertThat(expectation.differences(result(new Outcome.Holds())))
                .containsExactly("expected violates Consistent, but everything holds");
    }

    @ParameterizedTest
    @CsvSource({
        "safety failure, INVARIANT, true", "safety failure, ASSERTION, true", "safety failure, ACTION_PROPERTY, true",
        "safety failure, TEMPORAL, false", "liveness failure, TEMPORAL, true", "liveness failure, INVARIANT, false",
        "assumption failure, ASSUMPTION, true", "success, INVARIANT, false", "unknown, INVARIANT, true",
        "sucess, INVARIANT, false",
    })
    void tells_kinds_of_failure_apart(String expected, PropertyKind kind, boolean fits) {
        Expectation expectation = expectation("\"result\":\"" + expected + "\"");
        assertThat(expectation
                        .differences(result(new Outcome.Violates("P", kind)))
                        .isEmpty())
                .isEqualTo(fits);
    }

    @Test
    void expects_a_deadlock() {
        Expectation expectation = expectation("\"result\":\"deadlock failure\"");
        assertThat(expectation.differences(result(new Outcome.Deadlocks()))).isEmpty();
        assertThat(expectation.differences(result(CONSISTENT))).hasSize(1);
    }

    @Test
    void misses_the_counts_of_a_run_that_has_none_only_if_the_outcome_is_as_expected() {
        Expectation expectation = expectation("\"result\":\"success\",\"distinctStates\":10");
        Outcome vacuous = new Outcome.Vacuous("no invariant");
        assertThat(expectation.differences(result(vacuous, Optional.empty())))
                .containsExactly("expected success, but nothing was checked: no invariant");
        assertThat(expectation.differences(result(new Outcome.Holds(), Optional.empty())))
                .containsExactly("distinct states: expected 10, found none");
    }
}
