package dev.plumb.protocols.commit.threephase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.protocols.RunCheck;
import dev.plumb.refinement.SpecActions;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.Violation;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.WorldOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs of the Java three-phase commit, held against the specification. */
class ThreePhaseTest {
    /** What the protocol is made for: whoever does not answer has crashed. */
    private static final WorldOptions CRASHING =
            WorldOptions.TIMED.with(Fault.CRASH, 2).with(Fault.DUPLICATE, 2);

    /** What it is not made for. */
    private static final WorldOptions PARTED = WorldOptions.TIMED.with(Fault.PARTITION, 2);

    @RegisterExtension
    static final RunCheck CHECK = new RunCheck("ThreePhase");

    private static Scenario scenario(String bug, WorldOptions world) {
        return new Scenario("threephase", 3, bug, world);
    }

    private static List<String> resourceManagers() {
        return List.of("r1", "r2", "r3");
    }

    /** {@code \A rm \in RM : Finished(rm) \/ rm \notin up}. */
    private static boolean nobodyWaits(Run run) {
        return resourceManagers().stream()
                .allMatch(rm -> ThreePhase.rmState(rm, run.end()).isFinished() || !ThreePhase.isUp(rm, run.end()));
    }

    private static boolean isCommitted(Run run) {
        return resourceManagers().stream().anyMatch(rm -> ThreePhase.rmState(rm, run.end()) == RmState.COMMITTED);
    }

    @Test
    void when_nothing_fails_and_nobody_refuses_all_commit_in_three_phases() {
        Run run = RunCheck.runs(scenario("none", WorldOptions.TIMED), 100)
                .filter(ThreePhaseTest::isCommitted)
                .findFirst()
                .orElseThrow();

        assertThat(RunCheck.actions(run)).containsExactly("Finish", "Precommit", "Prepare", "TMCommit", "TMPrecommit");
        assertThat(CHECK.conforms(run)).isTrue();
    }

    @Test
    void twenty_rough_runs_conform_and_with_some_of_backups_they_show_every_action() {
        conform(20);
    }

    @Test
    @Tag("nightly")
    void two_hundred_rough_runs_conform() {
        conform(200);
    }

    private void conform(int runs) {
        Stream<Run> rough = RunCheck.runs(scenario("none", CRASHING), runs);
        Stream<Run> ofBackups = RunCheck.runs(scenario("none", CRASHING), 50 * runs)
                .filter(run -> RunCheck.actions(run).contains("Align"));
        CHECK.conform(
                Stream.concat(rough, ofBackups),
                SpecActions.of(Coordinator.class, ResourceManager.class),
                run -> assertThat(nobodyWaits(run)).isTrue());
    }

    @Test
    void nobody_waits_for_ever_whoever_crashes() {
        assertThat(RunCheck.runs(scenario("none", WorldOptions.TIMED.with(Fault.CRASH, 3)), 2_000))
                .allMatch(run -> run.violation().isEmpty() && nobodyWaits(run));
    }

    @Test
    void those_who_are_left_can_commit() {
        Run left = RunCheck.runs(scenario("none", CRASHING), 5_000)
                .filter(run -> RunCheck.actions(run).contains("BackupDecide") && isCommitted(run))
                .findFirst()
                .orElseThrow();

        assertThat(RunCheck.actions(left)).contains("Crash").doesNotContain("TMCommit");
        assertThat(CHECK.conforms(left)).isTrue();
    }

    @Test
    void in_a_partition_one_side_commits_and_the_other_aborts() {
        Run parted = RunCheck.runs(scenario("none", PARTED), 20_000)
                .filter(run -> run.violation().isPresent())
                .findFirst()
                .orElseThrow();

        assertThat(parted.violation()).contains(new Violation(Violation.Kind.INVARIANT, "Consistent"));
        assertThat(parted.faults()).allMatch(Move.Block.class::isInstance);
        assertThat(CHECK.conforms(parted)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSS", "PAUSE"})
    void silence_without_a_crash_makes_the_coordinator_commit_too_early(Fault fault) {
        WorldOptions silent = WorldOptions.TIMED.with(fault, 1);

        assertThat(CHECK.firstDivergingAt(RunCheck.runs(scenario("none", silent), 200), "TMCommit"))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "hasty-commit, TMCommit",
        "lone-backup, BackupDecide",
        "timid-backup, BackupDecide",
        "stubborn-member, BackupDecide"
    })
    void a_bug_is_found_in_some_run_at_the_step_that_is_wrong(String bug, String action) {
        assertThat(CHECK.firstDivergingAt(RunCheck.runs(scenario(bug, CRASHING), 5_000), action))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lone-backup", "timid-backup", "stubborn-member"})
    void a_bug_of_backups_needs_a_crash(String bug) {
        assertThat(RunCheck.runs(scenario(bug, WorldOptions.TIMED), 500))
                .noneMatch(run -> RunCheck.actions(run).contains("BackupDecide"));
    }

    @Test
    void that_somebody_was_not_aligned_one_crash_does_not_show_to_an_invariant() {
        WorldOptions once = WorldOptions.TIMED.with(Fault.CRASH, 1);
        assertThat(RunCheck.runs(scenario("stubborn-member", once), 2_000).flatMap(run -> run.violation().stream()))
                .isEmpty();
    }

    @Test
    @Timeout(300)
    void killed_processes_do_the_same_and_their_traces_conform() throws Exception {
        Run run = RunCheck.runs(scenario("none", WorldOptions.TIMED.with(Fault.CRASH, 2)), 1_000)
                .filter(each -> each.faults().size() == 2
                        && each.steps().size() > 30
                        && RunCheck.actions(each).contains("BackupFinish"))
                .findFirst()
                .orElseThrow();

        CHECK.conformsOnSockets(run);
    }
}
