package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.Outcome.Violates;
import dev.plumb.core.tlc.Statistics;
import dev.plumb.traces.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestUpdateTest {
    private static final Outcome HOLDS = new Outcome.Holds();
    private static final Outcome VIOLATES = new Violates("Small", PropertyKind.INVARIANT);
    private static final String OF_EXAMPLES = """
            {
              "sources": [],
              "authors": ["M.  E."],
              "modules": [
                {
                  "path": "specifications/tank/Tank.tla",
                  "features": [ ],
                  "models": [
                    {
                      "path": "specifications/tank/Tank.cfg",
                      "runtime": "unknown",
                      "note" : [1,  2],
                      "result": "success",
                      "totalStates": 9, "stateDepth": 4,
                      "plumb": {
                        "tier": "nightly"
                      }
                    }
                  ]
                }
              ]
            }
            """;

    @TempDir
    Path folder;

    private Fixture tank;

    @BeforeEach
    void write_a_tank() {
        tank = new Fixture(folder)
                .module("Tank", "VARIABLE x")
                .config("Tank", "SPECIFICATION Spec", "INVARIANT Small")
                .config("Tank_Full", "SPECIFICATION Spec")
                .config("Tank_View", "SPECIFICATION Spec", "VIEW x");
    }

    private ManifestUpdate update(String config, Outcome outcome, boolean oneWorker) {
        Statistics statistics = new Statistics(9, 5, outcome.equals(HOLDS) ? 0 : 1, 4);
        ModelCheckResult result = new ModelCheckResult(
                "Tank",
                config + ".cfg",
                outcome,
                List.of("Small"),
                Optional.of(statistics),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                "",
                Duration.ofMillis(61_001));
        ManifestUpdate update = new ManifestUpdate(tank.model(config), result, oneWorker);
        update.write();
        return update;
    }

    private ManifestUpdate update(Outcome outcome) {
        return update("Tank", outcome, true);
    }

    private static List<String> changes(ManifestUpdate update) {
        return update.changes().stream().map(ManifestUpdate.Change::text).toList();
    }

    private String manifest() {
        return LocatedJson.text(folder.resolve("manifest.json"));
    }

    @Test
    void writes_a_manifest_where_there_is_none_and_then_no_more() {
        assertThat(changes(update(VIOLATES)))
                .containsExactly("path: Tank.cfg (new)", "result: safety failure (new)", "property: Small (new)");
        assertThat(changes(update("Tank_Full", HOLDS, true)))
                .containsExactly(
                        "path: Tank_Full.cfg (new)",
                        "result: success (new)",
                        "distinctStates: 5 (new)",
                        "totalStates: 9 (new)",
                        "stateDepth: 4 (new)");
        String once = manifest();
        assertThat(once).isEqualTo("""
                        {
                          "sources": [],
                          "authors": [],
                          "tags": [],
                          "modules": [
                            {
                              "path": "Tank.tla",
                              "features": [],
                              "models": [
                                {
                                  "path": "Tank.cfg",
                                  "runtime": "00:01:02",
                                  "mode": "exhaustive search",
                                  "result": "safety failure",
                                  "plumb": {"property": "Small"}
                                },
                                {
                                  "path": "Tank_Full.cfg",
                                  "runtime": "00:01:02",
                                  "mode": "exhaustive search",
                                  "result": "success",
                                  "distinctStates": 5,
                                  "totalStates": 9,
                                  "stateDepth": 4
                                }
                              ]
                            }
                          ]
                        }
                        """);
        assertThat(changes(update(VIOLATES))).isEmpty();
        assertThat(manifest()).isEqualTo(once);
        assertThat(update(VIOLATES).leftAlone()).containsExactly("runtime", "mode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void changes_nothing_but_what_is_different(String line) {
        tank.file("manifest.json", OF_EXAMPLES.replace("\n", line));
        ManifestUpdate update = update(HOLDS);
        assertThat(changes(update)).containsExactly("distinctStates: 5 (new)");
        assertThat(update.leftAlone()).containsExactly("runtime", "note", "tier");
        String added = "\"result\": \"success\",\n          \"distinctStates\": 5,";
        assertThat(manifest())
                .isEqualTo(
                        OF_EXAMPLES.replace("\"result\": \"success\",", added).replace("\n", line));
    }

    @Test
    void names_what_is_violated_and_forgets_counts_that_depend_on_the_workers_from_then_on() {
        tank.file("manifest.json", OF_EXAMPLES.replace("\"stateDepth\": 4", "\"stateDepth\": 7"));
        ManifestUpdate update = update(VIOLATES);
        assertThat(update.turns()).isTrue();
        assertThat(changes(update))
                .containsExactly(
                        "result: safety failure, was success", "stateDepth: removed, was 7", "property: Small (new)");
        assertThat(manifest())
                .isEqualTo(OF_EXAMPLES
                        .replace("\"success\"", "\"safety failure\"")
                        .replace(", \"stateDepth\": 4", "")
                        .replace(
                                "\"tier\": \"nightly\"",
                                "\"tier\": \"nightly\",\n            \"property\": \"Small\""));
        assertThat(update.differences()).isEmpty();
        assertThat(update(HOLDS).turns()).isTrue();
        assertThat(manifest()).doesNotContain("property").contains("\"success\"");
        assertThat(update(HOLDS).turns()).isFalse();
    }

    @Test
    void takes_what_is_empty_then_away_with_the_property() {
        update(VIOLATES);
        assertThat(changes(update(new Outcome.Deadlocks())))
                .containsExactly("result: deadlock failure, was safety failure", "property: removed, was Small");
        assertThat(manifest()).doesNotContain("plumb").contains("\"result\": \"deadlock failure\"\n");
    }

    @Test
    void does_not_name_what_TLC_does_not() {
        Outcome outcome = new Violates("one of Small, Large", PropertyKind.TEMPORAL);
        assertThat(changes(update(outcome))).containsExactly("path: Tank.cfg (new)", "result: liveness failure (new)");
    }

    @Test
    void takes_no_depth_of_several_workers_and_no_counts_under_a_view() {
        assertThat(changes(update("Tank_Full", HOLDS, false)))
                .containsExactly(
                        "path: Tank_Full.cfg (new)",
                        "result: success (new)",
                        "distinctStates: 5 (new)",
                        "totalStates: 9 (new)");
        assertThat(changes(update("Tank_View", HOLDS, true)))
                .containsExactly("path: Tank_View.cfg (new)", "result: success (new)");
    }

    @Test
    void leaves_a_band_alone_and_says_what_differs_even_so() {
        String band = "{\"min\": 6, \"max\": 9}";
        tank.file(
                "manifest.json",
                OF_EXAMPLES.replace("\"tier\"", "\"distinctStates\": " + band + ", \"mustFire\": [\"Up\"], \"tier\""));
        ManifestUpdate update = update(HOLDS);
        assertThat(changes(update)).isEmpty();
        assertThat(update.leftAlone()).contains("distinctStates", "mustFire");
        assertThat(update.differences()).extracting(Difference::what).containsExactly("distinct states", "action Up");
    }

    @Test
    void names_files_as_the_others_are_named() {
        tank.file("manifest.json", OF_EXAMPLES);
        update("Tank_Full", HOLDS, true);
        assertThat(manifest())
                .contains("        },\n        {\n          \"path\": \"specifications/tank/Tank_Full.cfg\",\n");
        tank.module("Other", "VARIABLE x").config("Other", "INIT Init");
        update("Other", HOLDS, true);
        assertThat(manifest())
                .contains("    },\n    {\n      \"path\": \"specifications/tank/Other.tla\",\n")
                .contains("          \"path\": \"specifications/tank/Other.cfg\",\n");
    }

    @Test
    void writes_in_one_line_where_all_is_in_one_line() {
        tank.file("manifest.json", "{\"modules\":[{\"path\":\"Tank.tla\",\"models\":[{\"path\":\"Tank_Full.cfg\"}]}]}");
        update(VIOLATES);
        assertThat(manifest())
                .isEqualTo("{\"modules\":[{\"path\":\"Tank.tla\",\"models\":[{\"path\":\"Tank_Full.cfg\"},"
                        + "{\"path\": \"Tank.cfg\", \"runtime\": \"00:01:02\", \"mode\": \"exhaustive search\","
                        + " \"result\": \"safety failure\", \"plumb\": {\"property\": \"Small\"}}]}]}");
    }

    @Test
    void finds_the_place_in_a_long_manifest_too() {
        String filler = "\"x".repeat(1) + "é".repeat(40_000) + "\"";
        tank.file("manifest.json", OF_EXAMPLES.replace("\"M.  E.\"", filler));
        update(HOLDS);
        assertThat(manifest())
                .isEqualTo(OF_EXAMPLES
                        .replace("\"M.  E.\"", filler)
                        .replace("\"success\",", "\"success\",\n          \"distinctStates\": 5,"));
    }

    @Test
    void is_not_for_checks_that_say_nothing() {
        for (Outcome outcome : List.of(new Outcome.Incomplete("time"), new Outcome.Vacuous("no invariant"))) {
            ModelCheckResult result = new ModelCheckResult(
                    "Tank",
                    "Tank.cfg",
                    outcome,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    "",
                    Duration.ZERO);
            assertThat(ManifestUpdate.isPossible(result)).isFalse();
        }
    }

    @Test
    void leaves_nothing_but_the_manifest_and_says_why_it_cannot_be_written() throws IOException {
        update(HOLDS);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.contains("manifest")))
                    .containsExactly("manifest.json");
        }
        String before = manifest();
        tank.file(".manifest.json." + ProcessHandle.current().pid() + "/in-the-way", "");
        Problem problem = catchThrowableOfType(Problem.class, () -> update(VIOLATES));
        assertThat(problem.text()).startsWith("PLUMB-C95 Cannot write " + folder.resolve("manifest.json"));
        assertThat(manifest()).isEqualTo(before);
    }

    @Test
    void writes_through_a_link() throws IOException {
        tank.file("elsewhere/expected.json", "{}");
        Files.createSymbolicLink(folder.resolve("manifest.json"), Path.of("elsewhere/expected.json"));
        update(HOLDS);
        assertThat(folder.resolve("manifest.json")).isSymbolicLink();
        assertThat(manifest()).contains("\"distinctStates\": 5");
    }
}
