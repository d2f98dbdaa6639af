package dev.plumb.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a result compares with what was expected of the model: with its manifest's entry, or that all holds where it has
 * none.
 *
 * @param expected what the manifest expects
 * @param differences from that
 * @param exitCode of a command that has this result and no other
 */
public record Comparison(Optional<Expected> expected, List<Difference> differences, int exitCode) {
    /** The exit code where only counts, actions or predicates differ. */
    public static final int DIFFERS = 5;

    /**
     * What was expected, but for counts.
     *
     * @param outcome {@code success}, or {@code violates Consistent}
     * @param mustFire actions that must have been taken
     * @param reachable predicates that must each hold in some reachable state
     */
    public record Expected(String outcome, List<String> mustFire, List<String> reachable) {}

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
                model.expectation().map(e -> new Expected(e.inWords(), e.mustFire(), e.reachable())),
                List.copyOf(differences),
                exitCode == 0 && !differences.isEmpty() ? DIFFERS : exitCode);
    }

    public boolean isExpected() {
        return exitCode == 0;
    }
}
