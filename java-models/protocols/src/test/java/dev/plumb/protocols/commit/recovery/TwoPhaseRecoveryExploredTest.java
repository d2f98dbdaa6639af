package dev.plumb.protocols.commit.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.RefinementCheck;
import dev.plumb.core.RefinementCoverage.Share;
import dev.plumb.core.SpecLocator;
import dev.plumb.kernel.TlcJar;
import dev.plumb.simulation.conform.GraphRefinement;
import dev.plumb.simulation.conform.WorldCheck;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.explore.Exploration;
import dev.plumb.simulation.explore.Verdict;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.simulation.world.WorldState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java two-phase commit with recovery in small worlds, all of whose states are visited, and its specification. */
class TwoPhaseRecoveryExploredTest {
    private static final int ALL = 1_000_000;
    private static final WorldOptions CRASHING = WorldOptions.UNTIMED.with(Fault.CRASH, 2);

    private static Scenario scenario(int nodes, String bug, WorldOptions world) {
        return new Scenario("twophase-recovery-small", nodes, bug, world);
    }

    private static RefinementCheck specification(int nodes) {
        Path root = Path.of(System.getProperty("plumb.root"));
        return RefinementCheck.of(
                new SpecLocator(List.of(root)).forTraces("TwoPhaseRecovery", Optional.empty()),
                TlcJar.find(),
                scenario(nodes, "none", CRASHING).deployment().header().constants(),
                "the test");
    }

    private static Exploration<WorldState> refined(int nodes, String bug, WorldOptions options, RefinementCheck check) {
        WorldCheck world = new WorldCheck(scenario(nodes, bug, options));
        return world.forRefinement(world.forInvariants(world.unasked()), check).explore();
    }

    @Test
    void where_nobody_crashes_every_step_is_one_of_the_specification_of_which_nothing_is_hidden() {
        try (RefinementCheck check = specification(3)) {
            Exploration<WorldState> found = refined(3, "none", WorldOptions.GROWING, check);
            assertThat(found.isGood()).isTrue();
            assertThat(found.distinct()).isEqualTo(799);
            assertThat(check.coverage(ALL).hidden()).isEmpty();
            assertThat(check.coverage(ALL).states()).isEqualTo(new Share(301, 4_019));
        }
    }

    @Test
    void with_one_resource_manager_and_two_crashes_every_step_is_allowed_and_most_are_shown() {
        try (RefinementCheck check = specification(1)) {
            Exploration<WorldState> found = refined(1, "none", CRASHING, check);
            assertThat(found.isGood()).isTrue();
            assertThat(found.distinct()).isEqualTo(6_749);
            assertThat(check.coverage(ALL).states()).isEqualTo(new Share(63, 65));
            assertThat(check.coverage(ALL).steps()).isEqualTo(new Share(143, 174));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 5", "2, 1, 8"})
    void all_can_wait_for_a_coordinator_that_is_down_and_know_the_outcome_in_the_end(
            int nodes, int crashes, int steps) {
        WorldOptions crashing = WorldOptions.UNTIMED.with(Fault.CRASH, crashes);
        Exploration<WorldState> found =
                new WorldCheck(scenario(nodes, "none", crashing)).explorer().explore();
        assertThat(found.isGood()).isTrue();
        Verdict<WorldState> blocked = found.verdicts().get("all wait for a coordinator that is down");
        assertThat(((Verdict.Shown<WorldState>) blocked).path().length()).isEqualTo(steps);
    }

    @Test
    @Tag("nightly")
    void with_two_resource_managers_and_a_crash_too() {
        try (RefinementCheck check = specification(2)) {
            WorldOptions once = WorldOptions.UNTIMED.with(Fault.CRASH, 1);
            assertThat(new WorldCheck(scenario(2, "none", once))
                            .explorer(check)
                            .explore()
                            .isGood())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forgetful-promise", "fickle-commit", "optimistic-answer", "revived-work"})
    void a_bug_takes_a_step_that_the_specification_does_not_have(String bug) {
        try (RefinementCheck check = specification(1)) {
            assertThat(refined(1, bug, CRASHING, check).verdicts().get(GraphRefinement.STEPS))
                    .isInstanceOf(Verdict.Violated.class);
        }
    }

    @Test
    void and_so_does_an_end_that_comes_too_early() {
        try (RefinementCheck check = specification(2)) {
            assertThat(refined(2, "premature-end", WorldOptions.GROWING, check)
                            .verdicts()
                            .get(GraphRefinement.STEPS))
                    .isInstanceOf(Verdict.Violated.class);
        }
    }
}
