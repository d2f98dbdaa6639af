package dev.plumb.protocols.commit.twophase;

import static dev.plumb.protocols.commit.twophase.ResourceManager.RmState.ABORTED;
import static dev.plumb.protocols.commit.twophase.ResourceManager.RmState.COMMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.refinement.SpecActions;
import dev.plumb.refinement.SpecStep;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TwoPhaseTest {
    private static final String REFUSED_BY_R2 = "tx-3";

    @Test
    void what_everyone_prepares_is_committed_everywhere() {
        World world = new World(Setup.ofThree(1, Bug.NONE), false).run();

        assertThat(world.rmStates("tx-1")).containsOnly(COMMITTED);
        assertThat(world.actions("tx-1"))
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
        World world = new World(Setup.ofThree(3, Bug.NONE), false).run();

        assertThat(world.rmStates(REFUSED_BY_R2)).containsOnly(ABORTED);
        assertThat(world.actions(REFUSED_BY_R2))
                .containsExactly(
                        "RMPrepare",
                        "RMChooseToAbort",
                        "RMPrepare",
                        "TMRcvPrepared",
                        "TMAbort",
                        "RMRcvAbortMsg",
                        "RMRcvAbortMsg",
                        "RMRcvAbortMsg");
    }

    @Test
    void of_six_transactions_most_commit_and_some_abort() {
        World world = new World(Setup.ofThree(6, Bug.NONE), false).run();

        assertThat(Stream.of("tx-1", "tx-2", "tx-4", "tx-5"))
                .allMatch(tx -> world.outcome(tx) == Coordinator.TmState.COMMITTED);
        assertThat(Stream.of("tx-3", "tx-6")).allMatch(tx -> world.outcome(tx) == Coordinator.TmState.ABORTED);
    }

    @Test
    void a_coordinator_whose_patience_ends_aborts() {
        IntUnaryOperator timerFirst = size -> size - 1;
        World world = new World(Setup.ofThree(1, Bug.NONE), true).run(timerFirst);

        assertThat(world.actions("tx-1")).startsWith("TMAbort");
        assertThat(world.rmStates("tx-1")).containsOnly(ABORTED);
        assertThatCode(world::conforms).doesNotThrowAnyException();
    }

    @Test
    void a_hasty_coordinator_commits_what_one_has_aborted() {
        Setup lastOneRefuses = new Setup(
                new TreeSet<>(List.of("r1", "r2", "r3")),
                List.of("tx-1"),
                new TreeSet<>(List.of("tx-1/r3")),
                Bug.HASTY_COMMIT);
        World world = new World(lastOneRefuses, false).run();

        assertThat(world.rmStates("tx-1")).containsExactly(COMMITTED, COMMITTED, ABORTED);
    }

    @Property(seed = "1", tries = 500)
    void in_every_order_each_step_is_one_of_the_specification_and_all_agree(
            @ForAll long seed, @ForAll boolean timersRunOut) {
        World world = new World(Setup.ofThree(6, Bug.NONE), timersRunOut).run(new Random(seed)::nextInt);

        world.conforms();
        for (int i = 1; i <= 6; i++) {
            assertThat(world.rmStates("tx-" + i))
                    .containsOnly(world.outcome("tx-" + i) == Coordinator.TmState.COMMITTED ? COMMITTED : ABORTED);
        }
        assertThat(world.finished).containsExactly("r1", "r2", "r3", "tm");
    }

    @Property(seed = "1", tries = 200)
    void in_no_order_does_the_hasty_coordinator_conform(@ForAll long seed) {
        World world = new World(Setup.ofThree(6, Bug.HASTY_COMMIT), false).run(new Random(seed)::nextInt);

        assertThatThrownBy(world::conforms)
                .isInstanceOf(TwoPhaseSpec.NotAStep.class)
                .hasMessage("tmPrepared = RM");
    }

    @Test
    void the_annotated_methods_are_the_actions_that_are_noted() {
        World world = new World(Setup.ofThree(6, Bug.NONE), false).run();

        assertThat(new TreeSet<>(world.notes.stream().map(SpecStep::action).toList()))
                .isEqualTo(SpecActions.of(Coordinator.class, ResourceManager.class))
                .hasSize(7);
    }

    @Test
    void a_note_names_the_line_of_the_handler() {
        World world = new World(Setup.ofThree(1, Bug.NONE), false).run();

        assertThat(world.notes.get(0).at().orElseThrow()).matches("ResourceManager\\.java:\\d+");
        assertThat(world.notes)
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
