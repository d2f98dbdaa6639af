package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListCommandTest {
    private static final Instant EARLIER = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2120-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Path models = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void copyModels() throws IOException {
        models = Files.createDirectory(folder.resolve("tank"));
        out = folder.resolve("out");
        for (String file : List.of("Tank.tla", "Tank.cfg", "Tank_Full.cfg", "Tank_Stuck.cfg")) {
            Files.copy(Plumb.FIXTURES.resolve("tank").resolve(file), models.resolve(file));
        }
        Files.writeString(models.resolve("manifest.json"), """
                {"modules": [{"path": "Tank.tla", "models": [
                  {"path": "Tank_Full.cfg", "result": "safety failure", "plumb": {"property": "NeverFull"}},
                  {"path": "Tank_Stuck.cfg", "result": "success", "plumb": {"tier": "nightly"}}]}]}
                """);
    }

    private void check(String config) {
        Plumb.run(out, "check", models.resolve(config).toString(), "--workers", "1");
    }

    private Path result(String model) {
        return out.resolve(model).resolve("result.json");
    }

    /** The lines of the models' last results, without the time. */
    private String list() {
        Plumb run = Plumb.run(out, "list", folder.toString());
        assertThat(run.exitCode()).isZero();
        return run.out().replace(folder.toString(), "FOLDER").replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "THEN");
    }

    @Test
    void each_model_has_its_expectation_and_its_last_result() {
        check("Tank.cfg");
        check("Tank_Full.cfg");
        check("Tank_Stuck.cfg");
        assertThat(list()).isEqualTo("""
                FOLDER/tank
                  model       module  tier     expected            last result
                  Tank        Tank    pr       success             holds, 4 distinct states, THEN
                  Tank_Full   Tank    pr       violates NeverFull  violates NeverFull, 4 distinct states, THEN
                  Tank_Stuck  Tank    nightly  success             deadlocks, 4 distinct states, THEN, not as expected

                3 models: 2 as expected, 1 not as expected, 0 to be checked
                """);
    }

    @Test
    void a_result_that_is_older_than_the_module_is_told_as_such() throws IOException {
        check("Tank.cfg");
        Files.setLastModifiedTime(result("Tank"), FileTime.from(EARLIER));
        assertThat(list()).contains("THEN, older than Tank.tla\n", "0 as expected, 0 not as expected, 3 to be checked");
        Files.setLastModifiedTime(result("Tank"), FileTime.from(LATER));
        assertThat(list()).doesNotContain("older").contains("1 as expected, 0 not as expected, 2 to be checked");
    }

    @Test
    void a_result_of_another_model_and_a_torn_one_are_none() throws IOException {
        check("Tank_Full.cfg");
        Files.createDirectories(out.resolve("Tank"));
        Files.copy(result("Tank_Full"), result("Tank"));
        assertThat(list()).containsPattern("Tank +Tank +pr +success +never checked");
        Files.writeString(result("Tank"), "{\"plumb\":1,");
        assertThat(list()).containsPattern("Tank +Tank +pr +success +never checked");
    }

    @Test
    void a_result_that_may_be_of_either_of_two_models_is_shown_for_none() throws IOException {
        Path twin = Files.createDirectory(folder.resolve("twin"));
        Files.copy(models.resolve("Tank.tla"), twin.resolve("Tank.tla"));
        Files.copy(models.resolve("Tank.cfg"), twin.resolve("Tank.cfg"));
        assertThat(list()).doesNotContain("not known");
        check("Tank.cfg");
        assertThat(list()).doesNotContain("holds").contains("not known: several models of this name");
    }

    @Test
    void a_config_without_a_module_is_listed_with_the_reason() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("lost")).resolve("Lost.cfg"), "INIT Init\n");
        assertThat(list()).contains("PLUMB-C07 No module belongs to FOLDER/lost/Lost.cfg.", "Tank_Full");
    }

    @Test
    void json_is_a_line_a_model() throws IOException {
        check("Tank.cfg");
        Plumb run = Plumb.run(out, "list", "--json", folder.toString());
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(3);
        JsonNode tank = new ObjectMapper().readTree(lines.get(0));
        assertThat(tank.path("model").asText()).isEqualTo("Tank");
        assertThat(tank.path("inManifest").asBoolean()).isFalse();
        assertThat(tank.at("/last/outcome").asText()).isEqualTo("holds");
        assertThat(tank.at("/last/distinct").asInt()).isEqualTo(4);
        JsonNode full = new ObjectMapper().readTree(lines.get(1));
        assertThat(full.path("expected").asText()).isEqualTo("violates NeverFull");
        assertThat(full.has("last")).isFalse();
    }

    @Test
    void a_folder_without_models_is_the_users_mistake(@TempDir Path empty) {
        Plumb run = Plumb.run("list", empty.toString());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("PLUMB-C04 There is no .cfg in " + empty);
    }
}
