package dev.plumb.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.Searches;
import dev.plumb.simulation.drive.Violation;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.WorldOptions;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way to look for a failure finds one that is there, finds none where there is none, and does the same again. */
class SearchesTest {
    private static final int RUNS = 3_000;
    private static final WorldOptions WORLD = WorldOptions.UNTIMED.with(Fault.CRASH, 1);
    private static final Violation INCONSISTENT = new Violation(Violation.Kind.INVARIANT, "Consistent");

    private static Stream<Run> runs(Searches.Kind kind, String bug) {
        Supplier<Run> search = Searches.of(kind, new Scenario("twophase", 3, bug, WORLD), 1_000, 7);
        return Stream.generate(search).limit(RUNS);
    }

    private static Optional<Run> failing(Searches.Kind kind, String bug) {
        return runs(kind, bug).filter(run -> run.violation().isPresent()).findFirst();
    }

    @ParameterizedTest
    @EnumSource
    void finds_what_is_wrong_and_nothing_else(Searches.Kind kind) {
        assertThat(failing(kind, "hasty-commit").flatMap(Run::violation)).contains(INCONSISTENT);
        assertThat(failing(kind, "none")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void makes_the_same_runs_from_the_same_seed(Searches.Kind kind) {
        assertThat(runs(kind, "none").limit(50).map(Run::choices))
                .isEqualTo(runs(kind, "none").limit(50).map(Run::choices).toList())
                .doesNotHaveDuplicates();
    }
}
