package dev.plumb.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.refinement.SpecStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {
    @Test
    void a_step_and_the_next_one_are_one_step_in_their_order() {
        SpecStep first = SpecStep.of("First");
        SpecStep second = SpecStep.of("Second");

        Step<Integer> both = Step.to(1).note(first).send("r1", Payload.of("a")).then(state -> Step.to(state + 1)
                .note(second)
                .startTimer("t", 5)
                .finish());

        assertThat(both)
                .isEqualTo(new Step<>(
                        2,
                        List.of(first, second),
                        List.of(
                                new Effect.Send("r1", Payload.of("a")),
                                new Effect.StartTimer("t", 5),
                                new Effect.Finish())));
    }

    @Test
    void a_message_to_several_is_sent_in_their_order() {
        assertThat(Step.to(0).send(List.of("r2", "r1"), Payload.of("a")).effects())
                .containsExactly(new Effect.Send("r2", Payload.of("a")), new Effect.Send("r1", Payload.of("a")));
    }
}
