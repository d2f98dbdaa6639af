package dev.plumb.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandingRecorderTest {
    private final List<SpecStep> taken = new ArrayList<>();
    private final Recorder recorder = Recorder.to(taken::add);

    @Test
    void hands_over_a_step_when_it_is_done_and_not_before() {
        RecordedStep step = recorder.step("Fill").arg("n", 3);
        assertThat(taken).isEmpty();
        step.done();
        assertThat(taken).containsExactly(SpecStep.of("Fill").arg("n", 3));
    }

    @Test
    void hands_over_what_several_methods_tell_together() {
        try (StepScope scope = recorder.begin(ActionSite.of("Fill"))) {
            recorder.current().state("level", 3);
            scope.done();
        }
        recorder.current().state("level", 4);
        assertThat(taken).singleElement().satisfies(step -> {
            assertThat(step.state()).containsOnlyKeys("level");
            assertThat(step.at()).hasValueSatisfying(at -> assertThat(at).startsWith("HandingRecorderTest.java:"));
        });
    }

    @Test
    void lets_what_the_taker_throws_reach_the_code() {
        Recorder strict = Recorder.to(step -> {
            throw new AssertionError("wrong step");
        });
        assertThatThrownBy(() -> strict.step("Fill").done()).hasMessage("wrong step");
        assertThat(strict.stamp()).isEqualTo(Stamp.NONE);
    }
}
