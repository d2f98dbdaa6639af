package dev.plumb.protocols.commit.twophase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.protocols.RunCheck;
import dev.plumb.refinement.SpecActions;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.WorldOptions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of the Java two-phase commit, held against the specification by TLC; {@link TwoPhaseTest} has many more, without it. */
class TwoPhaseRunsTest {
    /** What the protocol is made for. */
    private static final WorldOptions ROUGH = rough(WorldOptions.TIMED);

    /** Whatever is under way may come next, timers too. */
    private static final WorldOptions UNORDERED = rough(WorldOptions.UNTIMED);

    @RegisterExtension
    static final RunCheck CHECK = new RunCheck("TwoPhase");

    private static WorldOptions rough(WorldOptions world) {
        return RunCheck.rough(world).with(Fault.DUPLICATE, 2).with(Fault.PARTITION, 2);
    }

    private static Scenario scenario(int nodes, String bug, WorldOptions world) {
        return new Scenario("twophase", nodes, bug, world);
    }

    @Test
    void twenty_rough_runs_conform_and_show_every_action_and_what_is_worth_seeing() {
        conform(10);
    }

    @Test
    @Tag("nightly")
    void two_hundred_rough_runs_conform() {
        conform(100);
    }

    private void conform(int runsEach) {
        Stream<Run> runs =
                Stream.of(ROUGH, UNORDERED).flatMap(world -> RunCheck.runs(scenario(2, "none", world), runsEach));
        CHECK.conform(runs, SpecActions.of(Coordinator.class, ResourceManager.class));
    }

    @ParameterizedTest
    @CsvSource({
        "hasty-commit, TMCommit",
        "forgetful-promise, RMChooseToAbort",
        "fickle-decision, TMAbort",
        "revived-transaction, RMPrepare"
    })
    void a_bug_is_found_in_some_run_at_the_step_that_is_wrong(String bug, String action) {
        assertThat(CHECK.firstDivergingAt(RunCheck.runs(scenario(3, bug, UNORDERED), 2_000), action))
                .isPresent();
    }

    @Test
    void an_abort_that_was_told_and_taken_back_violates_no_invariant() {
        assertThat(RunCheck.runs(scenario(3, "revived-transaction", UNORDERED), 1_000)
                        .flatMap(run -> run.violation().stream()))
                .isEmpty();
    }
}
