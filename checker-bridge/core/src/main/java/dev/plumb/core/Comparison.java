package dev.plumb.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a result compares with what was expected of the model: with its manifest's entry, or that all holds where it has
 * none.
 *
 * @param expectation the manifest's
 * @param differences from that
 * @param exitCode of a command that has this result and no other
 */
public record Comparison(Optional<Expectation> expectation, List<Difference> differences, int exitCode) {
    /** The exit code where only counts, actions or predicates differ. */
    public static final int DIFFERS = 5;

    /**
     * Compares a result with the expectation of its model.
     *
     * @param unreached what {@link Reachability} found
     */
    public static Comparison of(Model model, ModelCheckResult result, List<Difference> unreached) {
        List<Difference> differences = new ArrayList<>();
        model.expectation().ifPresent(e -> differences.addAll(e.differences(result)));
        differences.addAll(unreached);
        boolean isExpected =
                model.expectation().map(e -> e.isExpected(result.outcome())).orElse(false);
        int exitCode = isExpected ? 0 : result.outcome().exitCode();
        return new Comparison(
                model.expectation(),
                List.copyOf(differences),
                exitCode == 0 && !differences.isEmpty() ? DIFFERS : exitCode);
    }

    public boolean isExpected() {
        return exitCode == 0;
    }
}
