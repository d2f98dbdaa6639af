package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Behaviour;
import dev.plumb.core.Behaviour.Incident;
import dev.plumb.core.Behaviour.Message;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The compact picture of a behaviour in a terminal. */
class LaneDiagramTest {
    private static BehaviourBuilder two(int steps) {
        BehaviourBuilder builder =
                new BehaviourBuilder("a", "b").with("x", TlaValue.of(0)).initially();
        for (int i = 0; i < steps; i++) {
            builder.step(i % 2 == 0 ? "a" : "b", "Go(" + i + ")", 5);
        }
        return builder;
    }

    @Test
    void arrows_come_in_along_the_row_of_the_step_that_receives() {
        Behaviour behaviour = new BehaviourBuilder("a", "b", "c")
                .with("x", TlaValue.of(0))
                .initially()
                .step("a", "Send", 5)
                .step("c", "Receive", 6)
                .step("b", "Send", 5)
                .step("a", "Receive", 6)
                .message(2, 3, "m")
                .message(4, 5, "m")
                .unread(4, "n")
                .build();
        assertThat(LaneDiagram.of(behaviour))
                .containsExactly(
                        "        a     b     c",
                        "   2    *     |     |   Send",
                        "   3    |---------->*   Receive, reads 2",
                        "   4    |     *     |   Send, sends what nobody reads",
                        "   5    *<----|     |   Receive, reads 4");
    }

    @Test
    void what_befalls_processes_and_messages_is_told() {
        Behaviour plain = two(3).build();
        List<Message> messages = new ArrayList<>(List.of(
                new Message(2, OptionalInt.empty(), "m", OptionalInt.of(4), Optional.empty(), Optional.empty())));
        Behaviour behaviour = new Behaviour(plain.lanes(), plain.lanesBy(), plain.steps(), messages, plain.loopsTo())
                .befallenBy(List.of(
                        new Incident(2, "b", Incident.Kind.TOUCHED),
                        new Incident(3, "b", Incident.Kind.CRASH),
                        new Incident(4, "a", Incident.Kind.RESTART)));
        assertThat(LaneDiagram.of(behaviour))
                .containsExactly(
                        "        a     b",
                        "   2    *~~~~>|   Go(0), lost in 4",
                        "   3    |     X   Go(1), stops",
                        "   4    *     |   Go(2), comes back");
    }

    @Test
    void of_a_long_behaviour_the_end_is_drawn_and_of_one_without_lanes_nothing() {
        List<String> rows = LaneDiagram.of(two(100).build());
        assertThat(rows).hasSize(14);
        assertThat(rows.get(1)).isEqualTo("      … 88 earlier steps");
        assertThat(rows.get(13)).isEqualTo(" 101    |     *   Go(99)");
        assertThat(LaneDiagram.of(new BehaviourBuilder()
                        .with("x", TlaValue.of(0))
                        .initially()
                        .build()))
                .isEmpty();
        assertThat(LaneDiagram.of(two(0).build())).isEmpty();
    }
}
