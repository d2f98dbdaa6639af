package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.TraceCheckResult.Judged.Violating;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private static final String PAGE = "file:///build/TwoPhase/page.html";

    private final TextReport plain = TextReport.plain();

    @Test
    void a_green_check_takes_two_lines() {
        assertThat(plain.of(TwoPhase.holds())).isEqualTo("""
                        HOLDS  TypeOK and Consistent hold in TwoPhase (TwoPhase.cfg).
                          1,146 states generated, 288 distinct, depth 11, 0.9 s
                        """);
    }

    @Test
    void a_violated_invariant_is_told_step_by_step() {
        Golden.matches("violation.txt", plain.of(TwoPhase.violation()));
    }

    @Test
    void what_is_false_is_told_before_the_steps() {
        Golden.matches("explained.txt", plain.of(TwoPhase.explained()));
    }

    @Test
    void the_story_for_a_failed_test_fits_twenty_lines() {
        Golden.matches(
                "failure.txt",
                TextReport.failure(TwoPhase.explained(), List.of("expected: success"), PAGE)
                        + "\n"
                        + TextReport.failure(TwoPhase.lasso(), List.of(), PAGE)
                        + "\n"
                        + TextReport.failure(TwoPhase.divergence(), PAGE));
    }

    @Test
    void what_is_cut_of_it_is_never_how_to_see_it_again() {
        List<String> differences = IntStream.range(0, 30)
                .mapToObj(i -> "action A" + i + ": expected taken, found never taken")
                .toList();
        Stream.of(
                        TextReport.failure(TwoPhase.everyReason("x".repeat(200_000)), PAGE),
                        TextReport.failure(TwoPhase.endsElsewhere(), PAGE),
                        TextReport.failure(Stories.violation(), differences, PAGE),
                        TextReport.failure(hostile("\u001b[2J".repeat(50_000)), List.of(), PAGE))
                .forEach(text -> assertThat(text)
                        .hasSizeLessThan(3_000)
                        .doesNotContain("\u001b")
                        .containsPattern("\n  Reproduce: plumb [^\n]+\n  see " + PAGE + "\n$")
                        .satisfies(all -> assertThat(all.lines()).hasSizeLessThanOrEqualTo(20)));
        assertThat(TextReport.failure(Stories.violation(), differences, PAGE))
                .contains("  action A4:", "\n  … 25 more\n")
                .doesNotContain("action A5");
    }

    @Test
    void a_lasso_says_where_it_returns_to() {
        Golden.matches("lasso.txt", plain.of(TwoPhase.lasso()));
    }

    @Test
    void a_deadlock_shows_the_state_without_successor() {
        Golden.matches("deadlock.txt", plain.of(TwoPhase.deadlock()));
    }

    @Test
    void a_conforming_trace_says_how_much_was_seen() {
        assertThat(plain.of(TwoPhase.conforms())).isEqualTo("""
                        CONFORMS  Trace demo-7 is a behaviour of TwoPhase.
                          9 events, 1 run, 11 spec states, 0.2 s
                          Warning: The last line of demo-7.ndjson is torn and was left out.
                        """);
    }

    @Test
    void of_a_conforming_trace_only_those_claims_hold_that_hold_in_any_case() {
        Outcome conforms = new Outcome.Conforms();
        assertThat(plain.of(TwoPhase.judged(conforms, Violating.NONE)))
                .startsWith(
                        "CONFORMS  Trace demo-7 is a behaviour of TwoPhase, in which TypeOK and Consistent hold.\n");
        assertThat(plain.of(TwoPhase.judged(conforms, Violating.SOME)))
                .startsWith("CONFORMS  Trace demo-7 is a behaviour of TwoPhase, in which TypeOK holds.\n");
    }

    @Test
    void a_trace_that_violates_a_claim_says_by_which_event() {
        Outcome violates = new Outcome.Violates("Consistent", Outcome.PropertyKind.INVARIANT);
        assertThat(plain.of(TwoPhase.judged(violates, Violating.ALL)))
                .startsWith("VIOLATED  Invariant Consistent of TwoPhase is violated by trace demo-7 at event 3 of 9,")
                .contains("Consistent is violated\n");
    }

    @Test
    void a_divergence_names_the_false_conjunct_and_the_line_of_java() {
        Golden.matches("divergence.txt", plain.of(TwoPhase.divergence()));
    }

    @Test
    void a_step_that_ends_elsewhere_sets_seen_and_expected_below_each_other() {
        Golden.matches("ends-elsewhere.txt", plain.of(TwoPhase.endsElsewhere()));
    }

    @Test
    void every_reason_is_told_and_the_other_runs_are_too() {
        Golden.matches("every-reason.txt", plain.of(TwoPhase.everyReason("r9")));
    }

    @Test
    void reasons_with_long_texts_keep_to_the_width_of_a_terminal() {
        String text = plain.of(TwoPhase.everyReason("x".repeat(200_000)));
        assertThat(text.length()).isLessThan(30_000);
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
    }

    @Test
    void problems_are_told_in_their_own_words() {
        Golden.matches(
                "problems.txt",
                plain.of(TwoPhase.model(new Outcome.SpecError(problem(Problem.Kind.SPEC, "PLUMB-S04"), 150)))
                        + plain.of(TwoPhase.trace(new Outcome.BadInput(problem(Problem.Kind.INPUT, "PLUMB-T07"))))
                        + plain.of(TwoPhase.model(new Outcome.ToolError(problem(Problem.Kind.TOOL, "PLUMB-X01"))))
                        + plain.of(TwoPhase.trace(new Outcome.Vacuous("the trace holds no events")))
                        + plain.of(TwoPhase.model(new Outcome.Incomplete("the time limit of 60 s"))));
    }

    @Test
    void colour_adds_nothing_but_escape_sequences() {
        String coloured = TextReport.coloured().of(TwoPhase.violation());
        assertThat(coloured).contains("\u001b[1;31mVIOLATED");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain.of(TwoPhase.violation()));
    }

    @Test
    void values_cannot_steer_the_terminal() {
        ModelCheckResult hostile = hostile("\u001b[2J\u0007\u202Eevil\r");
        assertThat(plain.of(hostile))
                .doesNotContain("\u001b", "\u0007", "\u202E", "\r")
                .contains("␛[2J␇\\u202Eevil");
    }

    @Test
    void lines_keep_to_the_width_of_a_terminal_where_values_are_long() {
        assertThat(plain.of(hostile("long words ".repeat(5_000))).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
    }

    @Test
    void the_same_result_gives_the_same_text() {
        assertThat(plain.of(TwoPhase.divergence())).isEqualTo(plain.of(TwoPhase.divergence()));
        assertThat(allTexts())
                .allSatisfy(text -> assertThat(text).endsWith("\n").doesNotContain(" \n"));
    }

    private Stream<String> allTexts() {
        Stream<TraceCheckResult> traces =
                Stream.of(TwoPhase.conforms(), TwoPhase.divergence(), TwoPhase.endsElsewhere());
        Stream<ModelCheckResult> models = Stream.of(TwoPhase.holds(), TwoPhase.violation(), TwoPhase.lasso());
        return Stream.concat(traces.map(plain::of), models.map(plain::of));
    }

    private static ModelCheckResult hostile(String value) {
        return TwoPhase.model(
                new Outcome.Deadlocks(),
                Optional.of(new BehaviourBuilder("a")
                        .with("x", TlaValue.of(1))
                        .initially()
                        .with("x", TlaValue.of(value))
                        .step("a", "Write", 3)
                        .build()),
                TwoPhase.counted(2, 2, 0, 2));
    }

    private static Problem problem(Problem.Kind kind, String code) {
        return new Problem(
                kind,
                code,
                "TwoPhase.cfg names invariant Consistant, which TwoPhase does not define.",
                Optional.of(new Source("TwoPhase.cfg", 4)),
                "Did you mean Consistent?");
    }

    @Test
    void expressions_are_told_apart_from_variables() {
        Golden.matches("expressions.txt", TextReport.plain().of(TwoPhase.withExpressions()));
    }
}
