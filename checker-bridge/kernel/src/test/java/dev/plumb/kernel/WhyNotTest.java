package dev.plumb.kernel;

import static dev.plumb.kernel.Fixture.after;
import static dev.plumb.kernel.Fixture.initial;
import static dev.plumb.kernel.Seen.action;
import static dev.plumb.kernel.Seen.something;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.kernel.api.WhyNot.EndsElsewhere;
import dev.plumb.kernel.api.WhyNot.EvaluationError;
import dev.plumb.kernel.api.WhyNot.FalseConjunct;
import dev.plumb.kernel.api.WhyNot.OutOfBounds;
import dev.plumb.kernel.api.WhyNot.StartsElsewhere;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhyNotTest {
    private static LoadedSpec spec;

    @BeforeAll
    static void load() {
        spec = Fixture.load("Reasons", "INIT Init\nNEXT Next\nCONSTANT Node = {a, b}\n");
    }

    @AfterAll
    static void close() {
        spec.close();
    }

    private static List<String> whyNot(LoadedSpec spec, SpecState from, Seen seen) {
        return spec.whyNot(from, spec.observe(seen.event())).stream()
                .map(WhyNotTest::text)
                .toList();
    }

    private static List<String> whyNot(Seen seen) {
        return whyNot(spec, initial(spec), seen);
    }

    private static String text(WhyNot reason) {
        if (reason instanceof FalseConjunct conjunct) {
            return reason.action() + " " + conjunct.place() + " FALSE: " + conjunct.text() + " " + conjunct.values();
        } else if (reason instanceof OutOfBounds bounds) {
            return reason.action() + " " + bounds.place() + " no: " + bounds.text() + " " + bounds.values();
        } else if (reason instanceof EndsElsewhere ends) {
            return reason.action() + " ends: " + ends.differences();
        } else if (reason instanceof StartsElsewhere starts) {
            return reason.action() + " starts: " + starts.differences();
        }
        return reason.action() + " error: " + ((EvaluationError) reason).message();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "Guarded # Reasons.tla:13:6 FALSE: x[n] > 3 {n=a, x=(a :> 0 @@ b :> 0), x[n]=0}",
                "WithLet # Reasons.tla:22:10 FALSE: double = 8 {double=0}",
                "WithIf # Reasons.tla:27:8 FALSE: s = {n} {n=a, s={}}",
                "WithCase # Reasons.tla:32:20 FALSE: x[n] = 9 {n=a, x=(a :> 0 @@ b :> 0), x[n]=0}",
                "OneInstance # Reasons.tla:35:18 FALSE: x[m] = 5 {m=a, x=(a :> 0 @@ b :> 0), x[m]=0}",
                "AnyOf # Reasons.tla:49:6 FALSE: \\/ x[n] = 1 \\/ x[n] = 2 {n=a, x=(a :> 0 @@ b :> 0), x[n]=0}",
                "Primed # Reasons.tla:54:3 FALSE: /\\ x' = [x EXCEPT ![n] = 1] /\\ s' = s /\\ x'[n] = 2 {}",
                "PrimedArgument # Reasons.tla:60:3 FALSE: /\\ UNCHANGED x /\\ s' = {3} /\\ \\A v \\in {1} : PassedOn(x'[n]) {}",
            })
    void the_first_false_conjunct_has_a_place_a_text_and_values(String name, String expected) {
        assertThat(whyNot(action(name).with("n", "a"))).containsExactly(name + "(a) " + expected);
    }

    @Test
    void a_quantifier_with_many_instances_is_false_as_a_whole() {
        assertThat(whyNot(action("ManyInstances")))
                .containsExactly(
                        "ManyInstances Reasons.tla:38:3 FALSE: \\E m \\in Node : x[m] = 5 /\\ UNCHANGED <<x, s>>"
                                + " {Node={a, b}, s={}, x=(a :> 0 @@ b :> 0)}");
        assertThat(whyNot(action("NoInstance")))
                .containsExactly(
                        "NoInstance Reasons.tla:41:3 FALSE: \\E m \\in s : UNCHANGED <<x, s>> {s={}, x=(a :> 0 @@ b :> 0)}");
    }

    @Test
    void the_first_false_instance_of_a_universal_quantifier_is_to_blame() {
        SpecState from = after(spec, action("Works").with("n", "b"));
        assertThat(whyNot(spec, from, action("ForAll")))
                .containsExactly("ForAll Reasons.tla:45:25 FALSE: x[m] = 0 {m=b, x=(a :> 0 @@ b :> 1), x[m]=1}");
    }

    @Test
    void an_expression_without_a_value_is_an_error_with_its_place() {
        assertThat(whyNot(action("Broken").with("n", "a")))
                .singleElement()
                .asString()
                .startsWith(
                        "Broken(a) error: Reasons.tla:66:6: x[n] = \"zero\": Attempted to check equality of integer 0"
                                + " with non-integer: \"zero\"");
    }

    @Test
    void an_enabled_action_that_ends_elsewhere_shows_where() {
        TlaValue seen =
                TlaValue.function(Map.of(TlaValue.model("a"), TlaValue.of(2), TlaValue.model("b"), TlaValue.of(0)));
        assertThat(whyNot(action("Works").with("n", "a").then("x", seen).then("s", TlaValue.set())))
                .containsExactly("Works(a) ends: [Difference[path=s, observed={}, actual={a}], "
                        + "Difference[path=x[a], observed=2, actual=1]]");
    }

    @Test
    void what_was_observed_before_differs() {
        assertThat(whyNot(action("Works").with("n", "a").before("s", TlaValue.setOf("a"))))
                .containsExactly("Works(a) starts: [Difference[path=s, observed={a}, actual={}]]");
    }

    @Test
    void an_argument_that_no_quantifier_allows_is_out_of_bounds() {
        assertThat(whyNot(action("Works").with("n", "c")))
                .containsExactly("Works(\"c\") Reasons.tla:74:15 no: n \\in Node {Node={a, b}, n=\"c\"}");
    }

    @Test
    void without_an_action_every_action_says_why_and_the_nearest_comes_first() {
        List<String> reasons = whyNot(something().then("s", TlaValue.set(TlaValue.of(1))));
        assertThat(reasons.subList(0, 2))
                .containsExactlyInAnyOrder(
                        "Works(a) ends: [Difference[path=s, observed={1}, actual={a}]]",
                        "Works(b) ends: [Difference[path=s, observed={1}, actual={b}]]");
        assertThat(reasons).hasSize(24);
    }

    @Test
    void a_bound_that_depends_on_the_state_and_is_empty_says_so() {
        try (LoadedSpec actions = Fixture.actions()) {
            assertThat(whyNot(actions, initial(actions), action("Receive")))
                    .singleElement()
                    .asString()
                    .startsWith("Receive Actions.tla:43:8 no: m \\in IF /\\ Limit > 0 /\\ \\/ log = <<>>");
        }
    }
}
