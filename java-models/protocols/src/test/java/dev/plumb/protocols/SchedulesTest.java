package dev.plumb.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumb.simulation.drive.FailureFile;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.drive.Schedules;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.WorldOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Property tests over schedules. */
class SchedulesTest {
    private static final WorldOptions WORLD =
            WorldOptions.UNTIMED.with(Fault.CRASH, 2).with(Fault.LOSS, 1);

    /** Everybody is asked, promises, and is heard; then the coordinator counts, and its patience ends. */
    private static final List<Integer> ALL_DULL = List.of();

    @TempDir
    Path folder;

    @Provide
    Arbitrary<List<Integer>> schedules() {
        return Schedules.upTo(80);
    }

    @Property(seed = "1", tries = 1000, shrinking = ShrinkingMode.OFF)
    void two_phase_commit_is_consistent_under_every_schedule(@ForAll("schedules") List<Integer> schedule) {
        Schedules.holds(new Scenario("twophase", 3, "none", WORLD), schedule, Path.of("target/failures"));
    }

    @Test
    void what_fails_is_shown_small_and_saved() throws Exception {
        Scenario hasty = new Scenario("twophase", 3, "hasty-commit", WORLD);
        Schedules.holds(hasty, ALL_DULL, folder);
        SplittableRandom random = new SplittableRandom(1);
        List<Integer> failing = Stream.generate(
                        () -> random.ints(80, 0, 24).boxed().toList())
                .filter(schedule -> Schedules.run(hasty, schedule).violation().isPresent())
                .findFirst()
                .orElseThrow();

        AssertionError shown =
                catchThrowableOfType(AssertionError.class, () -> Schedules.holds(hasty, failing, folder));

        assertThat(shown).hasMessageContaining("invariant Consistent is violated\nReplay: plumb replay " + folder);
        String message = String.valueOf(shown.getMessage());
        Run replayed = FailureFile.read(Path.of(message.substring(message.lastIndexOf(' ') + 1)))
                .replay();
        assertThat(replayed.steps())
                .hasSizeLessThan(Schedules.run(hasty, failing).steps().size());
    }
}
