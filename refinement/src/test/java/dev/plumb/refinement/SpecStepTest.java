package dev.plumb.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SpecStepTest {
    @Test
    void strings_integers_and_booleans_stand_for_tla_values() {
        SpecStep step = SpecStep.of("Act").arg("a", "x").arg("b", 7).arg("c", true);

        assertThat(step.arguments())
                .containsEntry("a", TlaValue.of("x"))
                .containsEntry("b", TlaValue.of(7))
                .containsEntry("c", TlaValue.of(true));
    }

    @Test
    void indices_of_one_variable_add_up() {
        SpecStep step = SpecStep.of("Act").state("rmState", "r1", "prepared").state("rmState", "r2", "working");

        assertThat(step.state())
                .containsEntry(
                        "rmState",
                        new Observation.Part(new TreeMap<>(Map.of("r1", whole("prepared"), "r2", whole("working")))));
    }

    @Test
    void what_was_added_and_removed_adds_up() {
        SpecStep step =
                SpecStep.of("Act").added("msgs", "a").removed("msgs", "b").added("msgs", "c");

        assertThat(step.state())
                .containsEntry(
                        "msgs",
                        new Observation.Content(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(List.of(TlaValue.of("a"), TlaValue.of("c"))),
                                Optional.of(List.of(TlaValue.of("b"))),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void a_step_that_goes_on_is_left_as_it_was() {
        SpecStep step = SpecStep.of("Act");

        assertThat(step.arg("rm", "r1").state("x", 1).before("x", 0)).isNotEqualTo(step);
        assertThat(step.arguments()).isEmpty();
        assertThat(step.state()).isEmpty();
        assertThat(step.before()).isEmpty();
    }

    @Test
    void one_place_cannot_be_observed_twice() {
        SpecStep step = SpecStep.of("Act").state("x", 1).state("f", "r1", "a").arg("rm", "r1");

        assertThatThrownBy(() -> step.state("x", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("x was observed twice");
        assertThatThrownBy(() -> step.state("f", "r1", "b")).hasMessageStartingWith("f[r1] was observed twice");
        assertThatThrownBy(() -> step.state("f", "b")).hasMessageStartingWith("f was observed twice");
        assertThatThrownBy(() -> step.arg("rm", "r2")).hasMessage("Act: argument rm was given twice");
    }

    private static Observation whole(String value) {
        return new Observation.Whole(TlaValue.of(value));
    }
}
