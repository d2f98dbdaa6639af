package dev.plumb.protocols.quorum.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.RefinementCheck;
import dev.plumb.core.SpecLocator;
import dev.plumb.kernel.TlcJar;
import dev.plumb.simulation.conform.GraphRefinement;
import dev.plumb.simulation.conform.WorldCheck;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.explore.Exploration;
import dev.plumb.simulation.explore.Verdict;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.simulation.world.WorldState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The Java store with a call of a writer and one of a reader, all of whose states are visited. */
class QuorumStoreExploredTest {
    private static Exploration<WorldState> explored(String protocol, int homes, String bug) {
        Scenario scenario = new Scenario(protocol, homes, bug, WorldOptions.UNTIMED);
        Path root = Path.of(System.getProperty("plumb.root"));
        try (RefinementCheck check = RefinementCheck.of(
                new SpecLocator(List.of(root)).forTraces("QuorumStore", Optional.empty()),
                TlcJar.find(),
                scenario.deployment().header().constants(),
                "the test")) {
            WorldCheck world = new WorldCheck(scenario);
            return world.forRefinement(world.forInvariants(world.unasked()), check)
                    .explore();
        }
    }

    @Test
    void with_two_homes_every_step_is_one_of_the_specification() {
        Exploration<WorldState> found = explored("quorum-store-small", 2, "none");
        assertThat(found.isGood()).isTrue();
        assertThat(found.distinct()).isEqualTo(362);
    }

    @Test
    @Tag("nightly")
    void with_three_homes_too() {
        Exploration<WorldState> found = explored("quorum-store-small", 3, "none");
        assertThat(found.isGood()).isTrue();
        assertThat(found.distinct()).isEqualTo(17_270);
    }

    @Test
    void a_hint_that_is_dropped_too_early_is_no_step_of_the_specification() {
        assertThat(explored("quorum-store-hinted", 1, "dropped-hint").verdicts().get(GraphRefinement.STEPS))
                .isInstanceOf(Verdict.Violated.class);
    }
}
