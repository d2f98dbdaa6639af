package dev.plumb.benchmarks;

import dev.plumb.kernel.TlcJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * The explorer on two-phase commit beside TLC on its specification, with the same states and the same invariant. The
 * transcription into Java is test code of the explorer, and above this module: it is compiled from its source.
 */
final class ExploreBenchmark {
    private static final String PACKAGE = "java-models/simulation/src/test/java/dev/plumb/simulation/explore";
    private static final String MAIN = "dev.plumb.simulation.explore.ExploreTwoPhase";
    private static final String SPEC = "specs/commit/twophase/TwoPhase.tla";

    private final Commands commands;
    private final Path folder;
    private final int rounds;

    ExploreBenchmark(Commands commands, Path folder, int rounds) {
        this.commands = commands;
        this.folder = folder;
        this.rounds = rounds;
    }

    void run() throws IOException, InterruptedException {
        Files.copy(commands.home().resolve(SPEC), folder.resolve("TwoPhase.tla"));
        Files.writeString(folder.resolve("TwoPhase.cfg"), """
                CONSTANT RM = {r1, r2, r3, r4, r5, r6, r7}
                SPECIFICATION Spec
                INVARIANT Consistent
                """);
        compile();
        new SideBySide(
                        "Two-phase commit with 7 resource managers, 296,448 states, starting Java included",
                        List.of(
                                new Contender("the explorer", List.of(explorer())),
                                tlc("bare TLC"),
                                tlc("bare TLC, parallel collector", "-XX:+UseParallelGC")),
                        folder,
                        System.out)
                .run(rounds);
        new ProcessBuilder(explorer()).inheritIO().start().waitFor(); // what it prints: counts, memory a state
    }

    private Contender tlc(String name, String... jvm) {
        return new Contender(name, List.of(commands.tlc(TlcJar.find(), List.of(jvm), "-workers", "auto", "TwoPhase")));
    }

    private List<String> explorer() {
        return commands.main(folder, MAIN, List.of("-XX:+UseParallelGC"), "7");
    }

    private void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(
                List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none"));
        for (String source : List.of("TwoPhase.java", "ExploreTwoPhase.java")) {
            arguments.add(commands.home().resolve(PACKAGE).resolve(source).toString());
        }
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The transcription does not compile");
        }
    }
}
