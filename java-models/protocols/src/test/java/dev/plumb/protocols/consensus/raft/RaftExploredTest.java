package dev.plumb.protocols.consensus.raft;

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
import dev.plumb.simulation.world.WorldOptions.Network;
import dev.plumb.simulation.world.WorldState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The Java Raft with one call and two terms, all of whose states are visited. */
class RaftExploredTest {
    private static final WorldOptions HEALING = WorldOptions.UNTIMED.with(Fault.PARTITION, 1);

    private static Scenario scenario(String bug, WorldOptions world) {
        return scenario(2, bug, world);
    }

    private static Scenario scenario(int servers, String bug, WorldOptions world) {
        return new Scenario("raft-small", servers, bug, world);
    }

    private static Exploration<WorldState> explored(Scenario scenario) {
        Path root = Path.of(System.getProperty("plumb.root"));
        try (RefinementCheck check = RefinementCheck.of(
                new SpecLocator(List.of(root)).forTraces("Raft", Optional.empty()),
                TlcJar.find(),
                scenario.deployment().header().constants(),
                "the test")) {
            return new WorldCheck(scenario).explorer(check).explore();
        }
    }

    @Test
    void the_call_is_answered_once_the_network_is_healed() {
        Exploration<WorldState> found =
                new WorldCheck(scenario("none", HEALING)).explorer().explore();
        assertThat(found.isGood()).isTrue();
        assertThat(found.verdicts()).containsKey("the call is answered");
    }

    @Test
    @Tag("nightly")
    void every_step_is_one_of_the_specification_also_when_a_link_is_blocked() {
        Exploration<WorldState> found = explored(scenario("none", HEALING));
        assertThat(found.isGood()).isTrue();
        assertThat(found.distinct()).isEqualTo(13_968);
    }

    /** Where messages overtake each other there are millions of states. */
    @Test
    @Tag("nightly")
    void every_step_is_one_of_the_specification_also_with_three_servers_whose_messages_keep_their_order() {
        Exploration<WorldState> found = explored(scenario(3, "none", WorldOptions.UNTIMED.with(Network.FIFO)));
        assertThat(found.isGood()).isTrue();
        assertThat(found.distinct()).isEqualTo(19_772);
    }

    @Test
    void a_call_whose_server_crashes_is_not_answered_for_its_client_does_not_ask_again() {
        Scenario crashing = scenario("none", WorldOptions.UNTIMED.with(Fault.CRASH, 1));
        assertThat(new WorldCheck(crashing).explorer().explore().verdicts().get("the call is answered"))
                .isInstanceOf(Verdict.Avoided.class);
    }

    @Test
    void a_vote_that_is_told_before_it_is_safe_needs_a_crash_and_eight_steps_to_show() {
        assertThat(explored(scenario("forgetful-vote", WorldOptions.UNTIMED)).isGood())
                .isTrue();

        Exploration<WorldState> found = explored(scenario("forgetful-vote", WorldOptions.UNTIMED.with(Fault.CRASH, 1)));
        assertThat(found.verdicts().get(GraphRefinement.STEPS))
                .isInstanceOfSatisfying(
                        Verdict.Violated.class,
                        violated -> assertThat(violated.path().length()).isEqualTo(8));
    }
}
