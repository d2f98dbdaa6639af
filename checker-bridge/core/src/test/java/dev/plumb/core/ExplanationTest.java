package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Explained.Moment;
import dev.plumb.kernel.api.LoopFairness;
import dev.plumb.kernel.api.LoopFairness.Demand;
import dev.plumb.kernel.api.LoopFairness.Share;
import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.WhyNot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of counterexamples beside their steps. */
class ExplanationTest {
    @TempDir
    Path folder;

    private Behaviour counterexample(String spec, String config) {
        Model model = new SpecLocator(List.of(Corpus.ROOT))
                .models(spec, Optional.of(config))
                .get(0);
        return new Fixture(folder)
                .check(model, CheckOptions.DEFAULT.withWorkers(1))
                .counterexample()
                .orElseThrow();
    }

    private static List<String> disabled(Moment moment) {
        return moment.disabled().stream()
                .map(WhyNot::action)
                .map(Object::toString)
                .toList();
    }

    @Test
    void of_an_invariant_the_false_part_is_found_and_what_of_the_state_it_read() {
        Behaviour behaviour = counterexample("MCTwoPhase", "MCTwoPhase_Hasty");
        OpenFormula property = behaviour.explained().property().orElseThrow();
        assertThat(property.text()).isEqualTo("Consistent");
        assertThat(property.at()).hasValue(behaviour.steps().size());
        assertThat(property.isFalse()).isTrue();
        OpenFormula instance = property.parts().get(0).parts().get(0);
        assertThat(instance.isFalse()).isTrue();
        assertThat(instance.witness()).hasToString("{a=r1, b=r3}");
        assertThat(property.read()).extracting(Object::toString).containsExactly("rmState[r1]", "rmState[r3]");
    }

    @Test
    void each_step_has_its_action_opened_and_each_state_what_could_follow_and_why_the_rest_could_not() {
        Behaviour behaviour = counterexample("MCTwoPhase", "MCTwoPhase_Hasty");
        Explained explained = behaviour.explained();
        assertThat(explained.moments()).hasSameSizeAs(behaviour.steps());
        Moment first = explained.moment(1).orElseThrow();
        assertThat(first.action()).isEmpty();
        assertThat(first.enabled())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "TMAbort",
                        "RMPrepare(r1)",
                        "RMPrepare(r2)",
                        "RMPrepare(r3)",
                        "RMChooseToAbort(r1)",
                        "RMChooseToAbort(r2)",
                        "RMChooseToAbort(r3)");
        assertThat(disabled(first)).contains("TMCommit", "RMRcvAbortMsg(r1)").doesNotContain("TMAbort");
        for (int number = 2; number <= behaviour.steps().size(); number++) {
            Moment moment = explained.moment(number).orElseThrow();
            String action = behaviour.steps().get(number - 1).action().orElseThrow();
            assertThat(moment.action()).hasValueSatisfying(opened -> {
                assertThat(opened.text()).isEqualTo(action);
                assertThat(opened.value()).contains(true);
                assertThat(opened.parts()).isNotEmpty();
            });
            assertThat(disabled(moment))
                    .doesNotContainAnyElementsOf(
                            moment.enabled().stream().map(Object::toString).toList());
        }
        assertThat(explained.moment(99)).isEmpty();
    }

    @Test
    void of_a_lasso_it_is_said_what_the_loop_passes_over() {
        Behaviour behaviour = counterexample("MCLamportMutex", "MCLamportMutex_Selfish");
        Explained explained = behaviour.explained();
        assertThat(explained.property()).hasValueSatisfying(property -> {
            assertThat(property.text()).isEqualTo("EachRequestIsGranted");
            assertThat(property.isFalse()).isTrue();
        });
        assertThat(explained.fairness()).isNotEmpty().allMatch(LoopFairness::isFair);
        assertThat(explained.fairness())
                .filteredOn(row -> row.demanded() == Demand.NONE)
                .filteredOn(row -> row.action().startsWith("Leave("))
                .singleElement()
                .satisfies(row -> assertThat(row.enabled()).isEqualTo(Share.ALWAYS))
                .satisfies(row -> assertThat(row.takenIn()).isEmpty());
        assertThat(counterexample("MCTwoPhase", "MCTwoPhase_Hasty").explained().fairness())
                .isEmpty();
    }

    @Test
    void a_case_with_an_other_is_opened_as_any_formula() {
        new Fixture(folder)
                .module(
                        "Cases",
                        "EXTENDS Naturals",
                        "VARIABLE x",
                        "Init == x = 0",
                        "Next == CASE x = 0 -> x' = 1 [] OTHER -> x' = 2",
                        "Spec == Init /\\ [][Next]_x /\\ WF_x(Next)",
                        "Small == CASE x = 2 -> FALSE [] OTHER -> TRUE",
                        "Zero == <>[](CASE x = 0 -> TRUE [] OTHER -> FALSE)")
                .config("Cases", "SPECIFICATION Spec", "INVARIANT Small")
                .config("Cases_Zero", "SPECIFICATION Spec", "PROPERTY Zero");
        for (String config : List.of("Cases", "Cases_Zero")) {
            ModelCheckResult result = new Fixture(folder).check(config);
            assertThat(result.warnings()).isEmpty();
            assertThat(result.counterexample().orElseThrow().explained().property())
                    .hasValueSatisfying(
                            property -> assertThat(property.isFalse()).isTrue());
        }
    }

    @Test
    void of_a_deadlock_every_action_says_why_it_is_disabled() {
        new Fixture(folder)
                .module(
                        "Stuck",
                        "EXTENDS Naturals",
                        "VARIABLE x",
                        "Init == x = 0",
                        "Up == x < 2 /\\ x' = x + 1",
                        "Down == x > 5 /\\ x' = x - 1",
                        "Next == Up \\/ Down")
                .config("Stuck", "INIT Init", "NEXT Next");
        Behaviour behaviour =
                new Fixture(folder).check("Stuck").counterexample().orElseThrow();
        Moment last = behaviour.explained().moment(3).orElseThrow();
        assertThat(last.enabled()).isEmpty();
        assertThat(disabled(last)).containsExactlyInAnyOrder("Up", "Down");
        assertThat(behaviour.explained().property()).isEmpty();
    }
}
