package dev.plumb.protocols.commit.twophase;

import static dev.plumb.protocols.commit.twophase.ResourceManager.RmState.ABORTED;
import static dev.plumb.protocols.commit.twophase.ResourceManager.RmState.COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.refinement.SpecActions;
import dev.plumb.refinement.SpecStep;
import dev.plumb.simulation.world.Chooser;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.RandomChooser;
import dev.plumb.simulation.world.WorldOptions;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TwoPhaseTest {
    private static final String REFUSED_BY_R2 = "tx-3";

    /** What the protocol is made for. */
    private static final WorldOptions ROUGH = WorldOptions.UNTIMED
            .with(Fault.CRASH, 2)
            .with(Fault.LOSS, 2)
            .with(Fault.DUPLICATE, 2)
            .with(Fault.PARTITION, 2)
            .with(Fault.PAUSE, 1);

    private static Run dull(int transactions) {
        return Run.of(Setup.ofThree(transactions, Bug.NONE), WorldOptions.TIMED, Chooser.DULL);
    }

    @Test
    void what_everyone_prepares_is_committed_everywhere() {
        Run run = dull(1);

        assertThat(run.rmStates("tx-1")).containsOnly(COMMITTED);
        assertThat(run.actions("tx-1"))
                .containsExactly(
                        "RMPrepare",
                        "RMPrepare",
                        "RMPrepare",
                        "TMRcvPrepared",
                        "TMRcvPrepared",
                        "TMRcvPrepared",
                        "TMCommit",
                        "RMRcvCommitMsg",
                        "RMRcvCommitMsg",
                        "RMRcvCommitMsg");
    }

    @Test
    void what_one_refuses_is_aborted_everywhere_also_where_it_was_aborted_already() {
        Run run = dull(3);

        assertThat(run.rmStates(REFUSED_BY_R2)).containsOnly(ABORTED);
        assertThat(run.actions(REFUSED_BY_R2))
                .startsWith("RMChooseToAbort")
                .contains("TMAbort")
                .endsWith("RMRcvAbortMsg", "RMRcvAbortMsg", "RMRcvAbortMsg")
                .doesNotContain("TMCommit");
    }

    @Test
    void of_six_transactions_most_commit_and_some_abort() {
        Run run = dull(6);

        assertThat(Stream.of("tx-1", "tx-2", "tx-4", "tx-5"))
                .allMatch(tx -> run.outcome(tx) == Coordinator.TmState.COMMITTED);
        assertThat(Stream.of("tx-3", "tx-6")).allMatch(tx -> run.outcome(tx) == Coordinator.TmState.ABORTED);
    }

    @Test
    void a_coordinator_whose_patience_ends_aborts() {
        Chooser timersFirst = (choice, n) -> n - 1;
        Run run = Run.of(Setup.ofThree(1, Bug.NONE), WorldOptions.UNTIMED, timersFirst);

        assertThat(run.actions("tx-1")).startsWith("TMAbort");
        assertThat(run.rmStates("tx-1")).containsOnly(ABORTED);
        assertThatCode(run::conforms).doesNotThrowAnyException();
    }

    @Test
    void a_hasty_coordinator_commits_what_one_has_aborted() {
        Setup lastOneRefuses = new Setup(
                new TreeSet<>(List.of("r1", "r2", "r3")),
                List.of("tx-1"),
                new TreeSet<>(List.of("tx-1/r3")),
                Bug.HASTY_COMMIT);
        Chooser oldestFirst = Chooser.DULL;
        Run run = Run.of(lastOneRefuses, WorldOptions.UNTIMED, oldestFirst);

        assertThat(run.outcome("tx-1")).isEqualTo(Coordinator.TmState.COMMITTED);
    }

    @Property(seed = "1", tries = 500)
    void in_every_order_each_step_is_one_of_the_specification_and_all_agree(@ForAll long seed, @ForAll boolean timed) {
        WorldOptions options = timed ? WorldOptions.TIMED : WorldOptions.UNTIMED;
        Run run = Run.of(Setup.ofThree(6, Bug.NONE), options, new RandomChooser(seed));

        run.conforms();
        for (int i = 1; i <= 6; i++) {
            assertThat(run.rmStates("tx-" + i))
                    .containsOnly(run.outcome("tx-" + i) == Coordinator.TmState.COMMITTED ? COMMITTED : ABORTED);
        }
        assertThat(run.finished).containsExactly("r1", "r2", "r3", "tm");
    }

    @Property(seed = "1", tries = 1000)
    void with_crashes_losses_and_partitions_each_step_is_one_of_the_specification(@ForAll long seed) {
        Run.of(Setup.ofOne(3, Bug.NONE), ROUGH, new RandomChooser(seed)).conforms();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void with_a_bug_some_order_does_not_conform(Bug bug) {
        assertThat(LongStream.range(0, 2000)
                        .mapToObj(seed -> Run.of(Setup.ofOne(3, bug), ROUGH, new RandomChooser(seed))))
                .as("runs that diverge")
                .anySatisfy(run -> assertThatThrownBy(run::conforms).isInstanceOf(TwoPhaseSpec.NotAStep.class));
    }

    @Property(seed = "1", tries = 200)
    void in_no_order_in_time_does_the_hasty_coordinator_conform(@ForAll long seed) {
        Run run = Run.of(Setup.ofThree(6, Bug.HASTY_COMMIT), WorldOptions.TIMED, new RandomChooser(seed));

        assertThatThrownBy(run::conforms)
                .isInstanceOf(TwoPhaseSpec.NotAStep.class)
                .hasMessage("tmPrepared = RM");
        assertThat(run.finished).as("whoever cannot follow").containsExactly("r1", "r2", "r3", "tm");
    }

    @Test
    void the_annotated_methods_are_the_actions_that_are_noted() {
        assertThat(new TreeSet<>(dull(6).notes.stream().map(SpecStep::action).toList()))
                .isEqualTo(SpecActions.of(Coordinator.class, ResourceManager.class))
                .hasSize(7);
    }

    @Test
    void a_note_names_the_line_of_the_handler() {
        Run run = dull(1);

        assertThat(run.notes.get(0).at().orElseThrow()).matches("ResourceManager\\.java:\\d+");
        assertThat(run.notes)
                .extracting(note -> note.at().orElseThrow())
                .anyMatch(at -> at.matches("Coordinator\\.java:\\d+"));
    }

    @Test
    void a_setup_survives_the_way_to_another_jvm() {
        Setup setup = Setup.ofThree(6, Bug.HASTY_COMMIT);
        Setup withoutRefusals = Setup.ofThree(1, Bug.NONE);

        assertThat(Setup.parse(setup.arguments())).isEqualTo(setup);
        assertThat(Setup.parse(withoutRefusals.arguments())).isEqualTo(withoutRefusals);
    }
}
