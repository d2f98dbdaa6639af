package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Behaviour.Expression;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.Outcome.Violates;
import dev.plumb.traces.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of each state of a counterexample beside the variables. */
class TraceExpressionsTest {
    private static final Violates SMALL = new Violates("Small", PropertyKind.INVARIANT);

    @TempDir
    Path folder;

    private Fixture specs;

    @BeforeEach
    void write_a_counter() {
        specs = new Fixture(folder)
                .module(
                        "Up",
                        "EXTENDS Naturals, TLC",
                        "CONSTANT p",
                        "VARIABLES x, who",
                        "Init == x = 0 /\\ who = p",
                        "Up == x' = (x + 1) % 3 /\\ UNCHANGED who",
                        "Next == Up",
                        "Spec == Init /\\ [][Next]_<<x, who>> /\\ WF_x(Next)",
                        "Small == x < 2",
                        "Stays == <>[](x = 0)",
                        "Fields == [x |-> x, doubled |-> 2 * x, next |-> x']",
                        "Number == x + 7",
                        "Sometimes == [tenth |-> 10 \\div x]",
                        "Later == []Small");
    }

    private ModelCheckResult check(List<String> expressions, String... lines) {
        specs.config("Up", String.join("\n", lines), "SPECIFICATION Spec", "CONSTANT p = p");
        return specs.check("Up", CheckOptions.DEFAULT.withWorkers(1).withExpressions(expressions));
    }

    private static List<String> shown(ModelCheckResult result) {
        return result.counterexample().orElseThrow().expressions().stream()
                .map(TraceExpressionsTest::line)
                .toList();
    }

    private static String line(Expression expression) {
        List<String> values = expression.values().stream()
                .map(value -> value.map(Object::toString).orElse("-"))
                .toList();
        return expression.text() + ": " + String.join(" ", values);
    }

    @Test
    void expressions_have_their_values_in_each_state_and_primed_ones_between_two() {
        ModelCheckResult result = check(List.of("x * 10", "x' - x", "who = p"), "INVARIANT Small");
        assertThat(result.outcome()).isEqualTo(SMALL);
        assertThat(shown(result)).containsExactly("x * 10: 0 10 20", "x' - x: 1 1 -", "who = p: TRUE TRUE TRUE");
        assertThat(result.warnings()).isEmpty();
        assertThat(shown(check(List.of(), "INVARIANT Small"))).isEmpty();
    }

    @Test
    void the_last_state_of_a_lasso_has_a_next_one() {
        ModelCheckResult result = check(List.of("x'"), "PROPERTY Stays");
        assertThat(result.outcome()).isEqualTo(new Violates("Stays", PropertyKind.TEMPORAL));
        assertThat(shown(result))
                .singleElement()
                .asString()
                .matches("x': (1 2 0 ?)+")
                .doesNotContain("-");
    }

    @Test
    void a_mistake_in_an_expression_is_found_before_TLC_runs() {
        ModelCheckResult result = check(List.of("x", "y + 1"), "INVARIANT Small");
        assertThat(problem(result).text()).startsWith("PLUMB-C80 ").contains("    y + 1\n    ^\n");
        assertThat(folder.resolve("out/tlc.out")).doesNotExist();

        assertThat(problem(check(List.of("[]Small"), "INVARIANT Small")).code()).isEqualTo("PLUMB-C85");
    }

    private static Problem problem(ModelCheckResult result) {
        assertThat(result.outcome()).isInstanceOf(Outcome.BadInput.class);
        return ((Outcome.BadInput) result.outcome()).problem();
    }

    @Test
    void an_expression_without_a_value_somewhere_is_a_warning() {
        ModelCheckResult result = check(List.of("10 \\div x"), "INVARIANT Small");
        assertThat(result.outcome()).isEqualTo(SMALL);
        assertThat(shown(result)).containsExactly("10 \\div x: - 10 5");
        assertThat(result.warnings())
                .singleElement()
                .asString()
                .startsWith("10 \\div x has no value in state 1: TLC cannot evaluate the expression: ");
    }

    @Test
    void the_fields_of_an_alias_are_shown_beside_whole_states() {
        ModelCheckResult result = check(List.of("x"), "ALIAS Fields", "INVARIANT Small");
        assertThat(result.outcome()).isEqualTo(SMALL);
        assertThat(shown(result)).containsExactly("x: 0 1 2", "doubled: 0 2 4", "next: 1 2 2");
        assertThat(result.counterexample().orElseThrow().steps().get(2).state()).containsOnlyKeys("who", "x");
        assertThat(shown(check(List.of(), "INVARIANT Small", "ALIAS", "Number")))
                .containsExactly("Number: 7 8 9");
    }

    @Test
    void an_alias_that_cannot_be_evaluated_is_a_warning() {
        ModelCheckResult partly = check(List.of(), "ALIAS Sometimes", "INVARIANT Small");
        assertThat(partly.outcome()).isEqualTo(SMALL);
        assertThat(shown(partly)).containsExactly("tenth: - 10 5");
        assertThat(partly.warnings())
                .singleElement()
                .asString()
                .startsWith("ALIAS Sometimes has no value in state 1: ");

        ModelCheckResult undefined = check(List.of("x"), "ALIAS Feilds", "INVARIANT Small");
        assertThat(undefined.outcome()).isEqualTo(SMALL);
        assertThat(shown(undefined)).containsExactly("x: 0 1 2");
        assertThat(undefined.warnings())
                .containsExactly(
                        "ALIAS Feilds is not shown: The expression cannot be read: Unknown operator: `Feilds'.");

        ModelCheckResult temporal = check(List.of(), "ALIAS Later", "INVARIANT Small");
        assertThat(temporal.outcome()).isEqualTo(SMALL);
        assertThat(temporal.warnings())
                .singleElement()
                .asString()
                .startsWith("ALIAS Later is not shown: Later is a temporal");
    }

    @Test
    void TLC_is_given_the_cfg_without_the_alias_and_with_its_lines() throws IOException {
        check(List.of(), "ALIAS \\* shows\n  Fields", "INVARIANT Small");
        assertThat(Files.readString(folder.resolve("out/model.cfg")))
                .isEqualTo("      \\* shows\n        \nINVARIANT Small\nSPECIFICATION Spec\nCONSTANT p = p\n");
        assertThat(folder.resolve("Up.cfg")).content().startsWith("ALIAS");

        ModelCheckResult wrong = check(List.of(), "ALIAS Fields", "INVARIANT Smal");
        assertThat(((Outcome.SpecError) wrong.outcome()).problem().text()).contains("Up.cfg:2:11: ");
    }
}
