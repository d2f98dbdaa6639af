package dev.plumb.kernel;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.Lasso;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.LoopFairness;
import dev.plumb.kernel.api.LoopFairness.Demand;
import dev.plumb.kernel.api.LoopFairness.Share;
import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.kernel.api.WhyNot.FalseConjunct;
import dev.plumb.kernel.api.WhyNot.OutOfBounds;
import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Formulas opened to what decides them. */
class ExplanationsTest {
    private static LoadedSpec spec;

    @BeforeAll
    static void load() {
        spec = Fixture.load("Doors", "SPECIFICATION Spec\nCONSTANT Room = {\"a\", \"b\"}\n");
    }

    @AfterAll
    static void close() {
        spec.close();
    }

    /** {@code "a, b | <<>> | {1}"}: which doors are open, the log, what is free. */
    private static SpecState state(String text) {
        String[] parts = text.split(" \\| ");
        String doors = Stream.of("a", "b")
                .map(room -> "\"" + room + "\" :> \"" + (parts[0].contains(room) ? "open" : "shut") + "\"")
                .collect(joining(" @@ "));
        return spec.state(
                TlaText.parseState("/\\ door = (" + doors + ")\n/\\ log = " + parts[1] + "\n/\\ free = " + parts[2]));
    }

    private static List<String> open(String operator, String state) {
        return lines(spec.explanations().open(operator, List.of(state(state))), "");
    }

    private static List<String> lines(OpenFormula formula, String indent) {
        String value = formula.value().map(v -> v ? "T" : "F").orElse("?");
        String at = formula.at().isPresent() ? " @" + formula.at().getAsInt() : "";
        String shown = (formula.witness().isEmpty() ? "" : " for " + formula.witness())
                + (formula.values().isEmpty() ? "" : " " + formula.values())
                + (formula.leftOut() == 0 ? "" : " +" + formula.leftOut())
                + formula.error().map(error -> " error").orElse("");
        String line = indent + formula.part().name().toLowerCase(Locale.ROOT) + " " + value + at + " " + formula.text()
                + shown;
        return Stream.concat(
                        Stream.of(line), formula.parts().stream().flatMap(part -> lines(part, indent + "  ").stream()))
                .toList();
    }

    private static List<String> read(OpenFormula formula) {
        return formula.read().stream().map(Object::toString).toList();
    }

    private static Lasso openedOnce() {
        return new Lasso(
                List.of(state(" | <<>> | {1, 2}"), state("a | <<\"a\">> | {1}"), state(" | <<\"a\">> | {1}")), 2);
    }

    private static List<String> over(Lasso lasso, String property) {
        return lines(spec.explanations().open(property, lasso), "");
    }

    @Test
    void of_a_quantifier_the_instances_that_decide_come_first_and_alone_are_opened() {
        assertThat(open("OneOpen", "a, b | <<\"b\">> | {}"))
                .startsWith(
                        "root F OneOpen",
                        "  definition F \\A q, r \\in Room : IsOpen(q) /\\ IsOpen(r) => q = r",
                        "    of_each F IsOpen(q) /\\ IsOpen(r) => q = r for {q=\"b\", r=\"a\"}",
                        "      antecedent T IsOpen(q) /\\ IsOpen(r)",
                        "        conjunct T IsOpen(q)",
                        "          definition T door[r] = \"open\" {door=[a |-> \"open\", b |-> \"open\"], door[r]=\"open\", r=\"b\"}")
                .endsWith(
                        "      consequent F q = r {q=\"a\", r=\"b\"}",
                        "    of_each T IsOpen(q) /\\ IsOpen(r) => q = r for {q=\"a\", r=\"a\"}"
                                + " {IsOpen(q)=TRUE, IsOpen(r)=TRUE, q=\"a\", r=\"a\"}",
                        "    of_each T IsOpen(q) /\\ IsOpen(r) => q = r for {q=\"b\", r=\"b\"}"
                                + " {IsOpen(q)=TRUE, IsOpen(r)=TRUE, q=\"b\", r=\"b\"}");
        assertThat(open("SomeShut", "a, b | <<\"b\">> | {}"))
                .filteredOn(line -> line.contains("of_some F"))
                .hasSize(2);
        assertThat(open("SomeShut", "a | <<\"b\">> | {}"))
                .element(2)
                .asString()
                .startsWith("    of_some T door[r] = \"shut\" for {r=\"b\"}");
    }

    @Test
    void of_an_if_the_branch_is_opened_that_is_taken() {
        assertThat(open("Roomy", "a, b | <<\"b\">> | {}"))
                .containsExactly(
                        "root F Roomy",
                        "  definition F IF log = <<>> THEN free = {1, 2} ELSE 1 \\in free \\/ 2 \\in free \\/ Len(log) = 0",
                        "    condition F log = <<>> {log=<<\"b\">>}",
                        "    branch F 1 \\in free \\/ 2 \\in free \\/ Len(log) = 0",
                        "      disjunct F 1 \\in free \\/ 2 \\in free",
                        "        disjunct F 1 \\in free {free={}}",
                        "        disjunct F 2 \\in free {free={}}",
                        "      disjunct F Len(log) = 0 {Len(log)=1, log=<<\"b\">>}");
    }

    @Test
    void what_TLC_would_not_have_come_to_has_no_value_and_what_it_cannot_evaluate_has_an_error() {
        assertThat(open("Guarded", " | <<>> | {1, 2}"))
                .endsWith("    conjunct F log # <<>> {log=<<>>}", "    conjunct ? log[1] = \"a\"");
        assertThat(open("Guarded", " | <<\"b\">> | {1, 2}"))
                .endsWith(
                        "    conjunct T log # <<>> {log=<<\"b\">>}",
                        "    conjunct F log[1] = \"a\" {log=<<\"b\">>, log[1]=\"b\"}");
        assertThat(open("TooShort", " | <<>> | {1, 2}")).element(1).asString().endsWith(" error");
        assertThatThrownBy(() -> open("Missing", " | <<>> | {}")).isInstanceOf(Problem.class);
    }

    @Test
    void tells_what_of_the_state_a_value_came_from() {
        assertThat(read(spec.explanations().open("SomeShut", List.of(state("a | <<>> | {}")))))
                .containsExactly("door[\"b\"]");
        assertThat(read(spec.explanations().open("Guarded", List.of(state(" | <<\"b\">> | {}")))))
                .containsExactly("log[1]");
        assertThat(read(spec.explanations().open("StaysShut", openedOnce()))).containsExactly("door'[\"a\"]");
    }

    @Test
    void a_temporal_property_is_opened_where_it_goes_wrong() {
        assertThat(over(openedOnce(), "StaysShut"))
                .contains("    at_state F @1 [\\A r \\in Room : door'[r] = \"shut\"]_door");
        assertThat(over(openedOnce(), "AgainOpen"))
                .contains("      at_state F @3 <>(IsOpen(r))", "      at_state F @1 <>(IsOpen(r))");
        assertThat(over(openedOnce(), "Answered"))
                .contains(
                        "      antecedent T @2 IsOpen(\"a\")",
                        "      consequent F @3 r \\in {\"b\"} /\\ IsOpen(\"b\")");
        Lasso nothing = new Lasso(List.of(state(" | <<>> | {1, 2}")), 0);
        assertThat(over(nothing, "Answered"))
                .containsExactly(
                        "root T Answered",
                        "  definition T \\A r \\in Room : IsOpen(\"a\") ~> (r \\in {\"b\"} /\\ IsOpen(\"b\"))",
                        "    of_each T IsOpen(\"a\") ~> (r \\in {\"b\"} /\\ IsOpen(\"b\")) for {r=\"a\"}",
                        "    of_each T IsOpen(\"a\") ~> (r \\in {\"b\"} /\\ IsOpen(\"b\")) for {r=\"b\"}");
    }

    @Test
    void a_step_is_opened_to_the_conjuncts_of_its_action() {
        SpecState from = state(" | <<>> | {1, 2}");
        SpecState to = state("a | <<\"a\">> | {2}");
        ActionInstance action = spec.steps(from).successors().stream()
                .filter(step -> step.state().fingerprint() == to.fingerprint())
                .map(Successor::action)
                .findFirst()
                .orElseThrow();
        OpenFormula opened = spec.explanations().open(action, from, to).orElseThrow();
        assertThat(opened.text()).isEqualTo("Open(\"a\")");
        assertThat(opened.parts())
                .extracting(OpenFormula::text)
                .containsExactly(
                        "MayOpen(r)",
                        "\\E n \\in free : free' = free \\ {n}",
                        "door' = [door EXCEPT ![r] = \"open\"]",
                        "log' = Append(log, r)");
        assertThat(opened.parts().get(1).parts().get(0).witness()).hasToString("{n=1}");
        assertThat(read(opened.parts().get(2))).containsExactly("door'[\"a\"]");
        assertThat(spec.explanations().open(action, from, state("b | <<\"b\">> | {2}")))
                .isEmpty();
    }

    @Test
    void says_of_each_action_that_is_disabled_why() {
        List<WhyNot> disabled = spec.explanations().disabled(state("a | <<\"a\", \"a\", \"b\">> | {1}"));
        assertThat(disabled)
                .extracting(why -> why.action().toString())
                .containsExactly("Open(\"b\")", "Shut(\"b\")", "Open(\"a\")", "Take");
        assertThat(disabled.get(0)).isInstanceOfSatisfying(FalseConjunct.class, no -> assertThat(no.text())
                .isEqualTo("Len(log) < 3"));
        assertThat(disabled.get(2)).isInstanceOfSatisfying(FalseConjunct.class, no -> assertThat(no.broken())
                .isEqualTo(2));
        assertThat(disabled.get(3)).isInstanceOf(OutOfBounds.class);
    }

    @Test
    void says_what_a_loop_does_with_actions_and_what_is_demanded_of_it() {
        Lasso unfair = new Lasso(List.of(state("a | <<>> | {1, 2}")), 0);
        List<LoopFairness> rows = spec.explanations().fairness(unfair);
        assertThat(rows)
                .extracting(LoopFairness::action)
                .containsExactly("Shut(r) with r = \"a\"", "Shut(r) with r = \"b\"", "Open(\"b\")");
        assertThat(rows).extracting(LoopFairness::demanded).containsExactly(Demand.WEAK, Demand.WEAK, Demand.NONE);
        assertThat(rows).extracting(LoopFairness::enabled).containsExactly(Share.ALWAYS, Share.NEVER, Share.ALWAYS);
        assertThat(rows).extracting(LoopFairness::isFair).containsExactly(false, true, true);

        Lasso again = new Lasso(List.of(state("a | <<>> | {}"), state(" | <<>> | {}")), 0);
        assertThat(spec.explanations().fairness(again).get(0).takenIn()).containsExactly(2);
        assertThat(spec.explanations().fairness(again).get(0).enabled()).isEqualTo(Share.SOMETIMES);
    }
}
