package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.Outcome.Violates;
import dev.plumb.core.Replay.Confirmed;
import dev.plumb.core.tlc.PrintedBehaviour;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.traces.TlaText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counterexamples to temporal properties: TLC's own, and such as TLC would print if it were wrong. */
class LassoReplayTest {
    @TempDir
    Path folder;

    private Fixture specs;

    @BeforeEach
    void write_a_ring() {
        specs = new Fixture(folder)
                .module(
                        "Ring",
                        "EXTENDS Naturals",
                        "VARIABLE x",
                        "Init == x = 0",
                        "Up == x' = (x + 1) % 4",
                        "Skip == x = 1 /\\ x' = 3",
                        "Next == Up \\/ Skip",
                        "Spec == Init /\\ [][Next]_x /\\ WF_x(Next)",
                        "Fair == Spec /\\ SF_x(x = 1 /\\ Up)",
                        "Lazy == Init /\\ [][Next]_x",
                        "AgainZero == []<>(x = 0)",
                        "AgainTwo == []<>(x = 2)",
                        "TwoComes == x = 1 ~> x = 2",
                        "Moves == <>(x # 0)",
                        "Small == x < 4");
    }

    private ModelCheckResult check(String specification, String... properties) {
        specs.config("Ring", "SPECIFICATION " + specification, "PROPERTIES " + String.join(" ", properties));
        return specs.check("Ring");
    }

    /** What comes of a behaviour through these values of x, of which TLC says that it violates some property. */
    private Confirmed confirm(String specification, String told, int loopsTo, int... values) {
        specs.config("Ring", "SPECIFICATION " + specification);
        List<PrintedBehaviour.State> states = IntStream.of(values)
                .mapToObj(x ->
                        new PrintedBehaviour.State(Optional.empty(), Optional.empty(), TlaText.parseState("x = " + x)))
                .toList();
        Model model = specs.model("Ring");
        try (LoadedSpec spec = new KernelModel(model, Config.read(model.config().orElseThrow())).load(TlcJar.find())) {
            return new Replay(spec, new PrintedBehaviour(states, OptionalInt.of(loopsTo)))
                    .confirm(violates(told), List.of("AgainZero", "AgainTwo", "TwoComes", "Moves"));
        }
    }

    private static Violates violates(String property) {
        return new Violates(property, PropertyKind.TEMPORAL);
    }

    @Test
    void confirms_what_TLC_finds_and_names_the_property() {
        ModelCheckResult lasso = check("Spec", "AgainZero", "AgainTwo");
        assertThat(lasso.outcome()).isEqualTo(violates("AgainTwo"));
        assertThat(lasso.counterexample().orElseThrow().loopsTo()).isPresent();
        assertThat(lasso.warnings()).isEmpty();

        ModelCheckResult stuttering = check("Lazy", "Moves");
        assertThat(stuttering.outcome()).isEqualTo(violates("Moves"));
        assertThat(stuttering.warnings()).isEmpty();

        assertThat(check("Fair", "AgainZero", "AgainTwo").outcome()).isEqualTo(new Outcome.Holds());
    }

    @Test
    void names_all_that_one_lasso_violates() {
        ModelCheckResult result = check("Spec", "AgainTwo", "AgainZero", "TwoComes");
        assertThat(result.outcome()).isEqualTo(violates("AgainTwo"));
        assertThat(result.warnings()).containsExactly("The counterexample violates TwoComes, too.");
    }

    @Test
    void confirms_a_lasso_and_a_stuttering_end() {
        assertThat(confirm("Spec", "AgainTwo", 1, 0, 1, 3)).isEqualTo(new Confirmed(violates("AgainTwo"), List.of()));
        assertThat(confirm("Lazy", "Moves", 1, 0)).isEqualTo(new Confirmed(violates("Moves"), List.of()));
    }

    @Test
    void finds_a_lasso_out_that_satisfies_the_property() {
        assertThat(confirm("Spec", "AgainTwo", 1, 0, 1, 2, 3).warnings())
                .containsExactly("TLC says that its counterexample violates AgainTwo; replayed, it does not.");
        assertThat(confirm("Spec", "one of two", 1, 0, 1, 2, 3))
                .isEqualTo(new Confirmed(
                        violates("one of two"),
                        List.of("TLC says that its counterexample violates one of two; replayed, it does not.")));
    }

    @Test
    void finds_steps_out_that_the_spec_does_not_have() {
        assertThat(confirm("Spec", "AgainTwo", 2, 0, 1, 3).warnings())
                .containsExactly("The way back of TLC's counterexample, to state 2, could not be replayed.");
        assertThat(confirm("Spec", "AgainTwo", 1, 0, 3).warnings())
                .containsExactly("Step 2 of TLC's counterexample could not be replayed.");
        assertThat(confirm("Spec", "AgainTwo", 1, 1, 3, 0).warnings())
                .containsExactly("The first state of TLC's counterexample is, replayed, no initial state.");
    }

    @Test
    void finds_a_lasso_out_that_the_fairness_of_the_spec_forbids() {
        assertThat(confirm("Spec", "Moves", 1, 0).warnings())
                .containsExactly("TLC's counterexample is, replayed, no behaviour of the specification:"
                        + " it is not as fair as WF_x(Next) demands.");
        assertThat(confirm("Fair", "AgainTwo", 1, 0, 1, 3).warnings())
                .containsExactly("TLC's counterexample is, replayed, no behaviour of the specification:"
                        + " it is not as fair as SF_x(x = 1 /\\ Up) demands.");
    }

    @Test
    void says_what_was_not_replayed_and_why() {
        assertThat(confirm("Spec", "AgainTwo", 9, 0, 1, 3).warnings())
                .containsExactly("TLC's counterexample was not replayed: it does not say how it goes on for ever.");
        specs.module(
                "Ring",
                "VARIABLE x",
                "Init == x = 0",
                "Next == x' = x",
                "Spec == Init /\\ [][Next]_x",
                "AgainTwo == []<>x");
        List<String> warnings = confirm("Spec", "AgainTwo", 1, 0, 0).warnings();
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith(
                        "Whether the counterexample violates AgainTwo was not replayed: TLC cannot evaluate AgainTwo: ");
    }
}
