package dev.plumb.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.CheckOptions;
import dev.plumb.core.Expectation;
import dev.plumb.core.Model;
import dev.plumb.core.ModelCheck;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.tlc.TlcPool;
import dev.plumb.kernel.TlcJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every model in {@code specs/} comes out as its manifest says, planted bugs and probes included. */
class EveryModelTest {
    private static final TlcPool POOL = new TlcPool(TlcJar.find());

    /** One worker each, so that states are found in the order in which a manifest was written. */
    private static final ExecutorService TWO_AT_A_TIME = Executors.newFixedThreadPool(2);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> comes_out_as_its_manifest_says() {
        return models("pr");
    }

    @AfterAll
    static void end_the_JVMs_of_TLC() {
        TWO_AT_A_TIME.shutdownNow();
        POOL.close();
    }

    @Tag("nightly")
    @TestFactory
    Stream<DynamicTest> comes_out_as_its_manifest_says_of_the_slow_ones() {
        return models("nightly");
    }

    @Test
    void has_an_expectation() {
        assertThat(Project.models())
                .allSatisfy(model ->
                        assertThat(model.expectation()).as(model.name()).isPresent());
    }

    /** Stock files lie about in a spec's folder when TLC is run there; nothing of Plumb's may do so. */
    @Test
    void leaves_nothing_beside_its_module() {
        Project.specFolders().forEach(spec -> {
            assertThat(spec.resolve("states")).doesNotExist();
            assertThat(spec.toFile().list((dir, name) -> name.contains("TTrace")))
                    .isEmpty();
            assertThat(Files.isDirectory(spec)).isTrue();
        });
    }

    /** A list in between, so that all are started before the first is waited for. */
    private Stream<DynamicTest> models(String tier) {
        return Project.models().stream()
                .filter(model -> expectation(model).tier().equals(tier))
                .map(model -> test(model, start(model)))
                .toList()
                .stream();
    }

    private static DynamicTest test(Model model, Future<ModelCheckResult> result) {
        return DynamicTest.dynamicTest(model.name(), () -> judge(model, result.get()));
    }

    private Future<ModelCheckResult> start(Model model) {
        CheckOptions options = CheckOptions.DEFAULT.withWorkers(1);
        ModelCheck check = new ModelCheck(model, POOL, folder.resolve(model.name()), options);
        return TWO_AT_A_TIME.submit(() -> check.check("", counts -> {}));
    }

    private static void judge(Model model, ModelCheckResult result) {
        assertThat(expectation(model).differences(result)).isEmpty();
        assertThat(result.warnings()).isEmpty();
    }

    private static Expectation expectation(Model model) {
        return model.expectation().orElseThrow();
    }
}
