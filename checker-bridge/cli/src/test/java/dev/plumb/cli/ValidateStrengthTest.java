package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plumb validate} tells of how much traces check: a strong and a weak recording of the same run. */
class ValidateStrengthTest {
    private static final String HEADER = "{\"plumb\":1,\"constants\":{\"Capacity\":3}}";
    private static final List<String> STRONG = List.of(
            HEADER,
            "{\"action\":\"Fill\",\"state\":{\"level\":1}}",
            "{\"action\":\"Fill\",\"state\":{\"level\":2}}",
            "{\"action\":\"Drain\",\"args\":{\"n\":1},\"state\":{\"level\":1}}");
    private static final List<String> WEAK =
            List.of(HEADER, "{\"action\":\"Fill\"}", "{\"action\":\"Fill\"}", "{\"action\":\"Drain\"}");

    @TempDir(factory = FixedFolder.class)
    Path folder;

    @Test
    void what_constrains_nothing_is_a_warning_and_with_strict_a_failure() throws IOException {
        Path weak = write("run.ndjson", List.of(HEADER, "{\"action\":\"Fill\"}"));
        Plumb warned = validate(weak);
        assertThat(warned.exitCode()).isZero();
        Golden.check("validate-suspicious", warned.transcript());

        Plumb strict = validate(weak, "--strict");
        assertThat(strict.exitCode()).isEqualTo(4);
        Golden.check("validate-strict", strict.transcript());

        assertThat(validate(write("run.ndjson", STRONG), "--strict").exitCode()).isZero();
    }

    @Test
    void the_suspicion_is_in_the_json_too() throws IOException {
        Path weak = write("run.ndjson", List.of(HEADER, "{\"action\":\"Fill\"}"));
        JsonNode json =
                new ObjectMapper().readTree(validate(weak, "--json", "--strict").out());
        assertThat(json.at("/outcome/kind").asText()).isEqualTo("Vacuous");
        assertThat(json.at("/suspicions/0").asText()).startsWith("events of Fill say nothing but its name");
    }

    @Test
    void perturbed_traces_show_how_much_is_checked() throws IOException {
        Plumb strong = validate(write("strong.ndjson", STRONG), "--mutate");
        assertThat(strong.exitCode()).isZero();
        Golden.check("validate-mutate-strong", strong.transcript());
        Plumb weak = validate(write("weak.ndjson", WEAK), "--mutate", "--mutants", "4", "--seed", "7");
        assertThat(weak.exitCode()).isZero();
        Golden.check("validate-mutate-weak", weak.transcript());
    }

    @Test
    void the_mutants_of_several_traces_are_counted_together_and_are_in_the_json_too() throws IOException {
        write("a.ndjson", STRONG);
        write("b.ndjson", STRONG);
        List<String> lines =
                validate(folder, "--mutate", "--json").out().lines().toList();
        assertThat(lines).hasSize(3);
        JsonNode mutants = new ObjectMapper().readTree(lines.get(2));
        assertThat(mutants.at("/check").asText()).isEqualTo("mutated traces");
        assertThat(mutants.at("/refused").asInt() + mutants.at("/accepted").asInt())
                .isEqualTo(mutants.at("/possible").asInt())
                .isEqualTo(mutants.at("/mutants").size());
        assertThat(mutants.at("/rows/0/kind").asText()).isEqualTo("drop");
    }

    @Test
    void what_the_traces_show_of_the_spec_is_told_below_them() throws IOException {
        write("a.ndjson", STRONG);
        write("b.ndjson", WEAK);
        Plumb all = validate(folder, "--coverage");
        assertThat(all.exitCode()).isZero();
        Golden.check("validate-coverage", all.transcript());

        Plumb few = validate(write("c.ndjson", STRONG.subList(0, 2)), "--coverage", "--states", "2");
        Golden.check("validate-coverage-limit", few.transcript());
    }

    @Test
    void traces_with_other_constants_show_another_model() throws IOException {
        write("a.ndjson", STRONG);
        write("b.ndjson", List.of(HEADER.replace("3", "4"), STRONG.get(1)));
        List<String> lines =
                validate(folder, "--coverage", "--json").out().lines().toList();
        assertThat(lines).hasSize(4);
        JsonNode three = new ObjectMapper().readTree(lines.get(2));
        assertThat(three.at("/check").asText()).isEqualTo("coverage");
        assertThat(three.at("/states/all").asInt()).isEqualTo(4);
        assertThat(three.at("/states/shown").asInt()).isEqualTo(3);
        assertThat(new ObjectMapper().readTree(lines.get(3)).at("/states/all").asInt())
                .isEqualTo(5);
    }

    @Test
    void a_trace_that_diverges_shows_nothing() throws IOException {
        Path wrong = write("run.ndjson", List.of(HEADER, STRONG.get(2)));
        Plumb run = validate(wrong, "--coverage", "--mutate", "--witness", folder + "/w.tla");
        assertThat(run.exitCode()).isEqualTo(15);
        assertThat(run.out()).doesNotContain("COVERAGE").doesNotContain("MUTANTS");
        assertThat(folder.resolve("w.tla")).doesNotExist();
    }

    @Test
    void the_behaviour_that_explains_a_trace_can_be_written() throws IOException {
        Path trace = write("run.ndjson", STRONG);
        Plumb tla = validate(trace, "--witness", folder + "/Seen.tla");
        assertThat(tla.exitCode()).isZero();
        Golden.check("validate-witness", tla.transcript() + Files.readString(folder.resolve("Seen.tla")));

        assertThat(Plumb.run("parse", folder + "/Seen.tla").exitCode()).isZero();

        validate(trace, "--witness", folder + "/seen.itf.json");
        JsonNode itf = new ObjectMapper().readTree(Files.readString(folder.resolve("seen.itf.json")));
        assertThat(itf.at("/vars/0").asText()).isEqualTo("level");
        assertThat(itf.at("/states").findValues("level"))
                .extracting(JsonNode::asInt)
                .containsExactly(0, 1, 2, 1);

        validate(trace, "--witness", folder + "/seen.json");
        JsonNode tlc = new ObjectMapper().readTree(Files.readString(folder.resolve("seen.json")));
        assertThat(tlc.at("/counterexample/state/3/0").asInt()).isEqualTo(4);
        assertThat(tlc.at("/counterexample/state/3/1/level").asInt()).isEqualTo(1);
        assertThat(tlc.at("/counterexample/action/2/1/name").asText()).isEqualTo("Drain");
        assertThat(tlc.at("/counterexample/action").size()).isEqualTo(3);
    }

    @Test
    void behaviours_of_several_traces_and_runs_have_a_file_each_and_are_whole() throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER.replace("\"plumb\":1", "\"plumb\":1,\"order\":\"file\"")));
        for (int i = 0; i < 1_500; i++) {
            lines.add("{\"run\":\"tx-1\",\"action\":\"Fill\",\"state\":{\"level\":1}}");
            lines.add("{\"run\":\"tx-1\",\"action\":\"Drain\",\"state\":{\"level\":0}}");
        }
        lines.add("{\"run\":\"tx-2\",\"action\":\"Fill\"}");
        write("a.ndjson", lines);
        write("b.ndjson", STRONG);
        assertThat(validate(folder, "--witness", folder + "/W.itf.json").exitCode())
                .isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("W")))
                    .containsExactlyInAnyOrder(
                            "W_target_tmp_a_ndjson_tx_1.itf.json",
                            "W_target_tmp_a_ndjson_tx_2.itf.json",
                            "W_target_tmp_b_ndjson.itf.json");
        }
        JsonNode whole =
                new ObjectMapper().readTree(Files.readString(folder.resolve("W_target_tmp_a_ndjson_tx_1.itf.json")));
        assertThat(whole.at("/states").size()).isEqualTo(3_001);
        assertThat(whole.at("/states/0/level").asInt()).isZero();
    }

    @Test
    void a_folder_that_is_not_there_and_options_that_make_no_sense_are_told() throws IOException {
        Path trace = write("run.ndjson", STRONG);
        assertThat(validate(trace, "--mutate", "--mutants", "0").exitCode()).isEqualTo(2);
        assertThat(validate(trace, "--coverage", "--states", "0").exitCode()).isEqualTo(2);
        Plumb unknown = validate(trace, "--witness", "w.xml");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("--witness w.xml must end with .itf.json, .json or .tla");
        assertThat(validate(trace, "--witness", "w.1.tla").err())
                .contains("--witness w.1.tla is named after its module, so it needs letters, digits and _");
        Plumb nowhere = validate(trace, "--witness", folder + "/no/such/w.tla");
        assertThat(nowhere.exitCode()).isEqualTo(3);
        Golden.check("validate-witness-nowhere", nowhere.transcript());
    }

    private Plumb validate(Path trace, String... more) {
        List<String> arguments = new ArrayList<>(List.of("validate", trace.toString()));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--spec", Plumb.fixture("tank/Tank.tla")));
        return Plumb.run(folder.resolve("out"), arguments.toArray(String[]::new));
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }
}
