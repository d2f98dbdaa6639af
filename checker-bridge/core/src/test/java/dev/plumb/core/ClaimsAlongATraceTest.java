package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.TraceCheckResult.Judged;
import dev.plumb.core.TraceCheckResult.Judged.Violating;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.kernel.TlcJar;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invariants and properties of a cfg, held against the behaviours that explain a trace. */
class ClaimsAlongATraceTest {
    private static final String THREE_RMS = "{'plumb':1,'constants':{'RM':{'#set':['r1','r2','r3']}}}";
    /** The manager commits with two promises of three, and whoever promised nothing aborts. */
    private static final String[] HASTY = {
        THREE_RMS,
        "{'action':'RMPrepare','args':['r1']}",
        "{'action':'RMPrepare','args':['r2']}",
        "{'action':'TMRcvPrepared','args':['r1']}",
        "{'action':'TMRcvPrepared','args':['r2']}",
        "{'action':'TMCommit'}",
        "{'action':'RMChooseToAbort','args':['r3']}",
        "{'action':'RMRcvCommitMsg','args':['r1'],'at':'Rm.java:9'}",
        "{'action':'RMRcvCommitMsg','args':['r2']}",
    };

    @TempDir
    Path folder;

    private TraceCheckResult check(Model model, String... lines) {
        return new TraceCheck(model, TlcJar.find())
                .check(new Traces(folder).part(lines).read(), "");
    }

    private static Model twoPhase(String config) {
        return new SpecLocator(List.of(Corpus.ROOT)).forTraces("MCTwoPhase", Optional.of(config));
    }

    private TraceCheckResult guess(String claim, String... lines) {
        new Fixture(folder)
                .module(
                        "Guess",
                        "EXTENDS Naturals",
                        "VARIABLES x, y",
                        "Init == x = 0 /\\ y = 0",
                        "Guess == x = 0 /\\ x' \\in {1, 2} /\\ y' = y",
                        "Show == x # 0 /\\ x' = x /\\ y' = x",
                        "Next == Guess \\/ Show",
                        "Odd == x # 2",
                        "NotShown == [][y' # 2]_y",
                        "Broken == x < y")
                .config("Guess", "INIT Init", "NEXT Next", claim);
        Model model =
                new SpecLocator(List.of()).forTraces(folder.resolve("Guess.tla").toString(), Optional.empty());
        return check(model, lines);
    }

    private static List<Violating> violating(TraceCheckResult result) {
        return result.runs().get(0).judged().stream().map(Judged::violating).toList();
    }

    @Test
    void a_program_that_does_as_the_spec_keeps_its_invariants_and_refines_what_that_refines() {
        TraceCheckResult result = check(
                twoPhase("MCTwoPhase"), THREE_RMS, "{'action':'RMPrepare','args':['r1']}", "{'action':'TMAbort'}");
        assertThat(result.outcome()).isEqualTo(new Outcome.Conforms());
        assertThat(result.runs().get(0).judged())
                .containsExactly(
                        new Judged("TypeOK", PropertyKind.INVARIANT, Violating.NONE),
                        new Judged("Consistent", PropertyKind.INVARIANT, Violating.NONE),
                        new Judged("RefinesTCommit", PropertyKind.ACTION_PROPERTY, Violating.NONE));
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void a_violation_is_shown_up_to_the_event_that_brought_it_about() {
        TraceCheckResult result = check(twoPhase("MCTwoPhase_Hasty"), HASTY);
        assertThat(result.outcome()).isEqualTo(new Outcome.Violates("Consistent", PropertyKind.INVARIANT));
        assertThat(result.outcome().exitCode()).isEqualTo(12);
        RunResult run = result.runs().get(0);
        assertThat(run.judged())
                .containsExactly(
                        new Judged("TypeOK", PropertyKind.INVARIANT, Violating.NONE),
                        new Judged("Consistent", PropertyKind.INVARIANT, Violating.ALL));
        var steps = run.behaviour().orElseThrow().steps();
        assertThat(steps.get(steps.size() - 1).event().orElseThrow().at()).contains("Rm.java:9");
    }

    @Test
    void the_first_level_that_breaks_is_the_one_that_is_named() {
        assertThat(check(twoPhase("MCTwoPhase"), HASTY).outcome())
                .as("the spec without the planted bug forbids it before any invariant is broken")
                .isEqualTo(new Outcome.Diverges());
    }

    @Test
    void a_guess_that_later_events_refute_accuses_nobody() {
        String[] lines = {"{'plumb':1}", "{'action':'Guess'}", "{'action':'Show','state':{'y':1}}"};
        TraceCheckResult result = guess("INVARIANT Odd", lines);
        assertThat(result.outcome()).isEqualTo(new Outcome.Conforms());
        assertThat(violating(result)).containsExactly(Violating.NONE);

        lines[2] = lines[2].replace("'y':1", "'y':2");
        assertThat(guess("INVARIANT Odd", lines).outcome())
                .isEqualTo(new Outcome.Violates("Odd", PropertyKind.INVARIANT));
        assertThat(guess("PROPERTY NotShown", lines).outcome())
                .isEqualTo(new Outcome.Violates("NotShown", PropertyKind.ACTION_PROPERTY));
    }

    @Test
    void where_the_trace_fits_either_way_there_is_a_warning() {
        TraceCheckResult result = guess("INVARIANT Odd", "{'plumb':1}", "{'action':'Guess'}");
        assertThat(result.outcome()).isEqualTo(new Outcome.Conforms());
        assertThat(violating(result)).containsExactly(Violating.SOME);
        assertThat(result.warnings())
                .containsExactly("Some of the behaviours that explain the trace violate Odd, others do not."
                        + " Record more to tell them apart.");
    }

    @Test
    void an_initial_state_can_break_one_already() {
        TraceCheckResult result = guess("INVARIANT Broken", "{'plumb':1}", "{'action':'Guess'}");
        assertThat(result.outcome()).isEqualTo(new Outcome.Violates("Broken", PropertyKind.INVARIANT));
        assertThat(result.runs().get(0).behaviour().orElseThrow().steps()).hasSize(1);
        assertThat(result.runs().get(0).matched()).isZero();
    }
}
