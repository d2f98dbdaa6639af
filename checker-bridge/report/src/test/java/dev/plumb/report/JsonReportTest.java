package dev.plumb.report;

import static dev.plumb.traces.TlaValue.of;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumb.core.Outcome;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    @Test
    void a_counterexample_is_written() {
        Golden.matches("violation.json", JsonReport.of(Results.differing(TwoPhase.violation())));
    }

    @Test
    void a_divergence_is_written() {
        Golden.matches("divergence.json", JsonReport.of(Results.of(TwoPhase.divergence())));
    }

    @Test
    void the_format_has_a_version_and_every_outcome_its_exit_code() throws Exception {
        JsonNode holds = parse(JsonReport.of(Results.of(TwoPhase.holds())));
        assertThat(holds.at("/plumb").asInt()).isEqualTo(1);
        assertThat(holds.at("/outcome/kind").asText()).isEqualTo("Holds");
        assertThat(holds.at("/expected").asBoolean()).isTrue();
        assertThat(holds.at("/differences")).isEmpty();
        assertThat(holds.at("/statistics/distinct").asInt()).isEqualTo(288);
        assertThat(parse(JsonReport.of(Results.of(TwoPhase.divergence())))
                        .at("/outcome/exitCode")
                        .asInt())
                .isEqualTo(15);
    }

    @Test
    void a_problem_keeps_its_code_place_and_next_step() throws Exception {
        Problem problem = new Problem(
                Problem.Kind.INPUT, "PLUMB-T02", "Torn.", Optional.of(new Source("a.ndjson", 4)), "Record again.");
        JsonNode json = parse(JsonReport.of(Results.of(TwoPhase.trace(new Outcome.BadInput(problem)))))
                .at("/outcome/problem");
        assertThat(json.at("/code").asText()).isEqualTo("PLUMB-T02");
        assertThat(json.at("/source/line").asInt()).isEqualTo(4);
        assertThat(json.at("/nextStep").asText()).isEqualTo("Record again.");
    }

    @Test
    void expressions_are_no_variables() throws Exception {
        JsonNode steps =
                parse(JsonReport.of(Results.of(TwoPhase.withExpressions()))).at("/counterexample/steps");
        assertThat(steps.get(0).path("expressions")).hasToString("{\"Cardinality(msgs)\":0,\"msgs' # <b>\":true}");
        assertThat(steps.get(7).path("expressions")).hasToString("{\"Cardinality(msgs)\":7}");
        assertThat(parse(JsonReport.of(Results.differing(TwoPhase.violation())))
                        .at("/counterexample/steps/0")
                        .has("expressions"))
                .isFalse();
    }

    @Test
    void values_keep_their_kind() {
        assertThat(Itf.value(TlaValue.setOf("a", "b"))).hasToString("{\"#set\":[\"a\",\"b\"]}");
        assertThat(Itf.value(TlaValue.tuple(of(1), of(true)))).hasToString("{\"#tup\":[1,true]}");
        assertThat(Itf.value(TlaValue.record(Map.of("f", of(1))))).hasToString("{\"f\":1}");
        assertThat(Itf.value(TlaValue.function(Map.of(of(7), TlaValue.model("r1")))))
                .hasToString("{\"#map\":[[7,\"r1\"]]}");
    }

    @Test
    void observations_are_written_as_in_a_trace() {
        Observation one = new Observation.Whole(of(1));
        assertThat(Itf.observation(new Observation.Part(new TreeMap<>(Map.of("r1", one)))))
                .hasToString("{\"r1\":1}");
        assertThat(Itf.observation(new Observation.Whole(TlaValue.record(Map.of("f", of(1))))))
                .hasToString("{\"#map\":[[\"f\",1]]}");
        Observation added = new Observation.Content(
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(of("m"))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(3));
        assertThat(Itf.observation(added)).hasToString("{\"#added\":[\"m\"],\"#len\":3}");
    }

    @Test
    void hostile_values_stay_inside_their_strings() throws Exception {
        String hostile = "\"},{\u0000\u2028😀";
        JsonNode json = parse(JsonReport.of(Results.of(HtmlReportTest.deadlock("x", hostile))));
        assertThat(json.at("/counterexample/steps/1/state/x").asText()).isEqualTo(hostile);
    }

    private static JsonNode parse(String json) throws Exception {
        return new ObjectMapper().readTree(json);
    }
}
