package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.core.tlc.TlcPool;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.Mutation;
import dev.plumb.kernel.api.Mutation.Kind;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.traces.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationCheckTest {
    private static final TlcPool POOL = new TlcPool(TlcJar.find());

    @TempDir
    private Path folder;

    private Fixture specs;

    @AfterAll
    static void end_TLC() {
        POOL.close();
    }

    @BeforeEach
    void write_a_queue_and_its_model() {
        specs = new Fixture(folder)
                .module(
                        "Queue",
                        "EXTENDS Naturals, Sequences, TLC",
                        "CONSTANT Max",
                        "VARIABLE q",
                        "Init == q = <<>>",
                        "HasRoom == Len(q) < Max",
                        "Put == HasRoom /\\ PrintT(\"put\") /\\ q' = Append(q, 0)",
                        "Take == /\\ q # <<>>",
                        "        /\\ q' = Tail(q)",
                        "Next == Put \\/ Take",
                        "Bounded == HasRoom \\/ Len(q) = Max",
                        "Small == Len(q) < 1")
                .module("MCQueue", "EXTENDS Queue", "Anything == q = q")
                .config("MCQueue", "INIT Init NEXT Next CONSTANT Max = 2 INVARIANT Bounded")
                .config("MCQueue_Vacuous", "INIT Init NEXT Next CONSTANT Max = 2 INVARIANT Anything")
                .config("MCQueue_Small", "INIT Init NEXT Next CONSTANT Max = 2 INVARIANT Small");
    }

    private List<String> verdicts(String config) {
        return verdicts(config, CheckOptions.DEFAULT);
    }

    private List<String> verdicts(String config, CheckOptions options) {
        MutationCheck check = new MutationCheck(specs.model(config), POOL, options);
        ModelCheckResult baseline = check.baseline(counts -> {});
        return check.mutants().stream()
                .map(mutant -> check.check(mutant, baseline, counts -> {}))
                .map(result -> result.mutant().mutation().place() + " "
                        + result.mutant().mutation().kind() + " " + result.verdict())
                .toList();
    }

    @Test
    void finds_faults_in_modules_that_are_extended_but_none_in_what_is_checked() {
        assertThat(verdicts("MCQueue"))
                .containsExactly(
                        "Queue.tla:7:8 DROP_ACTION KILLED",
                        "Queue.tla:7:8 DROP_GUARD KILLED",
                        "Queue.tla:8:9 DROP_ACTION KILLED",
                        "Queue.tla:8:12 DROP_GUARD INVALID",
                        "Queue.tla:8:14 NEGATE INVALID");
    }

    @Test
    void a_mutant_without_end_is_undecided() {
        assertThat(verdicts("MCQueue_Vacuous"))
                .contains("Queue.tla:7:8 DROP_GUARD UNDECIDED", "Queue.tla:6:19 WEAKEN SURVIVED");
    }

    @Test
    void a_mutant_that_takes_too_long_is_undecided() {
        specs.module(
                        "Slow",
                        "EXTENDS Naturals",
                        "VARIABLE n",
                        "Init == n = 0",
                        "Many == SUBSET (1 .. IF n < 2 THEN 0 ELSE 24)",
                        "Next == n < 2 /\\ n' = n + 1 /\\ \\A S \\in Many : S = S",
                        "Counts == n >= 0")
                .config("Slow", "INIT Init NEXT Next INVARIANT Counts CHECK_DEADLOCK FALSE");
        Budget second = new Budget(Optional.of(Duration.ofSeconds(1)), OptionalLong.empty(), Optional.empty());
        MutationCheck check = new MutationCheck(specs.model("Slow"), POOL, CheckOptions.DEFAULT.withBudget(second));
        Mutant withoutGuard = check.mutants().stream()
                .filter(mutant -> mutant.mutation().kind() == Kind.DROP_GUARD)
                .findFirst()
                .orElseThrow();
        MutantResult result = check.check(withoutGuard, check.baseline(counts -> {}), counts -> {});
        assertThat(result.verdict()).isEqualTo(MutantResult.Verdict.UNDECIDED);
        assertThat(result.why()).contains("1s");
    }

    @Test
    void constants_may_be_others_than_the_cfg_has() {
        CheckOptions five = CheckOptions.DEFAULT.withConstants(new TreeMap<>(Map.of("Max", "5")));
        MutationCheck check = new MutationCheck(specs.model("MCQueue"), POOL, five);
        ModelCheckResult baseline = check.baseline(counts -> {});
        assertThat(baseline.statistics().orElseThrow().distinct()).isEqualTo(6);
        assertThat(check.check(check.mutants().get(0), baseline, counts -> {}).verdict())
                .isEqualTo(MutantResult.Verdict.KILLED);
    }

    @Test
    void a_model_that_does_not_hold_is_refused() {
        MutationCheck check = new MutationCheck(specs.model("MCQueue_Small"), POOL, CheckOptions.DEFAULT);
        assertThatThrownBy(() -> check.baseline(counts -> {}))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("PLUMB-C100"))
                .hasMessageContaining("violates Small");
    }

    @Test
    void nothing_of_the_user_s_is_changed() throws IOException {
        String before = Files.readString(specs.path("Queue.tla"));
        verdicts("MCQueue");
        assertThat(Files.readString(specs.path("Queue.tla"))).isEqualTo(before);
        assertThat(folder).isDirectoryNotContaining("glob:**{out,tlc.out}");
    }

    @Test
    void draws_in_order_and_by_the_seed_alone() {
        List<Mutant> all = IntStream.rangeClosed(1, 50)
                .mapToObj(line -> mutant(new SourceRange("A", line, 1, line, 1), "TRUE"))
                .toList();
        List<Mutant> drawn = MutationCheck.sample(all, 10, 3);
        assertThat(drawn).hasSize(10).isSubsetOf(all).isEqualTo(MutationCheck.sample(all, 10, 3));
        assertThat(drawn).isSortedAccordingTo((a, b) -> all.indexOf(a) - all.indexOf(b));
        assertThat(drawn).isNotEqualTo(MutationCheck.sample(all, 10, 4));
        assertThat(MutationCheck.sample(all, 51, 3)).isEqualTo(all);
    }

    private static Mutant mutant(SourceRange place, String replacement) {
        return new Mutant(Path.of("A.tla"), new Mutation(Kind.NEGATE, place, "", replacement));
    }

    @Test
    void all_else_stays_in_its_column() {
        assertThat(mutant(new SourceRange("A", 1, 4, 1, 10), "TRUE").mutated("/\\ x = 123 /\\ \\/ y\n"))
                .isEqualTo("/\\ TRUE    /\\ \\/ y\n");
        assertThat(mutant(new SourceRange("A", 1, 3, 1, 5), "\\notin").mutated("x \\in S => /\\ y\n"))
                .isEqualTo("x \\notin\n      S => /\\ y\n");
        assertThat(mutant(new SourceRange("A", 1, 4, 2, 4), "TRUE").mutated("/\\ \\/ a\n   b /\\ c\nd\n"))
                .isEqualTo("/\\ TRUE\n     /\\ c\nd\n");
        assertThat(mutant(new SourceRange("A", 1, 9, 1, 9), "#").mutated("\tx = y\r\n"))
                .isEqualTo("        # = y\n");
    }
}
