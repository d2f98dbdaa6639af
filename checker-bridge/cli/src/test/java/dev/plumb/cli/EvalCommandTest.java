package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvalCommandTest {
    private static final String TANK = Plumb.fixture("tank/Tank.tla");

    @TempDir
    static Path results;

    @BeforeAll
    static void check_some_models() {
        assertThat(Plumb.run(results, "check", Plumb.fixture("tank/Tank_Full.cfg"), "--workers", "1")
                        .exitCode())
                .isEqualTo(12);
        assertThat(Plumb.run(results, "check", Plumb.fixture("tank/Tank_Lazy.cfg"), "--workers", "1")
                        .exitCode())
                .isEqualTo(13);
        assertThat(Plumb.run(results, "check", Plumb.fixture("tank/Tank.cfg"), "--workers", "1")
                        .exitCode())
                .isZero();
    }

    /** Evaluates in a state, which is named by its model and number; in none if that is null. */
    private static Plumb eval(String expression, String state) {
        List<String> arguments = new ArrayList<>(List.of("eval", TANK, expression));
        if (state != null) {
            arguments.addAll(List.of("--state", results.resolve(state).toString()));
        }
        return Plumb.run(arguments.toArray(String[]::new));
    }

    @ParameterizedTest(name = "{0} is {2} in state {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Capacity + 1,                             , 4",
                "`SUBSET {1, Capacity}`,                     , `{{}, {1}, {3}, {1, 3}}`",
                "TypeOK,                       Tank_Full,    TRUE",
                "level,                        Tank_Full,    3",
                "level,                        Tank_Full/result.json:1, 0",
                "level' - level,               Tank_Full:2,  1",
                "Drain(1),                     Tank_Full:2,  FALSE",
                "Fill,                         Tank_Full:2,  TRUE",
                "ENABLED Fill,                 Tank_Full,    FALSE",
                "`[now |-> level, is |-> {\"a\"}]`, Tank_Full:3, `[is |-> {\"a\"}, now |-> 2]`",
                // it stutters for ever
                "level' = level,               Tank_Lazy,    TRUE",
            })
    void an_expression_has_its_value(String expression, String state, String value) {
        Plumb run = eval(expression, state);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(value + "\n");
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest(name = "{0} in state {1}: exit code {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "levle + 1,       Tank_Full,   3, eval-unknown-name",
                "Capacity +,               ,   3, eval-unfinished",
                "Cardinality({1}),         ,   3, eval-not-extended",
                "`1 + \"a`,                ,   3, eval-open-string",
                "1 + (* one,               ,   3, eval-open-comment",
                "Capacity ],               ,   3, eval-closed-twice",
                "(Capacity,                ,   3, eval-open-bracket",
                "level + \"a\",   Tank_Full,  75, eval-no-value",
                "Nat,                      ,  75, eval-infinite",
                "level,                    ,   2, eval-needs-state",
                "level',          Tank_Full,   3, eval-needs-next-state",
                "[]TypeOK,        Tank_Full,   3, eval-temporal",
                "` `,                      ,   2, eval-empty",
                "level,         Tank_Full:9,   3, eval-no-such-state",
                "level,                Tank,   3, eval-no-behaviour",
                "level,              Tonk:1,   3, eval-no-such-result",
            })
    void what_has_no_value_is_told_in_words(String expression, String state, int exitCode, String golden)
            throws IOException {
        Plumb run = eval(expression, state);
        Golden.check(golden, run.transcript().replaceAll(Pattern.quote(results.toString()), "RESULTS"));
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void a_place_is_found_in_an_expression_of_several_lines() {
        Plumb run = eval("/\\ Capacity > 0\n/\\ Capacty > 1", null);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("\n    /\\ Capacty > 1\n       ^^^^^^^\n", "Did you mean Capacity?");
    }

    @Test
    void an_expression_is_one_and_no_more() {
        Plumb run = eval("1\nX == 2", null);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("\n    X == 2\n    ^\n");
        assertThat(eval("1 ====", null).exitCode()).isEqualTo(3);
    }

    @Test
    void a_module_that_does_not_parse_is_not_the_fault_of_the_expression() {
        Plumb run = Plumb.run("eval", Plumb.fixture("broken/Unfinished.tla"), "1");
        assertThat(run.exitCode()).isEqualTo(150);
        assertThat(run.err()).startsWith("PLUMB-S01").contains("Unfinished.tla:5");
    }

    @Test
    void constants_without_a_value_are_named() {
        Plumb run = Plumb.run("eval", "TwoPhase", "{1}");
        assertThat(run.exitCode()).isEqualTo(151);
        assertThat(run.err())
                .startsWith("PLUMB-S02 TLC cannot load TwoPhase: The constant parameter RM is not assigned");
    }

    @Test
    void a_module_without_a_behaviour_will_do(@TempDir Path folder) throws IOException {
        Path module = folder.resolve("Twice.tla");
        Files.writeString(module, "---- MODULE Twice ----\nEXTENDS Naturals\nTwice(n) == 2 * n\n====\n");
        assertThat(Plumb.run("eval", module.toString(), "Twice(21)").out()).isEqualTo("42\n");
    }

    @Test
    void a_state_of_another_specification_is_refused() {
        String state = results.resolve("Tank_Full").toString();
        Plumb run = Plumb.run("eval", Plumb.fixture("mailbox/Mailbox.tla"), "1", "--state", state);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("PLUMB-C89 ").contains("those of the states are level.");
    }

    @Test
    void a_result_that_cannot_be_read_is_refused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("result.json"), "{\"counterexample\": ");
        Plumb run = Plumb.run("eval", TANK, "level", "--state", file.toString());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("PLUMB-C86 Cannot read the result " + file);
    }

    @Test
    void strings_of_a_result_that_are_model_values_are_read_so() {
        Plumb.run(results, "check", "MCTwoPhase", "--config", "MCTwoPhase_Hasty", "--workers", "1");
        String state = results.resolve("MCTwoPhase_Hasty").toString();
        Plumb run = Plumb.run(
                "eval", "MCTwoPhase", "{rm \\in RM : rmState[rm] = \"committed\"} \\subseteq RM", "--state", state);
        assertThat(run.out()).isEqualTo("TRUE\n");
    }

    @Test
    void json_has_the_value_in_both_encodings() throws IOException {
        Plumb run = Plumb.run(
                "eval",
                TANK,
                "{level, 7}",
                "--state",
                results.resolve("Tank_Full:2").toString(),
                "--json");
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(run.out().lines()).hasSize(1);
        assertThat(json.path("spec").asText()).isEqualTo("Tank");
        assertThat(json.path("expression").asText()).isEqualTo("{level, 7}");
        assertThat(json.path("state").asInt()).isEqualTo(2);
        assertThat(json.path("value")).hasToString("{\"#set\":[1,7]}");
        assertThat(json.path("text").asText()).isEqualTo("{1, 7}");
    }
}
