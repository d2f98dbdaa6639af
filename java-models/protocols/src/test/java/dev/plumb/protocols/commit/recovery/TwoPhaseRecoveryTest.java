package dev.plumb.protocols.commit.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.protocols.RunCheck;
import dev.plumb.refinement.SpecActions;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.Shrinker;
import dev.plumb.simulation.drive.Violation;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.WorldOptions;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of the Java two-phase commit with recovery, held against the specification. */
class TwoPhaseRecoveryTest {
    /** What the protocol is made for. */
    private static final WorldOptions ROUGH = RunCheck.rough(WorldOptions.TIMED);

    /** Whatever is under way may come next, timers too. */
    private static final WorldOptions UNORDERED = WorldOptions.UNTIMED.with(Fault.CRASH, 2);

    @RegisterExtension
    static final RunCheck CHECK = new RunCheck("TwoPhaseRecovery");

    private static Scenario scenario(String bug, WorldOptions world) {
        return new Scenario("twophase-recovery", 2, bug, world);
    }

    private static boolean isOver(Run run) {
        return run.end().node(Setup.COORDINATOR).synced().equals(new Coordinator.Log(Coordinator.Log.Entry.ENDED));
    }

    @Test
    void when_nothing_fails_and_nobody_refuses_a_commit_is_told_and_acknowledged_and_forgotten() {
        Run run = RunCheck.runs(scenario("none", WorldOptions.TIMED), 100)
                .filter(TwoPhaseRecoveryTest::isOver)
                .findFirst()
                .orElseThrow();

        assertThat(RunCheck.actions(run))
                .contains("RMPrepare", "RMRcvCommitMsg", "TMCommit", "TMEnd", "TMRcvAck", "TMRcvPrepared")
                .doesNotContain("RMChooseToAbort", "RMCrash", "RMRcvAbortMsg", "TMAbort", "TMCrash");
        assertThat(CHECK.conforms(run)).isTrue();
    }

    @Test
    void twenty_rough_runs_conform_and_show_every_action_and_what_is_worth_seeing() {
        conform(20);
    }

    @Test
    @Tag("nightly")
    void two_hundred_rough_runs_conform() {
        conform(200);
    }

    private void conform(int runs) {
        CHECK.conform(
                RunCheck.runs(scenario("none", ROUGH), runs), SpecActions.of(Coordinator.class, ResourceManager.class));
    }

    @ParameterizedTest
    @CsvSource({
        "forgetful-promise, RMRecover",
        "fickle-commit, TMRecover",
        "premature-end, TMEnd",
        "optimistic-answer, TMAnswer",
        "revived-work, RMRecover"
    })
    void a_bug_is_found_in_some_run_at_the_step_that_is_wrong(String bug, String action) {
        assertThat(CHECK.firstDivergingAt(RunCheck.runs(scenario(bug, UNORDERED), 2_000), action))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "forgetful-promise, Consistent",
        "fickle-commit, Consistent",
        "premature-end, ForgetsWhenOver",
        "optimistic-answer, Consistent"
    })
    void most_bugs_violate_an_invariant(String bug, String invariant) {
        assertThat(RunCheck.runs(scenario(bug, UNORDERED), 10_000)
                        .flatMap(run -> run.violation().stream())
                        .findFirst())
                .contains(new Violation(Violation.Kind.INVARIANT, invariant));
    }

    @Test
    void work_that_is_taken_up_again_violates_none() {
        assertThat(RunCheck.runs(scenario("revived-work", UNORDERED), 1_000).flatMap(run -> run.violation().stream()))
                .isEmpty();
    }

    @Test
    void a_forgotten_promise_needs_a_crash_and_more_than_eight_steps_to_do_harm() {
        Run failing = RunCheck.runs(scenario("forgetful-promise", UNORDERED), 10_000)
                .filter(run -> run.violation().isPresent())
                .findFirst()
                .orElseThrow();

        Run shrunk =
                new Shrinker((run, kind) -> Optional.empty(), 1).shrink(failing).run();

        assertThat(shrunk.faults()).hasSize(1).allMatch(Move.Crash.class::isInstance);
        assertThat(shrunk.steps()).hasSizeGreaterThan(8);
    }

    @Test
    @Timeout(300)
    void killed_processes_do_the_same_and_their_traces_conform() throws Exception {
        Run run = RunCheck.runs(scenario("none", WorldOptions.TIMED.with(Fault.CRASH, 2)), 1_000)
                .filter(each -> each.faults().size() == 2 && isOver(each))
                .findFirst()
                .orElseThrow();

        CHECK.conformsOnSockets(run);
    }
}
