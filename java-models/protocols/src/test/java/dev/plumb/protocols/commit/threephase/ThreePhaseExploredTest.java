package dev.plumb.protocols.commit.threephase;

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
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.simulation.world.WorldState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The Java three-phase commit where nobody crashes, all of whose states are visited. A world without time has no crashes for it:
 * there nobody can tell who has crashed from who is slow.
 */
class ThreePhaseExploredTest {
    private static final int ALL = 1_000_000;

    private static Scenario scenario(String bug) {
        return new Scenario("threephase-small", 3, bug, WorldOptions.GROWING);
    }

    private static RefinementCheck specification() {
        Path root = Path.of(System.getProperty("plumb.root"));
        return RefinementCheck.of(
                new SpecLocator(List.of(root)).forTraces("ThreePhase", Optional.empty()),
                TlcJar.find(),
                scenario("none").deployment().header().constants(),
                "the test");
    }

    @Test
    void every_step_is_one_of_the_specification_of_which_nothing_is_hidden() {
        try (RefinementCheck check = specification()) {
            Exploration<WorldState> found =
                    new WorldCheck(scenario("none")).explorer(check).explore();
            assertThat(found.isGood()).isTrue();
            assertThat(found.distinct()).isEqualTo(4_907);
            assertThat(check.coverage(ALL).hidden()).isEmpty();
            assertThat(check.coverage(ALL).states()).isEqualTo(new Share(80, 2_188));
        }
    }

    @Test
    void a_hasty_commit_is_no_step_of_the_specification() {
        try (RefinementCheck check = specification()) {
            Exploration<WorldState> found =
                    new WorldCheck(scenario("hasty-commit")).explorer(check).explore();
            assertThat(found.verdicts().get(GraphRefinement.STEPS)).isInstanceOf(Verdict.Violated.class);
        }
    }
}
