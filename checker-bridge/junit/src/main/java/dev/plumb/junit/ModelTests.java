package dev.plumb.junit;

import dev.plumb.core.Expectation;
import dev.plumb.core.Model;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A test for each model of a folder, for a test factory:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> models() {
 *     return ModelTests.in("src/test/tla");
 * }
 * }</pre>
 */
public final class ModelTests {
    /** System property: {@code nightly} checks the models of that tier too. */
    private static final String TIER = "plumb.tier";

    private ModelTests() {}

    /**
     * Each fails as {@link CheckModel} does. Slow models, those that the manifest keeps for the tier {@code nightly}, are
     * left out unless the system property {@code plumb.tier} is that.
     *
     * @throws dev.plumb.traces.Problem if the folder has no model
     */
    public static Stream<DynamicTest> in(String folder) {
        return Shared.specs().models(folder, Optional.empty()).stream()
                .filter(ModelTests::isOfTier)
                .map(model -> DynamicTest.dynamicTest(model.name(), toUri(model), () -> check(model)));
    }

    private static URI toUri(Model model) {
        return model.config().orElse(model.module()).toUri();
    }

    private static boolean isOfTier(Model model) {
        boolean isSymbolic = model.expectation().map(Expectation::isSymbolic).orElse(false);
        boolean isNightly = model.expectation().map(Expectation::isNightly).orElse(false);
        return !isSymbolic && (!isNightly || "nightly".equals(System.getProperty(TIER)));
    }

    private static void check(Model model) {
        CheckedModel checked = Failure.orTold(() -> CheckedModel.of(model));
        if (!checked.comparison().isExpected()) {
            throw checked.failure(Optional.empty());
        }
    }
}
