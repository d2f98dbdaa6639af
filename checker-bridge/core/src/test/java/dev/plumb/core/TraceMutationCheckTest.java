package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumb.core.TraceMutant.Kind;
import dev.plumb.core.TraceMutationResult.Row;
import dev.plumb.core.TraceMutationResult.Verdict;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.Trace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much traces check: strong and weak recordings of the same run. */
class TraceMutationCheckTest {
    @TempDir
    Path folder;

    private TraceCheck tank() {
        new Fixture(folder)
                .module(
                        "Tank",
                        "EXTENDS Naturals",
                        "VARIABLES level, colour",
                        "Init == level = 0 /\\ colour \\in {\"red\", \"blue\"}",
                        "Fill(n) == level' = level + n /\\ level' < 5 /\\ colour' \\in {\"red\", \"blue\"}",
                        "Drain(n) == level >= n /\\ level' = level - n /\\ UNCHANGED colour",
                        "Next == \\E n \\in 1..2 : Fill(n) \\/ Drain(n)",
                        "Shallow == level < 4");
        return new TraceCheck(new Fixture(folder).module("Tank"), TlcJar.find());
    }

    private TraceMutationResult mutate(int max, long seed, String... lines) {
        return new TraceMutationCheck(tank(), max, seed)
                .check(new Traces(folder).part(lines).read());
    }

    private static Row row(TraceMutationResult result, String action, Kind kind, String field) {
        return result.rows().stream()
                .filter(row -> row.action().equals(action)
                        && row.kind() == kind
                        && row.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static final String[] STRONG = {
        "{'plumb':1}",
        "{'action':'Fill','args':{'n':2},'state':{'level':2,'colour':'red'}}",
        "{'action':'Fill','args':{'n':1},'state':{'level':3,'colour':'blue'}}",
        "{'action':'Drain','args':{'n':2},'state':{'level':1}}",
        "{'action':'Drain','args':{'n':1},'state':{'level':0}}"
    };
    private static final String[] WEAK = {
        "{'plumb':1}",
        "{'action':'Fill','args':{'n':2},'state':{'colour':'red'}}",
        "{'action':'Fill','args':{'n':1},'state':{'colour':'blue'}}",
        "{'action':'Drain'}",
        "{'action':'Drain'}"
    };

    @Test
    void of_a_strong_trace_all_is_refused_but_what_the_spec_leaves_open() {
        TraceMutationResult strong = mutate(1_000, 0, STRONG);
        assertThat(strong.rows().stream().filter(row -> row.accepted() > 0))
                .containsExactly(new Row("Fill", Kind.CHANGE, "colour", 0, 2, 0));
        assertThat(row(strong, "Drain", Kind.DROP, ""))
                .as("the last event left out is a beginning of the same run")
                .isEqualTo(new Row("Drain", Kind.DROP, "", 1, 0, 0));
        assertThat(row(strong, "Fill", Kind.CHANGE, "level")).isEqualTo(new Row("Fill", Kind.CHANGE, "level", 2, 0, 0));
        assertThat(row(strong, "Fill", Kind.DUPLICATE, "").refused()).isEqualTo(2);
        assertThat(strong.count(Verdict.UNDECIDED)).isZero();
    }

    @Test
    void of_a_weak_trace_of_the_same_run_more_is_accepted() {
        TraceMutationResult weak = mutate(1_000, 0, WEAK);
        assertThat(row(weak, "Drain", Kind.DROP, "").accepted()).isEqualTo(1);
        assertThat(row(weak, "Fill", Kind.CHANGE, "the argument n").accepted()).isEqualTo(2);
        assertThat(weak.count(Verdict.ACCEPTED))
                .isGreaterThan(mutate(1_000, 0, STRONG).count(Verdict.ACCEPTED));
        assertThat(weak.rows().stream().filter(row -> row.kind() == Kind.SWAP))
                .as("two Drains of which nothing else is known are the same in any order")
                .extracting(Row::action, Row::accepted, Row::refused)
                .containsExactly(tuple("Fill", 1, 0), tuple("Drain", 1, 0));
    }

    @Test
    void the_same_seed_draws_the_same_and_each_sort_of_fault_is_among_them() {
        TraceMutationResult some = mutate(9, 7, STRONG);
        assertThat(some.mutants()).hasSize(9);
        assertThat(some.possible()).isGreaterThan(9);
        assertThat(some.rows()).isEqualTo(mutate(9, 7, STRONG).rows());
        assertThat(some.mutants().stream().map(each -> each.mutant().kind())).contains(Kind.values());
    }

    @Test
    void a_mutant_that_breaks_what_the_cfg_claims_is_refused() {
        String[] lines = {"{'plumb':1}", "{'action':'Fill','args':{'n':2}}", "{'action':'Fill','args':{'n':1}}"};
        assertThat(row(mutate(1_000, 0, lines), "Fill", Kind.DUPLICATE, "").accepted())
                .isEqualTo(1);
        new Fixture(folder).config("Tank", "INIT Init", "NEXT Next", "INVARIANT Shallow");
        assertThat(row(mutate(1_000, 0, lines), "Fill", Kind.DUPLICATE, "").accepted())
                .isZero();
    }

    @Test
    void a_trace_that_diverges_has_no_mutants() {
        assertThat(mutate(1_000, 0, "{'plumb':1}", "{'action':'Drain'}").mutants())
                .isEmpty();
    }

    @Test
    void an_event_that_is_left_out_takes_its_place_in_the_clocks_of_others_along() {
        Trace trace = new Traces(folder)
                .part(
                        "{'plumb':1,'trace':'t'}",
                        "{'process':'a','action':'Fill','args':{'n':1},'clock':{'a':1}}",
                        "{'process':'a','action':'Fill','args':{'n':2},'clock':{'a':2}}")
                .part(
                        "{'plumb':1,'trace':'t'}",
                        "{'process':'b','action':'Drain','args':{'n':2},'clock':{'a':2,'b':1}}")
                .read();
        TraceMutationResult result = new TraceMutationCheck(tank(), 1_000, 0).check(trace);
        assertThat(result.mutants().stream()
                        .filter(each -> each.mutant().kind() == Kind.DROP)
                        .map(each -> each.mutant().event().source().line() + " "
                                + each.mutant().action() + " " + each.verdict()))
                .as("the Drain waits for the Fill that is left, and for nothing that is not there")
                .containsExactlyInAnyOrder("2 Fill ACCEPTED", "3 Fill REFUSED");
        assertThat(result.mutants().stream()
                        .filter(each -> each.mutant().kind() == Kind.SWAP)
                        .map(each -> each.mutant().action() + " " + each.verdict()))
                .as("the Fills, and the last of them with the Drain that had heard of it")
                .containsExactlyInAnyOrder("Fill ACCEPTED", "Drain REFUSED");
    }
}
