package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParseCommandTest {
    @ParameterizedTest(name = "{0}: exit code {1}")
    @CsvSource({
        "tank/Tank.tla,              0, parse-ok",
        "doubtful,                   0, parse-warning",
        "unused,                     0, parse-unused",
        "unparsed,                 150, parse-folder",
        "broken/Unfinished.tla,    150, parse-unfinished",
        "broken/Homeless.cfg,      150, parse-missing-module",
        "tank/Tonk.tla,              3, parse-no-such-file",
        "TwoPhas,                    3, parse-no-such-name",
    })
    void each_result_has_its_exit_code_and_shows_the_place(String spec, int exitCode, String golden)
            throws IOException {
        Plumb run = Plumb.run("parse", spec.matches("\\w+Phas") ? spec : Plumb.fixture(spec));
        assertThat(run.exitCode()).isEqualTo(exitCode);
        Golden.check(golden, run.transcript());
    }

    @Test
    void a_name_stands_for_a_module_below_specs_and_two_names_of_one_are_one() {
        String path = Plumb.ROOT.resolve("specs/commit/twophase/MCTwoPhase.tla").toString();
        Plumb run = Plumb.run("parse", "MCTwoPhase", path);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("PARSES  " + path + "\n");
    }

    @Test
    void a_folder_without_modules_is_the_users_mistake(@TempDir Path empty) {
        Plumb run = Plumb.run("parse", empty.toString());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("PLUMB-C13 There is no .tla in " + empty);
    }

    @Test
    void a_module_that_two_folders_have_is_not_chosen_at_random(@TempDir Path home) throws IOException {
        for (String folder : List.of("a", "b")) {
            Files.createDirectories(home.resolve("specs").resolve(folder));
            Files.copy(Plumb.FIXTURES.resolve("doubtful/Once.tla"), home.resolve("specs/" + folder + "/Once.tla"));
        }
        Path uses = Files.createDirectory(home.resolve("specs/c")).resolve("Twice.tla");
        Files.copy(Plumb.FIXTURES.resolve("doubtful/Twice.tla"), uses);
        Plumb run = Plumb.run("parse", uses.toString());
        assertThat(run.exitCode()).isEqualTo(150);
        assertThat(run.out()).contains("error: Module Once, which Twice.tla needs, is in several folders.");
    }

    @Test
    void json_is_a_line_a_module_and_nothing_else() throws IOException {
        Plumb run = Plumb.run("parse", Plumb.fixture("tank"), Plumb.fixture("broken/Unfinished.tla"), "--json");
        assertThat(run.exitCode()).isEqualTo(150);
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode tank = new ObjectMapper().readTree(lines.get(0));
        assertThat(tank.path("parses").asBoolean()).isTrue();
        assertThat(tank.path("findings")).isEmpty();
        JsonNode unfinished = new ObjectMapper().readTree(lines.get(1));
        assertThat(unfinished.path("parses").asBoolean()).isFalse();
        assertThat(unfinished.at("/findings/0/severity").asText()).isEqualTo("error");
        assertThat(unfinished.at("/findings/0/place/line").asInt()).isEqualTo(5);
    }

    @Test
    void a_jar_that_is_not_there_is_refused() {
        Plumb run = Plumb.run("parse", Plumb.fixture("tank"), "--tla2tools", "nowhere.jar");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("PLUMB-K02 There is no file nowhere.jar.");
    }
}
