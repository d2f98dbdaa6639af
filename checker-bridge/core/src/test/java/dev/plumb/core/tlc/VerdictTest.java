package dev.plumb.core.tlc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.plumb.core.Outcome;
import dev.plumb.core.Outcome.PropertyKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded messages, and above all those ways in which TLC says green and is not. */
class VerdictTest {
    private static final ToolMessage SUCCESS =
            new ToolMessage(2193, 0, "Model checking completed. No error has been found.");
    private static final ToolMessage THROUGH = counts(0);
    private static final ToolMessage VIOLATION = new ToolMessage(2110, 1, "Invariant Inv is violated.");

    private static ToolMessage counts(int queued) {
        return new ToolMessage(
                2199, 0, "1,146 states generated, 288 distinct states found, " + queued + " states left on queue.");
    }

    private static TlcRun run(int exitCode, List<ToolMessage> messages) {
        return new TlcRun(exitCode, messages, "", Optional.empty(), List.of());
    }

    private static Outcome verdict(int exitCode, ToolMessage... messages) {
        return verdict(run(exitCode, List.of(messages))).outcome();
    }

    private static Verdict verdict(TlcRun run) {
        return new Verdict(run, new Mode.BreadthFirst(), "M.cfg", List.of("P", "Q"), List.of());
    }

    @Test
    void holds_if_all_signs_are_green() {
        assertThat(verdict(0, SUCCESS, THROUGH)).isEqualTo(new Outcome.Holds());
    }

    @Test
    void is_a_violation_whatever_success_is_told_after_it() {
        assertThat(verdict(0, VIOLATION, SUCCESS, THROUGH))
                .isEqualTo(new Outcome.Violates("Inv", PropertyKind.INVARIANT));
    }

    @Test
    void has_erred_with_any_error_and_with_no_warning() {
        ToolMessage warning = new ToolMessage(2401, 3, "something that is no error");
        ToolMessage error = new ToolMessage(1000, 1, "TLC threw an unexpected exception.");
        assertThat(verdict(run(0, List.of(warning, THROUGH))).hasErred()).isFalse();
        assertThat(verdict(run(0, List.of(warning, error, THROUGH))).hasErred()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void is_not_green_with_any_error_before_the_success(int severity) {
        ToolMessage error = new ToolMessage(9999, severity, "something that nobody knows");
        assertThat(verdict(0, error, SUCCESS, THROUGH))
                .isInstanceOfAny(Outcome.SpecError.class, Outcome.ToolError.class);
    }

    @Test
    void is_no_verdict_without_the_sentence_of_success() {
        Outcome outcome = verdict(0, THROUGH);
        assertThat(outcome)
                .asInstanceOf(type(Outcome.ToolError.class))
                .extracting(error -> error.problem().what())
                .isEqualTo("TLC ended with exit code 0 and without a verdict.");
    }

    @Test
    void is_no_verdict_with_states_left_to_visit_or_without_counts() {
        assertThat(verdict(0, SUCCESS, counts(7))).isInstanceOf(Outcome.ToolError.class);
        assertThat(verdict(0, SUCCESS)).isInstanceOf(Outcome.ToolError.class);
    }

    @Test
    void is_no_verdict_with_another_exit_code_than_0() {
        assertThat(verdict(255, SUCCESS, THROUGH)).isInstanceOf(Outcome.ToolError.class);
    }

    @Test
    void is_no_verdict_if_TLC_was_killed() {
        assertThat(verdict(137, new ToolMessage(2185, 0, "Starting..."))).isInstanceOf(Outcome.ToolError.class);
        assertThat(verdict(143, new ToolMessage(1000, 1, "TLC threw an unexpected exception.")))
                .isInstanceOf(Outcome.ToolError.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1001, 1005, 2128, 2160})
    void does_not_blame_the_spec_for_memory_and_disk(int code) {
        assertThat(verdict(255, new ToolMessage(code, 1, "Java ran out of memory."))
                        .exitCode())
                .isEqualTo(153);
    }

    @Test
    void does_not_blame_the_spec_for_a_heap_that_TLC_takes_for_an_error_of_it() {
        ToolMessage full = new ToolMessage(1000, 1, "TLC threw an unexpected exception. GC overhead limit exceeded");
        assertThat(verdict(75, full)).isInstanceOf(Outcome.ToolError.class);
        ToolMessage inSpec = new ToolMessage(2132, 0, "\"Java heap space\"");
        assertThat(new Verdict(run(0, List.of(inSpec)), new Mode.BreadthFirst(), "M.cfg", List.of(), List.of())
                        .isOutOfMemory())
                .isFalse();
    }

    @Test
    void names_a_temporal_property_where_TLC_does_and_both_where_it_does_not() {
        assertThat(verdict(13, new ToolMessage(2116, 1, "Temporal property Q was violated.")))
                .isEqualTo(new Outcome.Violates("Q", PropertyKind.TEMPORAL));
        assertThat(verdict(13, new ToolMessage(2116, 1, "Temporal properties were violated.")))
                .isEqualTo(new Outcome.Violates("one of P, Q", PropertyKind.TEMPORAL));
    }

    @Test
    void puts_the_messages_of_one_error_together() {
        Outcome outcome = verdict(
                75,
                new ToolMessage(1000, 1, "TLC threw an unexpected exception."),
                new ToolMessage(2147, 1, "In evaluation, the identifier\n  x is undefined."),
                new ToolMessage(
                        2103,
                        1,
                        "0. Line 7, column 3 to line 7, column 9 in M\n1. Line 9, column 3 to line 9, column 9 in M"));
        assertThat(outcome).asInstanceOf(type(Outcome.SpecError.class)).satisfies(error -> {
            assertThat(error.exitCode()).isEqualTo(75);
            assertThat(error.problem().text())
                    .startsWith("PLUMB-S13 M.tla:9:3: In evaluation, the identifier x is undefined. 0. Line 7");
        });
    }

    @Test
    void reads_a_behaviour_with_its_end() {
        TlcRun stutters = run(state(1, "Initial predicate", "x = 0"), new ToolMessage(2218, 4, "2: Stuttering"));
        assertThat(PrintedBehaviour.of(stutters).orElseThrow().loopsTo()).hasValue(1);
        String place = "Next line 5, col 9 to line 5, col 18 of module M";
        TlcRun lasso = run(
                state(1, "Initial predicate", "x = 0"),
                state(2, place, "x = 1"),
                new ToolMessage(2122, 4, "1: Back to state: <" + place + ">"));
        PrintedBehaviour behaviour = PrintedBehaviour.of(lasso).orElseThrow();
        assertThat(behaviour.loopsTo()).hasValue(1);
        assertThat(behaviour.states().get(1).action()).contains("Next");
        assertThat(behaviour.states().get(1).place()).hasToString("Optional[M.tla:5:9]");
    }

    @Test
    void reads_the_arguments_and_the_values_that_span_lines() {
        TlcRun run = run(state(
                1,
                "Send(n1, \"a > b\") line 5, col 9 to line 5, col 18 of module M",
                "/\\ x = {1,\n  2}\n/\\ y = \"<>\""));
        PrintedBehaviour.State state =
                PrintedBehaviour.of(run).orElseThrow().states().get(0);
        assertThat(state.action()).contains("Send(n1, \"a > b\")");
        assertThat(state.values().toString()).isEqualTo("{x={1, 2}, y=\"<>\"}");
    }

    @Test
    void counts_in_any_grouping_of_digits_and_sums_up_coverage() {
        TlcRun run = run(
                new ToolMessage(2772, 0, "<Send line 5, col 1 to line 5, col 9 of module M>: 1,004:2.008"),
                new ToolMessage(2772, 0, "<Lose line 6, col 1 to line 6, col 9 of module M>: 0:0"),
                THROUGH,
                new ToolMessage(2194, 0, "The depth of the complete state graph search is 11."));
        Statistics statistics = Statistics.of(run).orElseThrow();
        assertThat(statistics.generated()).isEqualTo(1146);
        assertThat(statistics.distinct()).isEqualTo(288);
        assertThat(statistics.depth()).isEqualTo(11);
        assertThat(statistics.taken()).containsEntry("Send", 2008L).containsEntry("Lose", 0L);
    }

    private static ToolMessage state(int number, String action, String values) {
        return new ToolMessage(2217, 4, number + ": <" + action + ">\n" + values);
    }

    private static TlcRun run(ToolMessage... messages) {
        return run(12, new ArrayList<>(Arrays.asList(messages)));
    }
}
