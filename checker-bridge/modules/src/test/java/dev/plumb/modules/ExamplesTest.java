package dev.plumb.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** TLC evaluates every worked example in the comments of the modules, a JVM for each of them. */
@Execution(ExecutionMode.CONCURRENT)
class ExamplesTest {
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> every_example_is_true() throws IOException {
        return ShippedModules.missingIn(Jars.tlc()).stream()
                .map(module -> dynamicTest(module.name(), () -> {
                    Tlc.Result result = evaluated(module, "MC" + module.name(), module.examples());
                    assertThat(result.exitCode()).as(result.output()).isZero();
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_refused_is_an_error_and_not_merely_false() throws IOException {
        return ShippedModules.missingIn(Jars.tlc()).stream().flatMap(module -> module.refused().stream()
                .map(formula -> dynamicTest(formula, () -> {
                    Tlc.Result result = evaluated(module, "MCRefused", List.of(formula));
                    assertThat(result.output()).contains("Evaluating assumption");
                })));
    }

    @Test
    void a_wrong_example_would_be_found() throws Exception {
        Tlc.Result result = evaluated(module("Folds"), "MCWrong", List.of("1 = 1", "1 = 2"));

        assertThat(result.output()).contains("Assumption line 4").contains("is false");
    }

    @Test
    void the_index_lists_the_modules_that_are_there() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/tla"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".tla")))
                    .containsExactlyInAnyOrderElementsOf(ShippedModules.all().stream()
                            .map(module -> module.name() + ".tla")
                            .toList());
        }
    }

    @Test
    void operators_are_read_from_the_text() {
        assertThat(module("Bitwise").operators()).containsExactly("&", "|", "^^", "Not", "shiftR");
    }

    private static ShippedModule module(String name) {
        return ShippedModules.all().stream()
                .filter(module -> module.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Tlc.Result evaluated(ShippedModule module, String name, List<String> formulas) throws Exception {
        StringBuilder text = new StringBuilder("EXTENDS " + module.name() + ", TLC, Integers, Sequences, FiniteSets\n");
        for (int i = 0; i < formulas.size(); i++) {
            text.append("ASSUME Example" + i + " == " + formulas.get(i) + "\n");
        }
        StringBuilder config = new StringBuilder();
        for (String given : module.givens()) {
            String[] parts = given.split(" <- ", 2);
            text.append("Given" + parts[0] + " == " + parts[1] + "\n");
            config.append("CONSTANT " + parts[0] + " <- Given" + parts[0] + "\n");
        }
        return new Tlc(Files.createTempDirectory(folder, "tlc"))
                .check(name, text.toString(), config.toString(), Map.of());
    }
}
