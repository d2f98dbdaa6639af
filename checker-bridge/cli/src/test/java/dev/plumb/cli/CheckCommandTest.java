package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {
    @TempDir(factory = FixedFolder.class)
    Path folder;

    @ParameterizedTest(name = "{0}: exit code {1}")
    @CsvSource({
        "tank/Tank.cfg,                0, check-holds",
        "tank/Tank_Full.cfg,          12, check-violates",
        "tank/Tank_Stuck.cfg,         11, check-deadlocks",
        "tank/Tank_Lazy.cfg,          13, check-violates-liveness",
        "tank/Tank_Vacuous.cfg,        4, check-nothing",
        "tank/Tank_Unknown.cfg,      151, check-unknown-invariant",
        "tank/Tank_Misspelt.cfg,     151, check-misspelt-keyword",
        "broken/Homeless.tla,        150, check-missing-module",
        "tank/Tonk.tla,                3, check-no-such-file",
        "tank/Tank_Ful.cfg,            3, check-no-such-model",
        "unparsed/.,                   3, check-no-models",
        "TwoPhas,                      3, check-no-such-name",
    })
    void each_outcome_has_its_exit_code_and_is_told_in_words(String spec, int exitCode, String golden)
            throws IOException {
        Plumb run = Plumb.run(folder, "check", spec.matches("\\w+") ? spec : Plumb.fixture(spec), "--workers", "1");
        assertThat(run.exitCode()).isEqualTo(exitCode);
        Golden.check(golden, run.transcript());
    }

    @Test
    void expressions_are_shown_in_each_state_and_reproduced() throws IOException {
        Plumb run = Plumb.run(
                folder,
                "check",
                Plumb.fixture("tank/Tank_Full.cfg"),
                "--workers",
                "1",
                "--expr",
                "Capacity - level",
                "--expr",
                "level' - level");
        assertThat(run.exitCode()).isEqualTo(12);
        Golden.check("check-expressions", run.transcript());
    }

    @Test
    void an_expression_that_does_not_parse_is_told_before_anything_is_checked() {
        Plumb run = Plumb.run(folder, "check", Plumb.fixture("tank/Tank.cfg"), "--expr", "level +");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("PLUMB-C80", "\n    level +\n           ^\n");
    }

    @Test
    void a_spec_that_does_not_parse_is_told_with_the_place() {
        Plumb run = Plumb.run(folder, "check", Plumb.fixture("broken/Unfinished.tla"));
        assertThat(run.exitCode()).isEqualTo(150);
        // The path is that of the checkout, and where a line is wrapped depends on its length.
        String unwrapped = run.out().replaceAll("\\s+", "");
        assertThat(unwrapped).startsWith("SPECERRORPLUMB-S01").contains("broken/Unfinished.tla:5:1:", "5|====", "|^");
    }

    @Test
    void a_violation_that_the_manifest_expects_is_no_failure() throws IOException {
        Plumb run = Plumb.run(
                folder, "check", tank("Tank_Full", "safety failure", "pr").toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("VIOLATED").contains("\n  as expected: safety failure\n");
    }

    @Test
    void a_model_that_holds_where_a_violation_is_expected_differs() throws IOException {
        Path models = tank("Tank", "safety failure", "pr");
        Plumb run = Plumb.run(folder, "check", models.toString());
        assertThat(run.exitCode()).isEqualTo(5);
        Golden.check("check-differs-from-manifest", run.transcript());
    }

    @Test
    void a_violation_where_none_is_expected_keeps_the_exit_code_of_its_kind() throws IOException {
        Plumb run =
                Plumb.run(folder, "check", tank("Tank_Full", "success", "pr").toString());
        assertThat(run.exitCode()).isEqualTo(12);
        assertThat(run.out()).contains("not as expected:\n    outcome: expected success, found violates NeverFull (");
    }

    @Test
    void slow_models_of_a_folder_wait_for_the_night() throws IOException {
        Path models = tank("Tank_Full", "safety failure", "nightly");
        Files.copy(Plumb.FIXTURES.resolve("tank/Tank.cfg"), models.resolve("Tank.cfg"));
        Plumb run = Plumb.run(folder, "check", models.toString(), "--workers", "1");
        assertThat(run.exitCode()).isZero();
        Golden.check("check-folder", run.transcript());
        assertThat(folder.resolve("Tank_Full")).doesNotExist();

        Plumb night = Plumb.run(folder, "check", models.toString(), "--tier", "nightly");
        assertThat(night.exitCode()).isZero();
        assertThat(night.out()).endsWith("2 models: 2 as expected\n");
    }

    @ParameterizedTest(name = "{1}: {0} {2}")
    @CsvSource({
        "--states 9 --constant Capacity=9000000, 20, INCOMPLETE",
        "--time 1s --constant Capacity=9000000,  20, INCOMPLETE",
        "--simulate 20 --depth 5,  0, SAMPLED",
        "--depth-first 2,         20, INCOMPLETE",
        "--depth-first 50,         0, HOLDS",
        "--workers 2,              0, HOLDS",
        "--coverage off --strict,  0, HOLDS",
        "--sweep Capacity=2..3,    0, HOLDS",
        "--constant Capacity=7,        0, HOLDS",
    })
    void says_how_much_was_looked_at(String options, int exitCode, String word) {
        List<String> arguments = new ArrayList<>(List.of("check", Plumb.fixture("tank/Tank.cfg")));
        arguments.addAll(List.of(options.split(" ")));
        Plumb run = Plumb.run(folder, arguments.toArray(new String[0]));
        assertThat(run.exitCode()).as(run.transcript()).isEqualTo(exitCode);
        assertThat(run.out()).startsWith(word);
    }

    @Test
    void a_sweep_checks_each_value_and_says_which_one_it_was() {
        Plumb run = Plumb.run(folder, "check", Plumb.fixture("tank/Tank.cfg"), "--sweep", "Capacity=2,3");
        assertThat(run.out())
                .contains("Tank (Tank.cfg with Capacity = 2)", "Tank (Tank.cfg with Capacity = 3)")
                .endsWith("2 models: 2 as expected\n");
        assertThat(folder.resolve("Tank_with_Capacity___3/result.json")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--constant Capacty=3", "--constant Capacity=1+1", "--resume"})
    void what_does_not_fit_the_model_is_said(String options) {
        List<String> arguments = new ArrayList<>(List.of("check", Plumb.fixture("tank/Tank.cfg")));
        arguments.addAll(List.of(options.split(" ")));
        Plumb run = Plumb.run(folder, arguments.toArray(new String[0]));
        assertThat(run.exitCode()).as(run.transcript()).isIn(3, 151);
        assertThat(run.out()).contains("PLUMB-");
    }

    @Test
    void a_folder_of_slow_models_only_checks_nothing_by_day() throws IOException {
        Path models = tank("Tank_Full", "safety failure", "nightly");
        Files.writeString(
                models.resolve("manifest.json"),
                Files.readString(models.resolve("manifest.json"))
                        .replace("\"models\": [", "\"models\": [" + entry("Tank_Stuck", "success", "nightly") + ","));
        Files.copy(Plumb.FIXTURES.resolve("tank/Tank_Stuck.cfg"), models.resolve("Tank_Stuck.cfg"));
        Plumb run = Plumb.run(folder, "check", models.toString());
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).startsWith("PLUMB-U04 Every model in " + models + " is for --tier nightly");
    }

    @Test
    void a_predicate_that_must_be_reachable_and_is_not_differs() throws IOException {
        Path models = tank("Tank", "success", "pr");
        String manifest = Files.readString(models.resolve("manifest.json"));
        Files.writeString(
                models.resolve("manifest.json"),
                manifest.replace("\"tier\"", "\n\"reachable\": [\"level = 3\", \"level = 4\"], \"tier\""));
        Plumb run = Plumb.run(folder, "check", models.toString(), "--workers", "1");
        assertThat(run.exitCode()).isEqualTo(5);
        Golden.check("check-not-reachable", run.transcript());
    }

    @Test
    void a_misspelt_manifest_is_refused() throws IOException {
        Path models = tank("Tank", "sucess", "pr");
        Plumb run = Plumb.run(folder, "check", models.toString());
        assertThat(run.exitCode()).isEqualTo(3);
        Golden.check("check-misspelt-manifest", run.transcript());
    }

    @Test
    void a_module_without_a_cfg_is_checked_for_deadlocks() throws IOException {
        String module =
                "---- MODULE Switch ----\nEXTENDS Naturals\nVARIABLE x\nInit == x = 0\nNext == x' = 1 - x\n====\n";
        Path file = Files.writeString(folder.resolve("Switch.tla"), module);
        Plumb run = Plumb.run(folder, "check", file.toString());
        assertThat(run.exitCode()).isZero();
        Golden.check("check-without-cfg", run.transcript());
    }

    @Test
    void models_of_one_name_in_folders_below_are_told_apart_and_those_for_other_tools_skipped() throws IOException {
        Path models = tank("Tank", "success", "pr");
        String module = Files.readString(models.resolve("Tank.tla"));
        StringBuilder modules = new StringBuilder();
        for (String below : List.of("Full", "Lazy")) {
            Path toolbox = Files.createDirectory(models.resolve(below));
            Files.writeString(toolbox.resolve("Tank.tla"), module);
            Files.copy(Plumb.FIXTURES.resolve("tank/Tank_" + below + ".cfg"), toolbox.resolve("Tank.cfg"));
            modules.append(
                    "{\"path\": \"" + below + "/Tank.tla\", \"models\": [{\"path\": \"" + below + "/Tank.cfg\"}]},");
        }
        Files.writeString(
                models.resolve("manifest.json"),
                Files.readString(models.resolve("manifest.json"))
                        .replace("\"modules\": [", "\"modules\": [" + modules)
                        .replace("\"result\": \"success\"", "\"mode\": \"symbolic\""));
        Plumb run = Plumb.run(folder, "check", models.toString());
        assertThat(run.exitCode()).isEqualTo(12);
        assertThat(run.out())
                .contains("skipped Tank.cfg, which is for a symbolic model checker\n")
                .endsWith("3 models: 0 as expected, 2 not (Full/Tank.cfg, Lazy/Tank.cfg), 1 skipped\n");
        assertThat(folder.resolve("Full_Tank/result.json")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--simulate=20", "--depth-first=20"})
    void another_way_to_look_has_the_outcome_in_common_with_the_manifest_and_no_counts(String way) throws IOException {
        Path holds = tank("Tank", "success", "pr");
        Path manifest = holds.resolve("manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace("\"result\":", "\"totalStates\": 1, \"stateDepth\": 77, \"result\":"));
        Plumb same = Plumb.run(folder, "check", holds.toString(), way);
        assertThat(same.out()).contains("as expected: success");
        assertThat(same.exitCode()).isZero();
        assertThat(Plumb.run(folder, "check", holds.toString()).exitCode()).isEqualTo(5);
        Files.writeString(manifest, Files.readString(manifest).replace("success", "deadlock failure"));
        assertThat(Plumb.run(folder, "check", holds.toString(), way).exitCode()).isEqualTo(5);
    }

    @Test
    void the_manifest_says_that_random_behaviours_are_looked_at_and_what_a_check_may_cost() throws IOException {
        Path models = tank("Tank", "success", "pr");
        Path manifest = models.resolve("manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replace("\"result\":", "\"mode\": \"simulate\", \"result\":"));
        Plumb sampled = Plumb.run(folder, "check", models.toString());
        assertThat(sampled.exitCode()).isZero();
        assertThat(sampled.out()).startsWith("SAMPLED").contains("as expected: success");
        Files.writeString(manifest, text.replace("\"result\":", "\"workers\": 1, \"result\":"));
        assertThat(Plumb.run(folder, "check", models.toString()).exitCode()).isZero();
        assertThat(folder.resolve("Tank/tlc.out")).content().contains("with 1 worker on");
        Files.writeString(
                manifest, text.replace("\"tier\"", "\"budget\": {\"states\": 1000, \"memory\": \"200m\"}, \"tier\""));
        Files.writeString(
                models.resolve("Tank.cfg"), "SPECIFICATION Spec CONSTANT Capacity = 9000000 INVARIANT TypeOK");
        Plumb limited = Plumb.run(folder, "check", models.toString());
        assertThat(limited.exitCode()).isEqualTo(20);
        assertThat(folder.resolve("Tank/tlc.out")).content().containsPattern("(1[89]\\d|200)MB heap");
    }

    @Test
    void a_check_that_comes_to_a_limit_is_incomplete_and_says_nothing_of_counts() throws IOException {
        Path holds = tank("Tank", "success", "pr");
        Plumb run =
                Plumb.run(folder, "check", holds.toString(), "--constant", "Capacity=1000000000", "--states", "1000");
        assertThat(run.exitCode()).isEqualTo(20);
        assertThat(run.out()).contains("INCOMPLETE", "1,000 states");
    }

    /** The first check has no end that it could come to before its checkpoint is written, and the second has. */
    @Test
    void a_check_that_came_to_a_limit_goes_on_from_its_checkpoint() throws IOException {
        Path module = Plumb.FIXTURES.resolve("endless/Endless.tla");
        Files.copy(module, folder.resolve("Endless.tla"));
        Path model = folder.resolve("Endless.cfg");
        Files.writeString(model, "INIT Init NEXT Next INVARIANT TypeOK");
        Plumb begun = Plumb.run(folder, "check", model.toString(), "--states", "1000", "--checkpoint");
        assertThat(begun.exitCode()).isEqualTo(20);
        Files.writeString(model, "INIT Init NEXT Next INVARIANT TypeOK CONSTRAINT Near");
        Plumb ended = Plumb.run(folder, "check", model.toString(), "--resume");
        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.out()).startsWith("HOLDS");
        assertThat(folder.resolve("Endless/tlc.out")).content().containsPattern("Recovery completed. [1-9]\\d+ states");
    }

    /** TLC 2.18 cannot write a state beyond the 32,767th of a behaviour. */
    @Test
    void a_checkpoint_that_cannot_be_written_is_no_mere_limit() {
        String endless = Plumb.fixture("tank/Tank.cfg");
        Plumb run = Plumb.run(
                folder, "check", endless, "--constant", "Capacity=1000000000", "--states", "70000", "--checkpoint");
        assertThat(run.exitCode()).isEqualTo(75);
        assertThat(run.out()).startsWith("SPEC ERROR").contains("65536 or more states");
    }

    @Test
    void json_is_a_line_a_result_and_nothing_else() throws IOException {
        Path models = tank("Tank_Full", "safety failure", "pr");
        for (String name : List.of("Tank", "Tank_Unknown")) {
            Files.copy(Plumb.FIXTURES.resolve("tank/" + name + ".cfg"), models.resolve(name + ".cfg"));
        }
        Plumb run = Plumb.run(folder, "check", models.toString(), "--json");
        assertThat(run.exitCode()).isEqualTo(151);
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(3);
        for (String line : lines) {
            JsonNode result = new ObjectMapper().readTree(line);
            assertThat(result.path("check").asText()).isEqualTo("model");
            assertThat(result.path("expected").asBoolean())
                    .isEqualTo(!result.path("config").asText().equals("Tank_Unknown.cfg"));
            assertThat(result.path("outcome").path("kind").asText())
                    .isEqualTo(
                            switch (result.path("config").asText()) {
                                case "Tank_Full.cfg" -> "Violates";
                                case "Tank.cfg" -> "Holds";
                                default -> "SpecError";
                            });
        }
    }

    @Test
    void a_skipped_model_is_no_line_of_json() throws IOException {
        Path models = tank("Tank_Full", "safety failure", "nightly");
        Files.copy(Plumb.FIXTURES.resolve("tank/Tank.cfg"), models.resolve("Tank.cfg"));
        Plumb run = Plumb.run(folder, "check", models.toString(), "--json");
        assertThat(run.out().lines()).hasSize(1).allMatch(line -> line.contains("\"Holds\""));
    }

    @Test
    void a_jar_that_is_not_tlc_is_refused_before_anything_is_checked() throws IOException {
        Path jar = Files.writeString(folder.resolve("tla2tools.jar"), "no jar");
        Plumb noJar = Plumb.run(folder, "check", Plumb.fixture("tank"), "--tla2tools", jar.toString());
        assertThat(noJar.exitCode()).isEqualTo(3);
        assertThat(noJar.err()).startsWith("PLUMB-K03 " + jar + " is not TLC: it is no jar");

        Plumb nothing = Plumb.run(folder, "check", Plumb.fixture("tank"), "--tla2tools", "nowhere.jar");
        assertThat(nothing.exitCode()).isEqualTo(3);
        assertThat(nothing.err()).startsWith("PLUMB-K02 There is no file nowhere.jar.");
        assertThat(nothing.out()).isEmpty();
    }

    @Test
    void a_report_folder_that_cannot_be_made_is_the_users_mistake() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Plumb run = Plumb.run(file, "check", Plumb.fixture("tank/Tank.cfg"));
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("PLUMB-U03 Cannot write to the folder " + file.resolve("Tank"));
    }

    @Test
    void the_command_that_reproduces_can_be_pasted() throws IOException {
        Path models = tank("Tank_Full", "success", "pr");
        Path spaced = Files.move(models, folder.resolve("it's a folder"));
        Plumb run = Plumb.run(folder, "check", spaced.toString(), "--workers", "1");
        String quoted = "'" + spaced.resolve("Tank_Full.cfg").toString().replace("'", "'\\''") + "'";
        assertThat(run.out()).contains("Reproduce: plumb check " + quoted + " --workers 1\n");
    }

    @Test
    void what_an_earlier_run_has_shown_is_gone_when_the_model_holds() throws IOException {
        Plumb.run(folder, "check", Plumb.fixture("tank/Tank_Full.cfg"));
        assertThat(folder.resolve("Tank_Full")).isDirectoryContaining("glob:**/page.html");
        Path page =
                Files.move(folder.resolve("Tank_Full"), folder.resolve("Tank")).resolve("page.html");
        Plumb.run(folder, "check", Plumb.fixture("tank/Tank.cfg"));
        assertThat(page).doesNotExist();
    }

    @Test
    void colours_are_for_terminals_unless_asked_for() {
        String[] check = {"check", Plumb.fixture("tank/Tank_Unknown.cfg"), "--colour", "always"};
        assertThat(Plumb.run(folder, check).out()).contains("\u001b[");
        check[3] = "auto";
        assertThat(Plumb.run(folder, check).out()).doesNotContain("\u001b[");
    }

    /** A folder with the tank and one model, with what is expected of it. */
    private Path tank(String model, String expected, String tier) throws IOException {
        Path models = Files.createDirectory(folder.resolve("models"));
        for (String file : List.of("Tank.tla", model + ".cfg")) {
            Files.copy(Plumb.FIXTURES.resolve("tank").resolve(file), models.resolve(file));
        }
        String manifest =
                "{\"modules\": [{\"path\": \"Tank.tla\", \"models\": [" + entry(model, expected, tier) + "]}]}";
        Files.writeString(models.resolve("manifest.json"), manifest);
        return models;
    }

    private static String entry(String model, String expected, String tier) {
        return "{\"path\": \"" + model + ".cfg\", \"result\": \"" + expected + "\", \"plumb\": {\"tier\": \"" + tier
                + "\"}}";
    }
}
