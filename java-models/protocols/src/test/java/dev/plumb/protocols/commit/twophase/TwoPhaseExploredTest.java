package dev.plumb.protocols.commit.twophase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.RefinementCheck;
import dev.plumb.core.RefinementCoverage;
import dev.plumb.core.RefinementCoverage.Share;
import dev.plumb.core.SpecLocator;
import dev.plumb.kernel.TlcJar;
import dev.plumb.simulation.Deployment;
import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.conform.GraphRefinement;
import dev.plumb.simulation.conform.WorldCheck;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.explore.Exploration;
import dev.plumb.simulation.explore.Explorer;
import dev.plumb.simulation.explore.Fingerprints;
import dev.plumb.simulation.explore.Verdict;
import dev.plumb.simulation.explore.WorldSystem;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.simulation.world.WorldState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java nodes in small worlds, all of whose states are visited, and their specification: the same graph. */
class TwoPhaseExploredTest {
    private static final int ALL = 1_000_000;

    private static Scenario scenario(int nodes, String bug, WorldOptions world) {
        return new Scenario("twophase", nodes, bug, world);
    }

    private static RefinementCheck specification(int nodes) {
        Deployment deployment =
                scenario(nodes, Protocol.NO_BUG, WorldOptions.GROWING).deployment();
        Path root = Path.of(System.getProperty("plumb.root"));
        return RefinementCheck.of(
                new SpecLocator(List.of(root)).forTraces("TwoPhase", Optional.empty()),
                TlcJar.find(),
                deployment.header().constants(),
                "the test");
    }

    @Test
    void in_the_world_of_specifications_it_has_their_288_states_and_all_their_steps_and_follows_each_of_them() {
        WorldCheck world = new WorldCheck(scenario(3, Protocol.NO_BUG, WorldOptions.GROWING));
        try (RefinementCheck check = specification(3)) {
            Exploration<WorldState> found = world.explorer(check).explore();
            assertThat(found.isGood()).isTrue();
            assertThat(found.distinct()).isEqualTo(584);
            assertThat(found.generated()).isEqualTo(6_986);
            RefinementCoverage coverage = check.coverage(ALL);
            assertThat(coverage.states()).isEqualTo(new Share(288, 288));
            assertThat(coverage.steps()).isEqualTo(new Share(761, 761));
            assertThat(world.follow(check, ALL).stuck()).isEmpty();
        }
    }

    /**
     * Of the states of the world that are the same for the specification one is visited. None is missed if they have the same
     * steps there: it makes no difference what clients still call. With three, the test below compares.
     */
    @Test
    @Tag("nightly")
    void with_seven_resource_managers_it_has_the_states_and_steps_of_the_specification() {
        Deployment deployment =
                scenario(7, Protocol.NO_BUG, WorldOptions.GROWING).deployment();
        Explorer<WorldState> explorer = Explorer.of(new WorldSystem(deployment.world(WorldOptions.GROWING)))
                .fingerprinting(
                        state -> Fingerprints.of(deployment.abstraction().of(state)));
        try (RefinementCheck check = specification(7)) {
            Exploration<WorldState> found = new GraphRefinement<>(deployment.abstraction(), check)
                    .ask(explorer)
                    .explore();
            assertThat(found.isGood()).isTrue();
            assertThat(found.unexplored()).isEmpty();
            assertThat(found.distinct()).isEqualTo(296_448);
        }
    }

    @Test
    void with_three_resource_managers_one_state_of_the_world_for_each_of_the_specification_is_enough() {
        Deployment deployment =
                scenario(3, Protocol.NO_BUG, WorldOptions.GROWING).deployment();
        Explorer<WorldState> explorer = Explorer.of(new WorldSystem(deployment.world(WorldOptions.GROWING)))
                .fingerprinting(
                        state -> Fingerprints.of(deployment.abstraction().of(state)));
        try (RefinementCheck check = specification(3)) {
            Exploration<WorldState> found = new GraphRefinement<>(deployment.abstraction(), check)
                    .ask(explorer)
                    .explore();
            assertThat(found.distinct()).isEqualTo(288);
            assertThat(check.coverage(ALL).steps()).isEqualTo(new Share(761, 761));
        }
    }

    @Test
    void a_hasty_coordinator_takes_a_step_that_the_specification_does_not_have() {
        try (RefinementCheck check = specification(3)) {
            Exploration<WorldState> found = new WorldCheck(scenario(3, "hasty-commit", WorldOptions.GROWING))
                    .explorer(check)
                    .explore();
            assertThat(((Verdict.Violated<WorldState>) found.verdicts().get(GraphRefinement.STEPS))
                            .path()
                            .length())
                    .isEqualTo(4);
        }
    }

    /** A coordinator that has crashed does not know who had prepared: the specification may be in several states. */
    @Test
    void a_crash_makes_it_forget_but_take_no_step_that_the_specification_does_not_have() {
        try (RefinementCheck check = specification(2)) {
            Exploration<WorldState> found = refined(Protocol.NO_BUG, check);
            assertThat(found.isGood()).isTrue();
            assertThat(check.coverage(ALL).hidden()).containsExactly("tmPrepared");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forgetful-promise", "fickle-decision", "revived-transaction"})
    void what_a_crash_must_not_undo_is_a_step_that_the_specification_does_not_have(String bug) {
        try (RefinementCheck check = specification(2)) {
            assertThat(refined(bug, check).verdicts().get(GraphRefinement.STEPS))
                    .isInstanceOf(Verdict.Violated.class);
        }
    }

    private static Exploration<WorldState> refined(String bug, RefinementCheck check) {
        WorldCheck world = new WorldCheck(scenario(2, bug, WorldOptions.UNTIMED.with(Fault.CRASH, 1)));
        return world.forRefinement(world.unasked(), check).explore();
    }

    @Test
    void it_stays_consistent_when_a_node_crashes() {
        Exploration<WorldState> found = new WorldCheck(
                        scenario(2, Protocol.NO_BUG, WorldOptions.UNTIMED.with(Fault.CRASH, 1)))
                .explorer()
                .explore();
        assertThat(found.isGood()).isTrue();
        assertThat(found.distinct()).isEqualTo(52_635);
        assertThat(found.generated()).isEqualTo(237_957);
    }

    @Test
    void a_coordinator_that_tells_different_outcomes_makes_it_inconsistent() {
        WorldCheck world = new WorldCheck(scenario(2, Protocol.NO_BUG, WorldOptions.UNTIMED.with(Fault.FORGE, 1)));
        Exploration<WorldState> found = world.forInvariants(world.unasked()).explore();
        assertThat(found.verdicts().get("Consistent")).isInstanceOf(Verdict.Violated.class);
    }

    @Test
    void a_promise_that_a_crash_makes_forget_is_found_and_its_schedule_is_a_run_that_fails_again() {
        WorldCheck world = new WorldCheck(scenario(2, "forgetful-promise", WorldOptions.UNTIMED.with(Fault.CRASH, 1)));
        Verdict<WorldState> verdict = world.explorer().explore().verdicts().get("Consistent");
        dev.plumb.simulation.explore.Path<WorldState> path = ((Verdict.Violated<WorldState>) verdict).path();
        assertThat(path.length()).isEqualTo(13);
        Run run = world.run(path);
        assertThat(run.violation().orElseThrow().name()).isEqualTo("Consistent");
        assertThat(run.steps()).hasSize(14);
    }
}
