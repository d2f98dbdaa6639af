package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models without a {@code .cfg}, and models that are no more than that. */
class DefaultConfigTest {
    @TempDir
    Path folder;

    private Fixture specs;

    @BeforeEach
    void write_no_cfg() {
        specs = new Fixture(folder);
    }

    private ModelCheckResult check(String module) {
        Model model = new SpecLocator(List.of())
                .models(folder.resolve(module + ".tla").toString(), Optional.empty())
                .get(0);
        return specs.check(model, CheckOptions.DEFAULT);
    }

    @Test
    void names_Spec() {
        specs.module(
                "Clock",
                "EXTENDS Integers",
                "VARIABLE x",
                "Start == x = 0",
                "Tick == x' = 1 - x",
                "Spec == Start /\\ [][Tick]_x");
        ModelCheckResult result = check("Clock");
        assertThat(result.outcome()).isEqualTo(new Outcome.Holds());
        assertThat(result.statistics().orElseThrow().distinct()).isEqualTo(2);
        assertThat(result.warnings())
                .containsExactly("There is no .cfg for Clock, so no invariant and no property was checked; "
                        + folder.resolve("out/Clock.cfg") + " is what TLC was given.");
    }

    @Test
    void names_Init_and_Next_where_there_is_no_Spec_and_finds_a_deadlock() {
        specs.module("Once", "VARIABLE x", "Init == x = 0", "Next == x = 0 /\\ x' = 1");
        assertThat(check("Once").outcome()).isEqualTo(new Outcome.Deadlocks());
    }

    @Test
    void names_nothing_where_there_are_only_assumptions() {
        specs.module("Sums", "EXTENDS Naturals", "ASSUME 1 + 1 = 2");
        assertThat(check("Sums").outcome()).isEqualTo(new Outcome.Holds());
        specs.module("Sums", "EXTENDS Naturals", "ASSUME 1 + 1 = 3");
        assertThat(check("Sums").outcome().exitCode()).isEqualTo(10);
    }

    @Test
    void is_not_to_be_had_of_a_module_that_defines_no_behaviour() {
        specs.module("Words", "Greeting == \"hello\"");
        assertThat(check("Words").outcome()).isInstanceOfSatisfying(Outcome.BadInput.class, bad -> assertThat(
                        bad.problem().code())
                .isEqualTo("PLUMB-C96"));
    }

    @Test
    void cannot_give_values_to_constants() {
        specs.module("Sized", "CONSTANT N", "VARIABLE x", "Init == x = N", "Next == x' = x");
        assertThat(check("Sized").outcome().exitCode()).isEqualTo(151);
    }

    @Test
    void is_not_needed_by_a_cfg_without_a_manifest_or_one_that_asks_for_assumptions_only() {
        specs.module("Sums", "EXTENDS Naturals", "CONSTANT N", "ASSUME N < 3").config("Sums", "CONSTANT N = 2");
        ModelCheckResult result = check("Sums");
        assertThat(result.outcome()).isEqualTo(new Outcome.Holds());
        assertThat(result.warnings()).isEmpty();
        specs.config("Sums", "CONSTANT N = 3");
        assertThat(check("Sums").outcome().exitCode()).isEqualTo(10);
    }
}
