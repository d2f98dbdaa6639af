package dev.plumb.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.refinement.SpecStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepTest {
    private static final State<Nothing, Integer> ONE = new State<>(Nothing.NOTHING, 1, ClockReading.UNKNOWN);

    record Hello() implements Message {}

    record Tea() {}

    @Test
    void a_step_and_the_next_one_are_one_step_in_their_order() {
        SpecStep first = SpecStep.of("First");
        SpecStep second = SpecStep.of("Second");

        Step<Nothing, Integer> both = Step.to(ONE)
                .note(first)
                .send("r1", new Hello())
                .then(state -> Step.to(state.withMemory(state.memory() + 1))
                        .note(second)
                        .startTimer(new Tea(), 5)
                        .finish());

        assertThat(both)
                .isEqualTo(new Step<>(
                        ONE.withMemory(2),
                        List.of(first, second),
                        List.of(
                                new Effect.Send("r1", new Hello()),
                                new Effect.StartTimer(new Tea(), 5),
                                new Effect.Finish())));
    }

    @Test
    void a_message_to_several_is_sent_in_their_order() {
        assertThat(Step.to(ONE).send(List.of("r2", "r1"), new Hello()).effects())
                .containsExactly(new Effect.Send("r2", new Hello()), new Effect.Send("r1", new Hello()));
    }
}
