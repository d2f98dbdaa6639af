package dev.plumb.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.kernel.api.Lasso;
import dev.plumb.kernel.api.Level;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas over infinite behaviours, and values of operators. */
class BehavioursTest {
    private static LoadedSpec spec;

    @BeforeAll
    static void load() {
        spec = Fixture.load("Lights", "SPECIFICATION Spec\nCONSTANT Lamp = {a, b}\n");
    }

    @AfterAll
    static void close() {
        spec.close();
    }

    /** {@code "- a.1 | ab.2"} goes back from the last state to the first that is behind the bar; each is {@code on.n}. */
    private static Lasso lasso(String text) {
        String[] parts = text.split(" ?\\| ?", -1);
        List<String> prefix = parts[0].isEmpty() ? List.of() : List.of(parts[0].split(" "));
        Stream<String> loop = Stream.of(parts[1].split(" "));
        return new Lasso(
                Stream.concat(prefix.stream(), loop).map(BehavioursTest::state).toList(), prefix.size());
    }

    private static SpecState state(String text) {
        String[] parts = text.split("\\.");
        String on = String.join(", ", parts[0].replace("-", "").split(""));
        return spec.state(TlaText.parseState("/\\ on = {" + on + "}\n/\\ n = " + parts[1]));
    }

    @ParameterizedTest(name = "{0} is {2} of {1}")
    @CsvSource({
        // a goes on and off, b never
        "EachAgain,   -.0 | a.1 -.1 a.2 -.2 a.0 -.0, false",
        "SomeAgain,   -.0 | a.1 -.1 a.2 -.2 a.0 -.0, true",
        "EachStays,   -.0 | a.1 -.1 a.2 -.2 a.0 -.0, false",
        "Follows,     -.0 | a.1 -.1 a.2 -.2 a.0 -.0, true",
        "CountsAgain, -.0 | a.1 -.1 a.2 -.2 a.0 -.0, true",
        "Same,        -.0 | a.1 -.1 a.2 -.2 a.0 -.0, true",
        "Parameter,   -.0 | a.1 -.1 a.2 -.2 a.0 -.0, true",
        "InLet,       -.0 | a.1 -.1 a.2 -.2 a.0 -.0, true",
        "InSome,      -.0 | a.1 -.1 a.2 -.2 a.0 -.0, false",
        "Latched,     -.0 | a.1 -.1 a.2 -.2 a.0 -.0, true",
        "Reset,       -.0 | a.1 -.1 a.2 -.2 a.0 -.0, true",
        // both stay on
        "EachAgain,   -.0 a.1 | ab.2,                true",
        "SomeAgain,   -.0 a.1 | ab.2,                true",
        "EachStays,   -.0 a.1 | ab.2,                true",
        "Follows,     -.0 a.1 | ab.2,                false",
        "Either,      -.0 a.1 | ab.2,                true",
        "CountsAgain, -.0 a.1 | ab.2,                false",
        "Same,        -.0 a.1 | ab.2,                false",
        "Parameter,   -.0 a.1 | ab.2,                false",
        "IfThen,      -.0 a.1 | ab.2,                true",
        "Implied,     -.0 a.1 | ab.2,                true",
        "Implied,     a.1 | -.1,                     false",
        "IfThen,      a.1 | ab.2,                    false",
        "Start,       -.0 a.1 | ab.2,                true",
        "Start,       a.1 | ab.2,                    false",
        "Latched,     -.0 a.1 | ab.2,                true",
        "Latched,     a.1 | ab.2,                    false",
        "Reset,       -.0 | -.0,                     false",
        // steps
        "Counts,      -.0 | a.1 a.0,                 false",
        "Counts,      -.0 a.1 ab.2 | b.2,            true",
        "NeverCounts, -.0 | -.0,                     true",
        "NeverCounts, -.0 | a.1,                     false",
        // the step back belongs to the loop
        "NeverCounts, | a.0 b.0 a.1,                 false",
        // fairness: not lighting where one could, not darkening what is on again and again
        "CanLight,    -.0 a.1 | ab.2,                false",
        "CanLight,    -.0 | a.1,                     true",
        "WeakLight,   -.0 | a.1,                     false",
        "WeakLight,   -.0 a.1 | ab.2,                true",
        "WeakDark,    -.0 a.1 | ab.2,                false",
        "WeakDark,    -.0 | a.1 -.1,                 true",
        "StrongDark,  -.0 | a.1 -.1,                 true",
        "StrongDark,  -.0 | a.1 -.2,                 false",
        "WeakDark,    -.0 | a.1 -.2,                 true",
    })
    void a_formula_is_true_of_a_behaviour_or_not(String formula, String behaviour, boolean expected) {
        assertThat(spec.formulas().holds(formula, lasso(behaviour))).isEqualTo(expected);
    }

    @Test
    void fairness_of_the_spec_is_told_by_what_it_says() {
        assertThat(spec.formulas().violatedFairness(lasso("-.0 | a.1 -.1")))
                .hasSize(1)
                .first()
                .asString()
                .contains("Fair(Light(l))");
        assertThat(spec.formulas().violatedFairness(lasso("-.0 | a.1 ab.2 b.2 -.2")))
                .isEmpty();
        try (LoadedSpec unfair = Fixture.load("Lights", "SPECIFICATION Halt\nCONSTANT Lamp = {a, b}\n")) {
            Lasso halts = new Lasso(unfair.initialStates(), 0);
            assertThat(unfair.formulas().violatedFairness(halts)).isEmpty();
        }
    }

    @Test
    void a_formula_that_cannot_be_evaluated_is_refused() {
        Lasso lasso = lasso("-.0 | a.1");
        assertThatThrownBy(() -> spec.formulas().holds("InAll", lasso))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("InAll");
        assertThatThrownBy(() -> spec.formulas().holds("Nothing", lasso))
                .isInstanceOf(Problem.class)
                .hasMessage("Lights does not define Nothing.");
        assertThatThrownBy(() -> new Lasso(lasso.states(), 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_state_is_initial_if_init_says_so() {
        assertThat(spec.formulas().isInitial(state("-.0"))).isTrue();
        assertThat(spec.formulas().isInitial(state("-.1"))).isFalse();
    }

    @ParameterizedTest(name = "{0} is of level {1}, {2}")
    @CsvSource({
        "Max,     CONSTANT,  3",
        "Lit,     STATE,     '[lamps |-> {a}, next |-> 2]'",
        "Risen,   STEP,      1",
    })
    void an_operator_has_a_value_where_its_level_is_met(String operator, Level level, String value) {
        List<SpecState> states = List.of(state("a.1"), state("ab.2"));
        assertThat(spec.formulas().level(operator)).isEqualTo(level);
        assertThat(spec.formulas().value(operator, states)).hasToString(value);
    }

    @Test
    void an_operator_without_a_value_is_refused() {
        assertThat(spec.formulas().level("Same")).isEqualTo(Level.BEHAVIOUR);
        SpecState state = state("a.1");
        assertThatThrownBy(() -> spec.formulas().value("Wrong", List.of(state)))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("TLC cannot evaluate Wrong: ");
        assertThatThrownBy(() -> spec.formulas().value("Infinite", List.of())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> spec.formulas().value("Deeper", List.of(state)))
                .isInstanceOf(Problem.class)
                .hasMessage("TLC cannot evaluate Deeper: TLCGet tells of a run of TLC, and this is none.");
        assertThatThrownBy(() -> spec.formulas().value("Nothing", List.of())).isInstanceOf(Problem.class);
    }
}
