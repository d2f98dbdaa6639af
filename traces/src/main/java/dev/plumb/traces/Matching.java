package dev.plumb.traces;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How observations are held against values. */
final class Matching {
    private Matching() {}

    static Optional<TlaValue> determined(Observation observation, TlaValue before) {
        return Optional.empty();
    }

    static List<Difference> differences(
            Observation observation, String path, Optional<TlaValue> before, TlaValue after) {
        return List.of();
    }

    static Observation mapStrings(Observation observation, UnaryOperator<TlaValue> change) {
        return observation;
    }
}
