package dev.plumb.protocols.consensus.paxos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.RefinementCheck;
import dev.plumb.core.RefinementCoverage;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The Java Paxos with one ballot a proposer, all of whose states are visited, and its specification. */
class PaxosExploredTest {
    private static final int ALL = 1_000_000;

    private static Scenario scenario(int acceptors, String bug) {
        return new Scenario("paxos-small", acceptors, bug, WorldOptions.GROWING);
    }

    private static RefinementCheck specification(int acceptors) {
        Path root = Path.of(System.getProperty("plumb.root"));
        return RefinementCheck.of(
                new SpecLocator(List.of(root)).forTraces("Paxos", Optional.empty()),
                TlcJar.find(),
                scenario(acceptors, "none").deployment().header().constants(),
                "the test");
    }

    @Test
    void with_two_acceptors_every_step_is_one_of_the_specification_and_every_one_is_shown() {
        assertThat(explored(2, 1_409, 181).steps()).isEqualTo(new Share(308, 308));
    }

    @Test
    @Tag("nightly")
    void with_three_acceptors_every_state_is_shown() {
        explored(3, 61_457, 6_353);
    }

    private static RefinementCoverage explored(int acceptors, long ofWorld, long ofSpecification) {
        try (RefinementCheck check = specification(acceptors)) {
            Exploration<WorldState> found =
                    new WorldCheck(scenario(acceptors, "none")).explorer(check).explore();
            assertThat(found.isGood()).isTrue();
            assertThat(found.distinct()).isEqualTo(ofWorld);
            RefinementCoverage coverage = check.coverage(ALL);
            assertThat(coverage.states()).isEqualTo(new Share(ofSpecification, ofSpecification));
            return coverage;
        }
    }

    @Test
    void an_obliging_promise_is_no_step_of_the_specification() {
        try (RefinementCheck check = specification(3)) {
            Exploration<WorldState> found = new WorldCheck(scenario(3, "obliging-promise"))
                    .explorer(check)
                    .explore();
            assertThat(found.verdicts().get(GraphRefinement.STEPS)).isInstanceOf(Verdict.Violated.class);
        }
    }
}
