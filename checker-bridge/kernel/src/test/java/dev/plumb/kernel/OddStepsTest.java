package dev.plumb.kernel;

import static dev.plumb.kernel.Fixture.after;
import static dev.plumb.kernel.Fixture.initial;
import static dev.plumb.kernel.Fixture.names;
import static dev.plumb.kernel.Fixture.text;
import static dev.plumb.kernel.Seen.action;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Steps;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaValue;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class OddStepsTest {
    private static LoadedSpec spec;

    @BeforeContainer
    static void load() {
        spec = Fixture.load("Odd", "INIT Init\nNEXT Next\nCONSTANTS Impl = 1\n Abstract <- Concrete\n");
    }

    @AfterContainer
    static void close() {
        spec.close();
    }

    private static Steps steps(SpecState from, Seen seen) {
        return spec.steps(from, spec.observe(seen.event()));
    }

    private static Steps steps(Seen seen) {
        return steps(initial(spec), seen);
    }

    @Example
    void a_quantifier_over_Nat_is_not_enumerated_where_the_event_gives_the_value() {
        assertThat(names(steps(action("Put").with("v", 5)))).containsExactly("Put(5)");
        assertThat(names(steps(action("Through").with("v", 5)))).containsExactly("Through(5)");
        assertThat(names(steps(action("Put").with("v", -5)))).isEmpty();
        assertThat(names(steps(action("Put").with("v", "five")))).isEmpty();
    }

    @Example
    void a_quantifier_over_Nat_without_a_value_is_an_error_with_its_place() {
        assertThat(names(steps(action("Put"))))
                .containsExactly("error: Odd.tla:37:6: the set Nat cannot be enumerated");
        assertThat(spec.steps(initial(spec)).errors()).contains("Odd.tla:37:6: the set Nat cannot be enumerated");
    }

    @Example
    void a_substituted_operator_is_known_by_the_name_of_what_the_cfg_puts_in_its_place() {
        assertThat(names(steps(action("Concrete")))).containsExactly("Concrete");
        assertThat(spec.actions()).extracting("name").contains("Concrete").doesNotContain("Abstract");
    }

    @Example
    void an_argument_without_a_value_before_the_step_is_left_out() {
        assertThat(names(steps(action("After")))).containsExactly("After(0)");
        assertThat(names(steps(action("After").with("old", 0)))).containsExactly("After(0)");
        assertThat(names(steps(action("After").with("old", 1)))).isEmpty();
    }

    @Example
    void an_argument_without_a_value_before_the_step_cannot_be_given() {
        assertThat(names(steps(action("After").with("new", 7))))
                .containsExactly("error: Odd.tla:38:12: this argument has no value before the step, but the event gives"
                        + " one");
    }

    @Example
    void an_argument_that_is_too_large_to_show_is_left_out() {
        assertThat(names(steps(action("Choose")))).containsExactly("Choose({1})");
        assertThat(names(steps(action("Choose").with("from", TlaValue.setOf("a")))))
                .isEmpty();
    }

    @Example
    void an_error_in_one_candidate_leaves_the_others() {
        SpecState four = after(spec, action("Put").with("v", 4));
        assertThat(names(steps(action("Fails")))).containsExactlyInAnyOrder("Fails(1)", "Fails(2)");
        assertThat(steps(four, action("Fails")).errors()).hasSize(2).allMatch(error -> error.startsWith("Fails("));
        assertThat(names(spec.steps(four)))
                .contains("Concrete", "Lazy")
                .anyMatch(name -> name.startsWith("error: Fai"));
    }

    @Example
    void a_variable_without_a_next_value_is_an_error() {
        assertThat(names(steps(action("Forgets"))))
                .containsExactly("error: Forgets: nothing says what the value of x is");
    }

    @Example
    void what_TLC_keeps_lazily_has_values_like_any_other() {
        assertThat(text(after(spec, action("Lazy"))))
                .isEqualTo("x = [f |-> (1 :> {{}, {1}} @@ 3 :> {{}, {3}}), g |-> {<<2>>, <<3>>}], "
                        + "y = (3 :> {1, 2} @@ 4 :> {1, 2, 3})");
        SpecState state = after(spec, action("Lazy"));
        assertThat(spec.state(state.values()).fingerprint()).isEqualTo(state.fingerprint());
        assertThat(names(steps(action("Lazy").then("x", state.values().get("x")))))
                .containsExactly("Lazy");
    }

    @Example
    void a_variable_that_is_too_large_to_show_is_told_and_not_shown() {
        SpecState huge = after(spec, action("Huge"));
        assertThat(catchThrowableOfType(Problem.class, huge::values).text())
                .startsWith("PLUMB-S06 A state has a set of the form i..j that is infinite or has too many elements");
    }

    @Example
    void an_application_that_never_has_the_arguments_is_out_of_bounds() {
        var reasons = spec.whyNot(
                initial(spec), spec.observe(action("After").with("old", 1).event()));
        assertThat(reasons).singleElement().isInstanceOfSatisfying(WhyNot.OutOfBounds.class, reason -> {
            assertThat(reason.action()).hasToString("After(1)");
            assertThat(reason.place()).hasToString("Odd.tla:38:6");
            assertThat(reason.text()).isEqualTo("After(x', x)");
        });
    }

    @Property(tries = 200, seed = "1")
    void values_of_one_kind_pass_through_TLC_unchanged(@ForAll("values") TlaValue value) {
        var values = new TreeMap<>(Map.of("x", value, "y", TlaValue.of(true)));
        assertThat(spec.state(values).values()).isEqualTo(values);
    }

    @Provide
    Arbitrary<TlaValue> values() {
        Arbitrary<TlaValue> numbers = Arbitraries.integers().map(TlaValue::of);
        Arbitrary<TlaValue> strings =
                Arbitraries.strings().withChars("ab \"\\").ofMaxLength(3).map(TlaValue::of);
        return Arbitraries.oneOf(composed(numbers), composed(strings));
    }

    private static Arbitrary<TlaValue> composed(Arbitrary<TlaValue> atoms) {
        Arbitrary<TlaValue> sets = atoms.set().ofMaxSize(3).map(TlaValue::set);
        Arbitrary<TlaValue> tuples = atoms.list().ofMaxSize(3).map(TlaValue::tuple);
        Arbitrary<TlaValue> records = Arbitraries.maps(Arbitraries.of("f", "g", "h"), sets)
                .ofMaxSize(3)
                .map(TlaValue::record);
        Arbitrary<TlaValue> functions =
                Arbitraries.maps(atoms, sets).ofMaxSize(3).map(TlaValue::function);
        return Arbitraries.oneOf(atoms, sets, sets.set().ofMaxSize(3).map(TlaValue::set), tuples, records, functions);
    }
}
