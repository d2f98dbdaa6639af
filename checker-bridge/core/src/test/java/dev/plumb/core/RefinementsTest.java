package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Refinements.Claim;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefinementsTest {
    @TempDir
    Path folder;

    private Fixture clocks(String cfg) {
        return new Fixture(folder)
                .module("Hour", "VARIABLE h", "Next == h' = h", "Spec == h = 0 /\\ [][Next]_h")
                .module("Clock", "VARIABLES h, m", "Next == UNCHANGED <<h, m>>", "Spec == h = 0 /\\ [][Next]_h")
                .module(
                        "ClockRefinesHour",
                        "EXTENDS Clock",
                        "(* Nothing == A!Spec *)",
                        "A == INSTANCE Hour",
                        "RefinesHour == A!Spec",
                        "SameHour == A!Next",
                        "Other == B!Spec")
                .module("MCClock", "EXTENDS ClockRefinesHour")
                .config("MCClock", cfg);
    }

    @Test
    void a_claim_has_the_spec_that_behaves_and_the_one_that_it_instantiates() {
        assertThat(Refinements.of(
                        clocks("SPECIFICATION Spec\nPROPERTY RefinesHour").model("MCClock")))
                .containsExactly(new Claim("Clock", "Hour", "RefinesHour", true));
    }

    @Test
    void a_model_may_not_check_what_its_modules_claim() {
        assertThat(Refinements.of(clocks("SPECIFICATION Spec").model("MCClock")))
                .containsExactly(new Claim("Clock", "Hour", "RefinesHour", false));
    }
}
