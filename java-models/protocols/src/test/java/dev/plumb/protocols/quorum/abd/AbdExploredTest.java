package dev.plumb.protocols.quorum.abd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.RefinementCheck;
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

/** The Java register with a call of a writer and one of a reader, all of whose states are visited. */
class AbdExploredTest {
    private static Exploration<WorldState> explored(Scenario scenario) {
        WorldCheck world = new WorldCheck(scenario);
        Path root = Path.of(System.getProperty("plumb.root"));
        try (RefinementCheck check = RefinementCheck.of(
                new SpecLocator(List.of(root)).forTraces("AbdRegister", Optional.empty()),
                TlcJar.find(),
                scenario.deployment().header().constants(),
                "the test")) {
            return world.forRefinement(world.forInvariants(world.unasked()), check)
                    .explore();
        }
    }

    private static Scenario scenario(int replicas, String bug) {
        return new Scenario("abd-small", replicas, bug, WorldOptions.UNTIMED);
    }

    @Test
    void with_two_replicas_every_step_is_one_of_the_specification() {
        Exploration<WorldState> found = explored(scenario(2, "none"));
        assertThat(found.isGood()).isTrue();
        assertThat(found.distinct()).isEqualTo(801);
    }

    @Test
    void a_replica_that_a_crash_makes_forget_takes_one() {
        Exploration<WorldState> found =
                explored(scenario(2, "forgetful-replica").with(WorldOptions.UNTIMED.with(Fault.CRASH, 1)));
        assertThat(found.verdicts().get(GraphRefinement.STEPS)).isInstanceOf(Verdict.Violated.class);
    }

    @Test
    void what_users_see_is_linearizable_in_all_behaviours() {
        Exploration<WorldState> found =
                new WorldCheck(scenario(2, "none")).explorer().explore();
        assertThat(found.isGood()).isTrue();
        assertThat(found.verdicts()).containsKey("linearizable");
        assertThat(found.distinct()).isEqualTo(1_581);
    }

    @Test
    @Tag("nightly")
    void with_three_replicas_too() {
        Exploration<WorldState> found = explored(scenario(3, "none"));
        assertThat(found.isGood()).isTrue();
        assertThat(found.distinct()).isEqualTo(78_083);
    }

    /** It ends as if the client had crashed, but says that it has returned. */
    @Test
    void a_hasty_read_takes_a_step_that_the_specification_does_not_have() {
        Exploration<WorldState> found = explored(scenario(3, "hasty-read"));
        assertThat(found.verdicts().get(GraphRefinement.STEPS)).isInstanceOf(Verdict.Violated.class);
    }

    @Test
    void a_hasty_read_returns_what_no_majority_has() {
        WorldCheck world = new WorldCheck(scenario(3, "hasty-read"));
        Exploration<WorldState> found = world.forInvariants(world.unasked()).explore();
        assertThat(found.verdicts().get("ReturnedIsStored")).isInstanceOf(Verdict.Violated.class);
    }
}
