package dev.plumb.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.CheckOptions;
import dev.plumb.core.Model;
import dev.plumb.core.ModelCheck;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.SpecLocator;
import dev.plumb.core.tlc.TlcPool;
import dev.plumb.kernel.TlcJar;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.SpecPath;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behaviours that TLC finds are driven into the code. */
class SpecPathTest {
    private static final Scenario GROWING = new Scenario("twophase", 3, "none", WorldOptions.GROWING);

    @TempDir
    Path folder;

    /** The counterexample that TLC gives for a model. */
    private List<SortedMap<String, TlaValue>> behaviour(String config) throws IOException {
        SpecLocator specs = new SpecLocator(List.of(Path.of(System.getProperty("plumb.root"))));
        Model model = specs.models("MCTwoPhase", Optional.of(config)).get(0);
        try (TlcPool pool = new TlcPool(TlcJar.find())) {
            ModelCheckResult result =
                    new ModelCheck(model, pool, folder, CheckOptions.DEFAULT.withWorkers(1)).check("", counts -> {});
            return result.counterexample().orElseThrow().steps().stream()
                    .map(step -> step.state())
                    .toList();
        }
    }

    @Test
    void the_code_can_do_what_the_probes_of_the_specification_reach() throws IOException {
        for (String probe : List.of("MCTwoPhase_ReachCommitted.cfg", "MCTwoPhase_ReachAborted.cfg")) {
            List<SortedMap<String, TlaValue>> behaviour = behaviour(probe);

            SpecPath.Followed followed = new SpecPath(GROWING, 100_000).follow(behaviour);

            assertThat(followed.matched()).isEqualTo(behaviour.size()).isGreaterThan(3);
            Run run = followed.run();
            assertThat(run.scenario().deployment().abstraction().of(run.end()).toString())
                    .contains("tmState=\"" + (probe.contains("Committed") ? "committed" : "aborted"));
        }
    }

    @Test
    void the_code_does_not_follow_a_faulty_specification() throws IOException {
        List<SortedMap<String, TlaValue>> behaviour = behaviour("MCTwoPhase_Hasty.cfg");

        SpecPath.Followed followed = new SpecPath(GROWING, 100_000).follow(behaviour);

        assertThat(followed.isCut()).isFalse();
        assertThat(followed.matched()).isBetween(2, behaviour.size() - 1);
        assertThat(followed.instead()).isNotEmpty();
    }

    @Test
    void a_search_that_is_too_small_says_so() throws IOException {
        SpecPath.Followed followed = new SpecPath(GROWING, 5).follow(behaviour("MCTwoPhase_ReachCommitted.cfg"));

        assertThat(followed.isCut()).isTrue();
    }
}
