package dev.plumb.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a specification can ask of the TLC that runs it. */
class RunningTlcTest {
    private static final String COUNTER = """
            EXTENDS TLCExt, TLC, Integers, Sequences
            VARIABLE x
            Init == x \\in {0, 10}
            Steps == x % 10
            Next == Steps < 4 /\\ x' = x + 1
            Taken == [i \\in 1..(Steps + 1) |-> [x |-> x - Steps + i - 1]]
            """;

    private static final String BEHAVIOUR = "INIT Init\nNEXT Next\n";

    @TempDir
    Path folder;

    @Test
    void an_invariant_sees_the_behaviour_that_led_to_its_state() throws Exception {
        String text = COUNTER + """
                Inv == Trace = Taken
                TooShort == Len(Trace) < 5
                """;

        assertThat(check(text, "INVARIANT Inv").exitCode()).isZero();
        assertThat(check(text, "INVARIANT TooShort").output()).contains("Invariant TooShort is violated", "State 5:");
    }

    @Test
    void a_constraint_sees_the_behaviour_that_leads_to_its_state() throws Exception {
        assertThat(check(COUNTER + "Short == Trace = Taken /\\ Len(Trace) < 4", "CONSTRAINT Short")
                        .output())
                .contains("6 distinct states found");
    }

    @Test
    void a_simulation_sees_its_behaviour() throws Exception {
        assumeThat(Jars.isLater()).isFalse();
        String text = COUNTER + "Inv == Trace = Taken";

        assertThat(check(text, "INVARIANT Inv", "-simulate", "num=3").output())
                .doesNotContain("Error:")
                .contains("states checked");
    }

    @Test
    void a_step_that_asks_how_it_came_about_is_an_error() throws Exception {
        assumeThat(Jars.isLater()).isFalse();
        assertThat(check(COUNTER + "Step == Len(Trace) < 9 /\\ Next", "NEXT Step")
                        .output())
                .contains("not in the next-state relation");
    }

    @Test
    void how_tlc_was_started_is_known() throws Exception {
        accepted(COUNTER + """
                C == TLCGet("config")
                ASSUME C.mode = "bfs" /\\ C.worker = 1 /\\ C.deadlock = FALSE
                ASSUME DOMAIN C = {"mode", "deadlock", "worker", "seed", "fingerprint", "install"}
                """);
        assertThat(check(
                                COUNTER
                                        + "Inv == TLCGet(\"config\").mode = \"simulate\" /\\ TLCGet(\"config\").traces = 3",
                                "INVARIANT Inv",
                                "-simulate",
                                "num=3")
                        .output())
                .doesNotContain("Error:");
    }

    @Test
    void how_far_tlc_has_come_is_known() throws Exception {
        accepted(COUNTER + """
                ASSUME TLCGet("stats").distinct = 0 /\\ TLCGet("stats").initial = 0
                ASSUME DOMAIN TLCGet("stats") = {"queue", "distinct", "initial", "generated", "diameter", "duration", "worker"}
                """);
        assertThat(check(COUNTER + "Inv == x = 14 => PrintT(TLCGet(\"stats\"))", "INVARIANT Inv")
                        .output())
                .contains("initial |-> 2", "distinct |-> 10", "generated |-> 10", "diameter |-> 5");
    }

    @Test
    void a_property_of_the_jvm_is_known_and_one_that_is_not_set_is_its_name() throws Exception {
        Tlc.Result result = new Tlc(folder).with("-Dcolour=red").check("MCProperty", """
                        EXTENDS TLC
                        ASSUME TLCGet("-Dcolour") = "red" /\\ TLCGet("-Dshape") = "-Dshape"
                        """);

        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    @Test
    void what_only_a_later_tlc_knows_is_an_error_that_says_so() throws Exception {
        assumeThat(Jars.isLater()).isFalse();
        assertThat(check(COUNTER + "ASSUME TLCGet(\"revision\").count > 0", "").output())
                .contains("This TLC does not know TLCGet(\"revision\")", "--tla2tools FILE");
        assertThat(check(COUNTER + "ASSUME TLCGet(\"-Dtlc2.tool.impl.Tool.cdot\") = \"true\"", "")
                        .output())
                .contains("This TLC cannot compose actions with \\cdot");
        assertThat(check(COUNTER + "Step == Next /\\ TLCDefer(TRUE)", "NEXT Step", "-simulate", "num=3")
                        .output())
                .contains("TLCDefer in a simulation needs a newer TLC");
    }

    @Test
    void what_tlcget_answered_before_it_answers_still() throws Exception {
        accepted(COUNTER + """
                ASSUME TLCSet(7, "seven") /\\ TLCGet(7) = "seven"
                ASSUME TLCGet("distinct") = 0 /\\ TLCGet("level") = 0 /\\ TLCGet("duration") >= 0
                """);
        assertThat(check(COUNTER + "ASSUME TLCGet(\"distnct\") = 0", "").output())
                .contains("TLCGet(distnct) was undefined");
    }

    private void accepted(String text) throws Exception {
        Tlc.Result result = check(text, "");
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    private Tlc.Result check(String text, String config, String... arguments) throws Exception {
        String next = config.startsWith("NEXT") ? "INIT Init\n" : BEHAVIOUR;
        return new Tlc(folder).check("MCRun", text, next + config, Map.of(), arguments);
    }
}
