package dev.plumb.kernel;

import static dev.plumb.kernel.Fixture.after;
import static dev.plumb.kernel.Fixture.initial;
import static dev.plumb.kernel.Fixture.names;
import static dev.plumb.kernel.Fixture.states;
import static dev.plumb.kernel.Seen.action;
import static dev.plumb.kernel.Seen.added;
import static dev.plumb.kernel.Seen.has;
import static dev.plumb.kernel.Seen.part;
import static dev.plumb.kernel.Seen.something;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Steps;
import dev.plumb.traces.TlaValue;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StepsTest {
    private static final TlaValue A = TlaValue.model("a");
    private static final TlaValue B = TlaValue.model("b");
    private static LoadedSpec spec;

    @BeforeAll
    static void load() {
        spec = Fixture.actions();
    }

    @AfterAll
    static void close() {
        spec.close();
    }

    private static Steps steps(SpecState from, Seen seen) {
        return spec.steps(from, spec.observe(seen.event()));
    }

    private static Steps steps(Seen seen) {
        return steps(initial(spec), seen);
    }

    private static TlaValue x(int a, int b) {
        return TlaValue.function(Map.of(A, TlaValue.of(a), B, TlaValue.of(b)));
    }

    private static TlaValue message(TlaValue from, int value) {
        return TlaValue.record(Map.of("from", from, "val", TlaValue.of(value)));
    }

    private static SpecState withMessages() {
        return after(
                spec,
                action("Inc").with("n", "a").with("by", 1),
                action("Send").with("n", "a"),
                action("Inc").with("n", "b").with("by", 2),
                action("Send").with("n", "b"));
    }

    @Test
    void an_action_with_all_its_arguments_is_one_instance() {
        assertThat(names(steps(action("Inc").with("n", "a").with("by", 2)))).containsExactly("Inc(a, 2)");
    }

    @Test
    void missing_arguments_are_enumerated() {
        assertThat(names(steps(action("Inc").with("by", 2)))).containsExactlyInAnyOrder("Inc(a, 2)", "Inc(b, 2)");
        assertThat(names(steps(action("Inc"))))
                .containsExactlyInAnyOrder("Inc(a, 1)", "Inc(a, 2)", "Inc(b, 1)", "Inc(b, 2)");
    }

    @Test
    void arguments_may_be_given_by_position() {
        assertThat(names(steps(action("Inc").withAll(B, TlaValue.of(1))))).containsExactly("Inc(b, 1)");
    }

    @Test
    void an_argument_outside_its_bound_or_of_another_kind_has_no_step() {
        assertThat(names(steps(action("Inc").with("by", 3)))).isEmpty();
        assertThat(names(steps(action("Inc").with("by", "three")))).isEmpty();
        TlaValue mixed = TlaValue.set(TlaValue.of(1), TlaValue.of("one"));
        assertThat(names(steps(action("Inc").with("by", mixed)))).isEmpty();
    }

    @Test
    void a_quantifier_may_range_over_a_set_that_depends_on_the_state() {
        assertThat(names(steps(action("Receive")))).isEmpty();
        assertThat(names(steps(withMessages(), action("Receive"))))
                .containsExactlyInAnyOrder("Receive([from |-> a, val |-> 1])", "Receive([from |-> b, val |-> 2])");
        assertThat(names(steps(withMessages(), action("Receive").with("m", message(B, 2)))))
                .containsExactly("Receive([from |-> b, val |-> 2])");
        assertThat(names(steps(withMessages(), action("Receive").with("m", message(B, 1)))))
                .isEmpty();
    }

    @Test
    void a_quantifier_may_bind_by_tuple_patterns() {
        assertThat(names(steps(action("Swap").with("b", "b")))).containsExactlyInAnyOrder("Swap(a, b)", "Swap(b, b)");
    }

    @Test
    void an_operator_on_the_way_to_actions_is_an_action_too() {
        assertThat(states(steps(action("Local").with("n", "a")))).hasSize(2);
        assertThat(names(steps(action("Local")))).containsExactlyInAnyOrder("Local(a)", "Local(b)");
    }

    @Test
    void an_action_may_be_defined_in_a_LET() {
        assertThat(names(steps(action("Reset")))).isEmpty();
        assertThat(names(steps(withMessages(), action("Reset")))).containsExactly("Reset(b)");
    }

    @Test
    void an_event_without_an_action_is_a_step_of_Next_or_stuttering() {
        assertThat(names(steps(something())))
                .contains("Inc(a, 1)", "Inc(b, 2)", "Swap(a, b)", "Clear", "stuttering")
                .doesNotContain("Send(a)", "Next");
        assertThat(names(steps(something().then("x", x(0, 1))))).containsExactly("Inc(b, 1)");
    }

    @Test
    void all_steps_do_not_include_stuttering() {
        assertThat(names(spec.steps(initial(spec)))).contains("Inc(a, 1)").doesNotContain("stuttering");
    }

    @Test
    void a_whole_variable_is_as_observed() {
        assertThat(names(steps(action("Inc").then("x", x(1, 0))))).containsExactly("Inc(a, 1)");
        assertThat(names(steps(action("Inc").then("x", x(1, 1))))).isEmpty();
    }

    @Test
    void a_value_of_another_kind_differs_and_is_no_error() {
        assertThat(names(steps(action("Inc").then("x", TlaValue.of(7))))).isEmpty();
        assertThat(names(steps(action("Inc").then("log", TlaValue.setOf("a"))))).isEmpty();
        TlaValue mixed = TlaValue.set(TlaValue.of(1), TlaValue.of("one"));
        assertThat(names(steps(action("Inc").then("msgs", mixed)))).isEmpty();
    }

    @Test
    void the_empty_sequence_is_the_empty_function() {
        TlaValue empty = TlaValue.function(new TreeMap<TlaValue, TlaValue>());
        assertThat(names(steps(action("Inc").with("n", "a").with("by", 1).then("log", empty))))
                .containsExactly("Inc(a, 1)");
    }

    @Test
    void parts_of_a_variable_are_as_observed() {
        assertThat(names(steps(action("Inc").then("x", part("b", TlaValue.of(2))))))
                .containsExactly("Inc(b, 2)");
    }

    @Test
    void content_is_as_observed() {
        SpecState from = withMessages();
        assertThat(names(steps(from, action("Receive").then("msgs", has(message(A, 1))))))
                .containsExactly("Receive([from |-> b, val |-> 2])");
        SpecState again = after(spec, action("Inc").with("n", "a").with("by", 1));
        assertThat(names(steps(again, something().then("msgs", added(message(A, 1))))))
                .containsExactly("Send(a)");
        assertThat(names(steps(again, something().then("msgs", added(message(A, 2))))))
                .isEmpty();
    }

    @Test
    void the_state_before_is_as_observed() {
        assertThat(names(steps(action("Inc").with("n", "a").with("by", 1).before("x", x(0, 0)))))
                .containsExactly("Inc(a, 1)");
        assertThat(names(steps(action("Inc").before("x", x(0, 1))))).isEmpty();
    }

    @Test
    void model_values_may_be_written_as_strings() {
        TlaValue written = TlaValue.function(Map.of(TlaValue.of("a"), TlaValue.of(1), B, TlaValue.of(0)));
        assertThat(names(steps(action("Inc").then("x", written)))).containsExactly("Inc(a, 1)");
    }

    @Test
    void initial_states_are_as_observed() {
        var right = new TreeMap<>(Map.of("x", part("a", TlaValue.of(0))));
        var wrong = new TreeMap<>(Map.of("x", part("a", TlaValue.of(1))));
        assertThat(spec.initialStates(Seen.AT, right)).hasSize(1);
        assertThat(spec.initialStates(Seen.AT, wrong)).isEmpty();
    }

    @Test
    void a_state_from_elsewhere_has_the_fingerprint_of_the_same_state() {
        SpecState from = withMessages();
        assertThat(spec.state(from.values()).fingerprint()).isEqualTo(from.fingerprint());
        assertThat(names(spec.steps(spec.state(from.values())))).isEqualTo(names(spec.steps(from)));
    }

    @Test
    void a_program_that_failed_takes_no_step_of_the_spec() {
        assertThat(names(steps(action("__exception").with("message", "boom")))).isEmpty();
    }
}
