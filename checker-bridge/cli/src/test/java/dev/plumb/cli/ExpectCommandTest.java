package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectCommandTest {
    @TempDir(factory = FixedFolder.class)
    Path folder;

    private Path models;

    @BeforeEach
    void be_a_person_s_terminal() throws IOException {
        System.setProperty("plumb.ci", "");
        models = Files.createDirectory(folder.resolve("models"));
        take("Tank.tla");
    }

    @AfterEach
    void be_what_it_was() {
        System.clearProperty("plumb.ci");
    }

    private void take(String... files) throws IOException {
        for (String file : files) {
            Files.copy(Plumb.FIXTURES.resolve("tank").resolve(file), models.resolve(file));
        }
    }

    private Plumb expect(String... options) {
        List<String> arguments = new ArrayList<>(List.of("expect", models.toString()));
        arguments.addAll(List.of(options));
        return Plumb.run(folder, arguments.toArray(String[]::new));
    }

    private String manifest() throws IOException {
        return Files.readString(models.resolve("manifest.json"));
    }

    private void manifest(String model, String entry) throws IOException {
        Files.writeString(
                models.resolve("manifest.json"),
                "{\n  \"modules\": [\n    {\n      \"path\": \"Tank.tla\",\n      \"models\": [\n        {\n"
                        + "          \"path\": \"" + model + ".cfg\",\n          " + entry
                        + "\n        }\n      ]\n    }\n  ]\n}\n");
    }

    @Test
    void writes_what_came_of_each_model_and_is_met_by_it_then() throws IOException {
        take("Tank.cfg", "Tank_Full.cfg", "Tank_Lazy.cfg", "Tank_Stuck.cfg");
        Plumb run = expect();
        assertThat(run.exitCode()).isZero();
        String written = manifest().replaceAll("(\"runtime\": )\"[\\d:]+\"", "$1\"00:00:00\"");
        Golden.check("expect-new", run.transcript() + "--- manifest.json\n" + written);

        String once = manifest();
        Plumb again = expect();
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("as it stands in " + models.resolve("manifest.json") + ":");
        assertThat(manifest()).isEqualTo(once);

        Plumb check = Plumb.run(folder, "check", models.toString());
        assertThat(check.exitCode()).isZero();
        assertThat(check.out()).contains("4 models: 4 as expected");
    }

    @Test
    void says_what_changes_and_what_it_leaves_alone() throws IOException {
        take("Tank.cfg");
        manifest(
                "Tank",
                "\"result\": \"success\", \"distinctStates\": 5,\n\n          \"plumb\": {\"tier\": \"nightly\"}");
        Plumb asked = expect("--check");
        assertThat(asked.exitCode()).isEqualTo(5);
        assertThat(manifest()).contains("\"distinctStates\": 5");
        Plumb run = expect();
        assertThat(run.exitCode()).isZero();
        Golden.check("expect-changes", asked.transcript() + run.transcript() + "--- manifest.json\n" + manifest());
    }

    @Test
    void turns_a_violation_into_a_success_only_by_force() throws IOException {
        take("Tank.cfg");
        manifest("Tank", "\"result\": \"safety failure\",\n          \"plumb\": {\"property\": \"NeverFull\"}");
        String before = manifest();
        Plumb run = expect();
        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(manifest()).isEqualTo(before);
        Golden.check("expect-refused", run.transcript());

        assertThat(expect("--force").exitCode()).isZero();
        assertThat(manifest()).contains("\"result\": \"success\"").doesNotContain("NeverFull", "plumb");
    }

    @Test
    void writes_nothing_of_a_check_that_was_not_made() throws IOException {
        take("Tank_Unknown.cfg");
        Plumb run = expect();
        assertThat(run.exitCode()).isEqualTo(151);
        assertThat(run.out()).contains("not written: this says nothing that holds for ever");
        assertThat(models.resolve("manifest.json")).doesNotExist();
    }

    @Test
    void leaves_models_for_other_ways_of_checking_alone() throws IOException {
        take("Tank.cfg");
        manifest("Tank", "\"mode\": \"symbolic\",\n          \"result\": \"success\"");
        String before = manifest();
        Plumb run = expect();
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.out()).startsWith("skipped Tank.cfg, which is not for an exhaustive search");
        assertThat(manifest()).isEqualTo(before);
    }

    @Test
    void is_refused_where_a_build_runs() throws IOException {
        take("Tank.cfg");
        System.setProperty("plumb.ci", "true");
        Plumb run = expect();
        assertThat(run.exitCode()).isEqualTo(2);
        Golden.check("expect-in-ci", run.transcript());
        assertThat(models.resolve("manifest.json")).doesNotExist();
        assertThat(expect("--check").exitCode()).isEqualTo(5);
        assertThat(models.resolve("manifest.json")).doesNotExist();
        assertThat(expect("--force").exitCode()).isZero();
        assertThat(models.resolve("manifest.json")).exists();
    }

    @Test
    void json_has_the_changes() throws IOException {
        take("Tank_Full.cfg");
        JsonNode line = new ObjectMapper().readTree(expect("--json").out());
        assertThat(line.path("written").asBoolean()).isTrue();
        assertThat(line.at("/changes/1").toString()).isEqualTo("{\"key\":\"result\",\"now\":\"safety failure\"}");
        assertThat(line.at("/source/line").asInt()).isEqualTo(10);
    }
}
