package dev.plumb.kernel;

import static dev.plumb.kernel.Fixture.initial;
import static dev.plumb.kernel.Fixture.names;
import static dev.plumb.kernel.Seen.action;
import static dev.plumb.kernel.Seen.added;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumb.kernel.api.EventBinding;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What events are by a binding. */
class BindingTest {
    private static final TlaValue A = TlaValue.model("a");
    private static final TlaValue B = TlaValue.model("b");
    private static LoadedSpec spec;

    @BeforeAll
    static void load() {
        SpecSource source = new SpecSource(
                Fixture.FOLDER.resolve("Actions.tla"),
                List.of(),
                Fixture.ACTIONS,
                Optional.of(Fixture.FOLDER.resolve("ActionsBinding.tla")));
        spec = Kernel.load(source, TlcJar.find());
    }

    @AfterAll
    static void close() {
        spec.close();
    }

    private static List<Successor> successors(SpecState from, Seen seen) {
        return spec.steps(from, spec.observe(seen.event())).successors();
    }

    private static List<String> steps(SpecState from, Seen seen) {
        return List.copyOf(names(spec.steps(from, spec.observe(seen.event()))));
    }

    private static List<String> steps(Seen seen) {
        return steps(initial(spec), seen);
    }

    private static SpecState after(Seen... events) {
        return Fixture.after(spec, events);
    }

    private static WhyNot whyNot(SpecState from, Seen seen) {
        return spec.whyNot(from, spec.observe(seen.event())).get(0);
    }

    private static WhyNot whyNot(Seen seen) {
        return whyNot(initial(spec), seen);
    }

    private static TlaValue x(int a, int b) {
        return TlaValue.function(Map.of(A, TlaValue.of(a), B, TlaValue.of(b)));
    }

    @Test
    void an_operator_renames_an_action_and_its_arguments() {
        assertThat(steps(action("incremented").with("node", "a"))).containsExactly("Inc(a, 1)");
        assertThat(steps(action("Incremented").with("node", "c"))).isEmpty();
    }

    @Test
    void what_it_says_nothing_of_is_named_as_in_the_spec() {
        assertThat(steps(action("Inc").with("n", "a").with("by", 2))).containsExactly("Inc(a, 2)");
    }

    @Test
    void an_operator_picks_an_action_by_a_value() {
        SpecState sent =
                after(action("incremented").with("node", "a"), action("Send").with("n", "a"));
        assertThat(steps(sent, action("moved").with("kind", "receive").with("val", 1)))
                .containsExactly("Receive([from |-> a, val |-> 1])");
        assertThat(steps(sent, action("moved").with("kind", "receive").with("val", 2)))
                .isEmpty();
        assertThat(steps(sent, action("moved").by("a").with("kind", "send"))).containsExactly("stuttering");
        assertThat(steps(sent, action("moved").by("b").with("kind", "send"))).isEmpty();
    }

    @Test
    void an_operator_may_leave_a_choice() {
        SpecState incremented = after(action("incremented").with("node", "a"));
        assertThat(steps(incremented, action("either").withAll(A))).containsExactlyInAnyOrder("Send(a)", "Clear");
        assertThat(steps(incremented, action("either").withAll(B))).containsExactly("Clear");
    }

    @Test
    void an_event_may_change_nothing_and_is_then_as_observed_all_the_same() {
        assertThat(steps(action("logged").then("x", x(0, 0)))).containsExactly("stuttering");
        assertThat(steps(action("logged").then("x", x(1, 0)))).isEmpty();
    }

    @Test
    void an_operator_cannot_allow_what_the_spec_does_not() {
        assertThat(steps(action("cheated").by("a"))).containsExactly("Inc(a, 2)");
        SpecState once = after(action("incremented").with("node", "a"));
        assertThat(steps(once, action("cheated").by("a"))).isEmpty();
        assertThat(whyNot(once, action("cheated").by("a")).toString())
                .contains("action=OnCheated")
                .contains("place=Actions.tla:41:3")
                .contains("text=Next")
                .contains("x'=(a :> 3 @@ b :> 0)");
    }

    @Test
    void several_steps_are_taken_one_after_the_other() {
        List<Successor> steps = successors(initial(spec), action("transfer").by("a"));
        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).action()).hasToString("Send(a)");
        assertThat(steps.get(0).via())
                .extracting(step -> step.action().toString())
                .containsExactly("Inc(a, 1)");
        SpecState twice = after(action("Inc").with("n", "a").with("by", 2));
        assertThat(steps(twice, action("transfer").by("a"))).isEmpty();
    }

    @Test
    void of_several_steps_what_was_seen_before_counts_for_the_first_and_what_was_seen_after_for_the_last() {
        TlaValue message = TlaValue.record(Map.of("from", A, "val", TlaValue.of(1)));
        Seen right = action("transfer")
                .by("a")
                .before("x", x(0, 0))
                .then("x", x(1, 0))
                .then("msgs", added(message));
        assertThat(steps(right)).containsExactly("Send(a)");
        assertThat(steps(action("transfer").by("a").before("x", x(1, 0)))).isEmpty();
        assertThat(steps(action("transfer").by("a").then("x", x(0, 0)))).isEmpty();
    }

    @Test
    void a_reason_is_found_in_the_spec_through_the_binding() {
        SpecState full = after(action("Inc").with("n", "a").with("by", 2));
        assertThat(whyNot(full, action("incremented").with("node", "a")).toString())
                .contains("action=Inc(a, 1), place=Actions.tla:15:6, text=x[n] + by <= Limit");
        assertThat(whyNot(full, action("incremented").with("node", "c")).toString())
                .contains("OutOfBounds")
                .contains("n \\in Node");
        assertThat(whyNot(full, action("transfer").by("a")).toString()).contains("text=x[n] + by <= Limit");
        assertThat(whyNot(action("moved").by("a").with("kind", "send")).toString())
                .contains("place=Actions.tla:20:6, text=x[n] > 0");
    }

    @Test
    void a_reason_in_the_binding_is_shown_there() {
        Seen notReally = action("guarded").by("a").with("really", TlaValue.of(false));
        assertThat(whyNot(notReally).toString()).contains("place=ActionsBinding.tla:10:17, text=e.args.really");
        assertThat(steps(action("guarded").by("a").with("really", TlaValue.of(true))))
                .containsExactly("Inc(a, 1)");
    }

    @Test
    void the_later_of_several_steps_may_be_the_one_that_fails() {
        SpecState sent = after(action("transfer").by("a"));
        Seen wrong = action("transfer").by("a").then("msgs", added(TlaValue.of(7)));
        assertThat(whyNot(sent, wrong).toString()).startsWith("EndsElsewhere[action=Send(a)");
    }

    @Test
    void an_argument_that_was_not_recorded_is_an_error_of_the_step() {
        assertThat(steps(action("incremented"))).singleElement().asString().contains("error:");
    }

    @Test
    void silent_steps_are_those_that_it_declares() {
        EventBinding binding = spec.binding().orElseThrow();
        assertThat(binding.silentSteps()).isEqualTo(2);
        SpecState sent = after(action("transfer").by("a"));
        assertThat(names(spec.steps(sent, binding.silent().orElseThrow())))
                .containsExactly("Receive([from |-> a, val |-> 1])");
    }

    @Test
    void the_operator_of_an_event_is_a_name_that_TLA_can_have() {
        assertThat(List.of("Sent", "sent", "tx.begin", "2pc", ""))
                .map(EventBinding::operator)
                .containsExactly("OnSent", "OnSent", "OnTx_begin", "On2pc", "On");
    }

    @Test
    void names_that_neither_knows_are_told_with_the_nearest_of_both() {
        String told = catchThrowableOfType(
                        Problem.class, () -> spec.observe(action("transfert").event()))
                .text();
        assertThat(told)
                .startsWith("PLUMB-N01")
                .contains("Did you mean Transfer?")
                .contains("Inc, ");
    }
}
