package dev.plumb.simulation.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Schedules for property tests, as plain data. A property that uses them turns jqwik's own shrinking off, which knows nothing
 * of worlds: what fails is made small by {@link Shrinker} and saved.
 */
public final class Schedules {
    private static final int STEPS_MAX = 10_000;
    private static final int STATES_MAX = 20_000;

    private Schedules() {}

    /** Up to so many choices. Ones that are too great for what is chosen wrap around; after them all is dull. */
    public static Arbitrary<List<Integer>> upTo(int choices) {
        return Arbitraries.integers().between(0, 23).list().ofMaxSize(choices);
    }

    /** The run that comes of a schedule. */
    public static Run run(Scenario scenario, List<Integer> schedule) {
        return new Driver(scenario, STEPS_MAX).run(new Forgiving(schedule));
    }

    /**
     * Runs a schedule, in which no invariant may be violated.
     *
     * @param failures the folder in which a failure is saved
     * @throws AssertionError that shows the smallest schedule which fails so, and how to replay it
     */
    public static void holds(Scenario scenario, List<Integer> schedule, Path failures) {
        Run run = run(scenario, schedule);
        if (run.violation().isEmpty()) {
            return;
        }
        Run small = new Shrinker((candidate, kind) -> candidate.violation(), STATES_MAX)
                .shrink(run)
                .run();
        try {
            Path file = FailureFile.of(small).write(failures, small.steps(), "plumb");
            throw new AssertionError(String.join("\n", RunLog.of(small)) + "\nReplay: plumb replay " + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
