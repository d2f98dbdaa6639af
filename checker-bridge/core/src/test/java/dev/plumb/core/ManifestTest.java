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
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestTest {
    private static final Outcome CONSISTENT = new Outcome.Violates("Consistent", PropertyKind.INVARIANT);

    @TempDir
    Path folder;

    private Manifest manifest(String json) {
        new Fixture(folder)
                .module("M", "VARIABLE x")
                .config("M", "INIT Init")
                .module("sub/MC", "VARIABLE x")
                .config("sub/MC", "INIT Init")
                .file("manifest.json", json);
        return Manifest.of(folder);
    }

    private Expectation expectation(String model) {
        String json =
                "{\"path\":\"specifications/x\",\"modules\":[{\"path\":\"specifications/x/M.tla\",\"features\":[],"
                        + "\"models\":[\n{\"path\":\"specifications/x/M.cfg\",\n\"runtime\":\"00:00:01\",\n" + model
                        + "}]}]}";
        Manifest.Entry entry = manifest(json).entries().get("M.cfg");
        assertThat(entry.module()).isEqualTo("M.tla");
        return entry.expectation();
    }

    private Problem rejected(String model) {
        return catchThrowableOfType(Problem.class, () -> expectation(model));
    }

    private List<String> texts(Expectation expectation, ModelCheckResult actual) {
        return expectation.differences(actual).stream()
                .map(difference -> difference.text().replace(folder + "/", ""))
                .toList();
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
                + "\"stateDepth\":5,\n\"plumb\":{\"tier\":\"nightly\",\"mustFire\":[\"Send\",\"Lose\",\"Crash\"]}");
        assertThat(expectation.tier()).isEqualTo("nightly");
        assertThat(texts(expectation, result(new Outcome.Holds())))
                .containsExactly(
                        "distinct states: expected 11, found 10 (manifest.json:4)",
                        "generated states: expected 31, found 30 (manifest.json:4)",
                        "depth: expected 5, found 4 (manifest.json:4)",
                        "action Lose: expected taken, found never taken (manifest.json:5)",
                        "action Crash: expected taken, found never taken (manifest.json:5)");
    }

    @Test
    void expects_a_violation_of_this_property_and_compares_no_count_that_it_does_not_give() {
        Expectation expectation = expectation("\"result\":\"safety failure\",\"plumb\":{\"property\":\"Consistent\"}");
        assertThat(expectation.inWords()).isEqualTo("violates Consistent");
        assertThat(expectation.differences(result(CONSISTENT))).isEmpty();
        assertThat(texts(expectation, result(new Outcome.Violates("TypeOK", PropertyKind.INVARIANT))))
                .containsExactly("outcome: expected violates Consistent, found violates TypeOK (manifest.json:4)");
        assertThat(texts(expectation, result(new Outcome.Holds())))
                .containsExactly("outcome: expected violates Consistent, found success (manifest.json:4)");
    }

    @ParameterizedTest
    @CsvSource({
        "safety failure, INVARIANT, true", "safety failure, ASSERTION, true", "safety failure, ACTION_PROPERTY, true",
        "safety failure, TEMPORAL, false", "liveness failure, TEMPORAL, true", "liveness failure, INVARIANT, false",
        "assumption failure, ASSUMPTION, true", "success, INVARIANT, false", "unknown, INVARIANT, true",
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
        assertThat(texts(expectation, result(vacuous, Optional.empty())))
                .containsExactly(
                        "outcome: expected success, found nothing was checked: no invariant (manifest.json:4)");
        assertThat(texts(expectation, result(new Outcome.Holds(), Optional.empty())))
                .containsExactly("distinct states: expected 10, found none (manifest.json:4)");
    }

    @ParameterizedTest(name = "{0}: 10 states are {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"min\":10,\"max\":10} |",
                "{\"min\":9}             |",
                "{\"max\":11}            |",
                "10                      |",
                "{\"min\":11}            | at least 11",
                "{\"max\":9}             | at most 9",
                "{\"min\":11,\"max\":20} | 11 to 20",
                "9                       | 9",
            })
    void compares_a_count_with_a_band(String band, String differs) {
        Expectation expectation = expectation("\"plumb\":{\"distinctStates\":" + band + "}");
        assertThat(texts(expectation, result(new Outcome.Holds())))
                .isEqualTo(
                        differs == null
                                ? List.of()
                                : List.of("distinct states: expected " + differs + ", found 10 (manifest.json:4)"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"plumb\":{\"tire\":\"pr\"}               | C90 | a key tire            | Did you mean tier?",
                "\"plumb\":{\"mustfire\":[]}               | C90 | a key mustfire        | Did you mean mustFire?",
                "\"distinctState\":3                       | C90 | a key distinctState   | Did you mean distinctStates?",
                "\"plumb\":{\"budget\":{\"tme\":\"x\"}}      | C90 | a key tme             | Did you mean time?",
                "\"distinctStates\":\"3\"                    | C91 | must be a number      |",
                "\"distinctStates\":3.5                    | C91 | must be a number      |",
                "\"distinctStates\":-3                     | C91 | 0 or more             |",
                "\"plumb\":[]                              | C91 | must be an object     |",
                "\"plumb\":{\"mustFire\":\"Send\"}           | C91 | must be an array      |",
                "\"plumb\":{\"mustFire\":[1]}              | C91 | an array of strings   |",
                "\"plumb\":{\"property\":true}             | C91 | must be a string      |",
                "\"plumb\":{\"totalStates\":{}}            | C91 | or a band             |",
                "\"plumb\":{\"totalStates\":{\"mn\":1}}     | C91 | or a band             |",
                "\"plumb\":{\"totalStates\":{\"min\":2,\"max\":1}} | C91 | or a band        |",
                "\"plumb\":{\"budget\":{\"time\":\"10 min\"}} | C91 | a time like           |",
                "\"plumb\":{\"budget\":{\"memory\":\"2 GB\"}} | C91 | a size like           |",
                "\"result\":\"sucess\"                       | C92 | cannot be \"sucess\"  | Did you mean success?",
                "\"mode\":\"exhaustive\"                     | C92 | cannot be \"exhaust   |",
                "\"plumb\":{\"tier\":\"night\"}              | C92 | cannot be \"night\"   | Did you mean nightly?",
                "\"plumb\":{\"traceEndsIn\":\"laso\"}        | C92 | cannot be \"laso\"    | Did you mean lasso?",
                "\"stateDepth\":3,\"plumb\":{\"stateDepth\":3} | C94 | stateDepth twice     |",
            })
    void that_says_what_cannot_be_meant_is_refused(String model, String code, String what, String next) {
        Problem problem = rejected(model);
        assertThat(problem.text())
                .startsWith("PLUMB-" + code + " " + folder.resolve("manifest.json") + ":4: ")
                .contains(what)
                .contains(next == null ? "" : next);
    }

    @Test
    void lets_others_have_keys_of_their_own_but_for_those_of_plumb() {
        Expectation expectation = expectation("\"note\":1,\"owner\":{\"a\":[null,true]},\"result\":\"unknown\"");
        assertThat(expectation.inWords()).isEqualTo("unknown");
    }

    @Test
    void that_has_a_key_twice_or_goes_on_behind_its_end_is_refused() {
        assertThat(rejected("\"result\":\"success\",\n\"result\":\"unknown\"").text())
                .contains("manifest.json:5: Cannot read the manifest: Duplicate");
        assertThat(catchThrowableOfType(Problem.class, () -> manifest("{}\n{}")).text())
                .contains("manifest.json:2: Cannot read the manifest: something follows its end.");
    }

    @Test
    void names_a_file_that_is_not_there() {
        String json = "{\"modules\":[{\"path\":\"%s\",\n\"models\":[{\"path\":\"%s\"}]}]}";
        assertThat(catchThrowableOfType(Problem.class, () -> manifest(json.formatted("M.tla", "x/N.cfg")))
                        .text())
                .contains("PLUMB-C93", "manifest.json:2: The manifest names x/N.cfg", "Did you mean M.cfg?");
        assertThat(catchThrowableOfType(Problem.class, () -> manifest(json.formatted("N.tla", "M.cfg")))
                        .text())
                .contains("PLUMB-C93", "manifest.json:1: The manifest names N.tla", "Did you mean M.tla?");
    }

    @Test
    void of_something_else_or_with_a_byte_order_mark_is_fine() {
        assertThat(manifest("{\"name\":\"an app\",\"icons\":[]}").entries()).isEmpty();
        String json = "\uFEFF{\"modules\":[{\"path\":\"M.tla\",\"models\":[{\"path\":\"M.cfg\"}]}]}";
        assertThat(manifest(json).entries()).containsOnlyKeys("M.cfg");
    }

    @Test
    void speaks_for_models_in_folders_below() {
        manifest("{\"modules\":[{\"path\":\"x/sub/MC.tla\",\"models\":[{\"path\":\"x/sub/MC.cfg\"}]}]}");
        assertThat(Manifest.over(folder.resolve("sub/MC.cfg")).entry(folder.resolve("sub/MC.cfg")))
                .map(Manifest.Entry::module)
                .hasValue("sub/MC.tla");
        assertThat(Manifest.over(folder.resolve("M.cfg")).entry(folder.resolve("M.cfg")))
                .isEmpty();
    }

    @Test
    void has_a_budget() {
        Budget budget = expectation("\"plumb\":{\"budget\":{\"time\":\"01:02:03\",\"states\":5000,\"memory\":\"2g\"}}")
                .budget();
        assertThat(budget.time()).hasValue(Duration.ofSeconds(3723));
        assertThat(budget.states()).hasValue(5000);
        assertThat(budget.memory()).hasValue("2g");
    }

    private static Behaviour.Step step(int number) {
        return new Behaviour.Step(
                number, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), new TreeMap<>(), false);
    }

    @ParameterizedTest
    @CsvSource({"3, 3, stutter", "3, 1, lasso", "3, , ''"})
    void compares_the_counterexample(int length, Integer loopsTo, String end) {
        List<Behaviour.Step> steps =
                IntStream.rangeClosed(1, length).mapToObj(ManifestTest::step).toList();
        OptionalInt loop = loopsTo == null ? OptionalInt.empty() : OptionalInt.of(loopsTo);
        Behaviour behaviour = new Behaviour(List.of(), "", steps, List.of(), loop);
        ModelCheckResult actual = new ModelCheckResult(
                "M",
                "M.cfg",
                CONSISTENT,
                List.of(),
                Optional.empty(),
                Optional.of(behaviour),
                List.of(),
                List.of(),
                Optional.empty(),
                "",
                Duration.ZERO);
        String safety = "\"result\":\"safety failure\",\"plumb\":{\"traceLength\":";
        for (String expected : List.of("stutter", "lasso", "deadlock")) {
            assertThat(texts(expectation(safety + length + ",\"traceEndsIn\":\"" + expected + "\"}"), actual))
                    .hasSize(expected.equals(end) ? 0 : 1);
        }
        assertThat(texts(expectation(safety + "{\"max\":2}}"), actual))
                .containsExactly("length of the trace: expected at most 2, found 3 (manifest.json:4)");
    }
}
