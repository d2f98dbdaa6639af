package dev.plumb.kernel;

import static dev.plumb.kernel.Seen.action;
import static dev.plumb.kernel.Seen.something;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaValue;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final String ACTIONS = "Local, Send, Inc, Receive, Swap, Each, Reset, Clear";
    private static LoadedSpec spec;

    @BeforeAll
    static void load() {
        spec = Fixture.actions();
    }

    @AfterAll
    static void close() {
        spec.close();
    }

    private static String problem(Seen seen) {
        return catchThrowableOfType(Problem.class, () -> spec.observe(seen.event()))
                .text();
    }

    @Test
    void the_spec_tells_its_names() {
        assertThat(spec.module()).isEqualTo("Actions");
        assertThat(spec.variables()).containsExactlyInAnyOrder("x", "msgs", "log");
        assertThat(spec.constants()).containsExactly("Node", "Limit");
        assertThat(spec.modelValues()).containsExactly("a", "b");
        assertThat(spec.actions())
                .extracting(signature -> signature.name() + signature.parameters() + " at " + signature.definition())
                .startsWith(
                        "Local[n] at Actions.tla:38:1",
                        "Send[n] at Actions.tla:19:1",
                        "Inc[n, by] at Actions.tla:14:1");
        assertThat(spec.actions()).extracting("name").containsExactly((Object[]) ACTIONS.split(", "));
    }

    @Test
    void an_unknown_action_is_told_with_its_place_and_the_nearest_known_one() {
        assertThat(problem(action("send")))
                .isEqualTo("PLUMB-N01 run.ndjson:7: Actions has no action send.\n" + "  Did you mean Send? Known: "
                        + ACTIONS + ".");
    }

    @Test
    void a_definition_that_is_no_disjunct_of_Next_is_no_action() {
        assertThat(problem(action("Conjoined"))).isEqualTo("""
                PLUMB-N05 run.ndjson:7: Actions defines Conjoined, but not as an action.
                  Actions are the operators that Next reaches through \\/, \\E, LET and definitions alone, not those in \
                a conjunction, an IF or another module's instance.
                  Known: %s.""".formatted(ACTIONS));
    }

    @Test
    void an_unknown_parameter_is_told_with_those_of_the_action() {
        assertThat(problem(action("Inc").with("bye", 1)))
                .isEqualTo("PLUMB-N02 run.ndjson:7: Action Inc has no parameter bye.\n"
                        + "  Did you mean by? Known: n, by.");
    }

    @Test
    void too_few_arguments_by_position_are_told() {
        assertThat(problem(action("Inc").withAll(TlaValue.of("a"))))
                .isEqualTo("PLUMB-N03 run.ndjson:7: Action Inc has 2 parameter(s), the event gives 1 argument(s).\n"
                        + "  Give all of them in their order, or some of them by name.");
    }

    @Test
    void an_unknown_variable_is_told_wherever_it_was_observed() {
        String expected =
                "PLUMB-N04 run.ndjson:7: Actions has no variable msg.\n" + "  Did you mean msgs? Known: msgs, x, log.";
        assertThat(problem(action("Send").then("msg", TlaValue.set()))).isEqualTo(expected);
        assertThat(problem(something().before("msg", TlaValue.set()))).isEqualTo(expected);
        var observed = new TreeMap<>(java.util.Map.of("msg", Seen.part("a", TlaValue.of(1))));
        assertThat(catchThrowableOfType(Problem.class, () -> spec.initialStates(Seen.AT, observed))
                        .text())
                .isEqualTo(expected);
    }

    @Test
    void arguments_need_an_action() {
        assertThat(problem(something().with("n", "a")))
                .isEqualTo("PLUMB-N06 run.ndjson:7: The event gives arguments, but no action.\n"
                        + "  Name the action that they belong to, or leave them out.");
        assertThat(problem(something().withAll(TlaValue.of(1)))).startsWith("PLUMB-N06");
        assertThat(spec.observe(something().withAll().event())).isNotNull();
    }
}
