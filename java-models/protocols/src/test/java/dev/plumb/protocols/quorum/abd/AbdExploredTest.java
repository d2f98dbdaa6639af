package dev.plumb.protocols.quorum.abd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.RefinementCheck;
import dev.plumb.core.SpecLocator;
import dev.plumb.kernel.TlcJar;
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

/** The Java register with a call of a writer and one of a reader, all of whose states are visited. */
class AbdExploredTest {
    private static Exploration<WorldState> explored(int replicas, String bug) {
        Scenario scenario = new Scenario("abd-small", replicas, bug, WorldOptions.UNTIMED);
        Path root = Path.of(System.getProperty("plumb.root"));
        try (RefinementCheck check = RefinementCheck.of(
                new SpecLocator(List.of(root)).forTraces("AbdRegister", Optional.empty()),
                TlcJar.find(),
                scenario.deployment().header().constants(),
                "the test")) {
            return new WorldCheck(scenario).explorer(check).explore();
        }
    }

    @Test
    void with_two_replicas_every_step_is_one_of_the_specification() {
        Exploration<WorldState> found = explored(2, "none");
        assertThat(found.isGood()).isTrue();
        assertThat(found.distinct()).isEqualTo(801);
    }

    @Test
    @Tag("nightly")
    void with_three_replicas_too() {
        Exploration<WorldState> found = explored(3, "none");
        assertThat(found.isGood()).isTrue();
        assertThat(found.distinct()).isEqualTo(78_083);
    }

    @Test
    void a_hasty_read_returns_what_no_majority_has() {
        assertThat(explored(3, "hasty-read").verdicts().get("ReturnedIsStored")).isInstanceOf(Verdict.Violated.class);
    }
}
