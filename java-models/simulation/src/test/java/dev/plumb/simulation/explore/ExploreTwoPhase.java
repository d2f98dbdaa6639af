package dev.plumb.simulation.explore;

import java.util.Locale;
import java.util.Map;

/** Explores two-phase commit in a JVM of its own, beside TLC: {@code checker-bridge/benchmarks/run explore}. */
final class ExploreTwoPhase {
    /** What TLC finds, distinct and generated, by the number of resource managers. */
    private static final Map<Integer, String> COUNTS = Map.of(3, "288 of 1,146", 7, "296,448 of 2,744,706");

    private ExploreTwoPhase() {}

    /** The argument is the number of resource managers. It fails if TLC finds other counts. */
    public static void main(String[] arguments) {
        int rms = Integer.parseInt(arguments[0]);
        Exploration<TwoPhase.State> found = Explorer.of(new TwoPhase(rms))
                .always("Consistent", TwoPhase.State::consistent)
                .explore();
        String counts = String.format(Locale.ROOT, "%,d of %,d", found.distinct(), found.generated());
        System.out.printf(
                Locale.ROOT,
                "%s states, %.2f s, %.1f bytes of table a state, collision probability %.1g%n",
                counts,
                found.time().toMillis() / 1e3,
                found.tableBytesPerState(),
                found.collisionProbability());
        if (!found.isGood() || !counts.equals(COUNTS.get(rms))) {
            throw new IllegalStateException("Expected " + COUNTS.get(rms));
        }
    }
}
