package dev.plumb.benchmarks;

import dev.plumb.kernel.TlcJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The explorer on two-phase commit beside TLC on its specification, with the same states and the same invariant. The
 * transcription into Java is test code of the explorer.
 */
final class ExploreBenchmark {
    private static final String PACKAGE = "dev.plumb.simulation.explore.";
    private static final List<String> PARALLEL = List.of("-XX:+UseParallelGC");
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
        TestMain explorer = TestMain.compile(
                commands, folder, "java-models/simulation", PACKAGE + "TwoPhase", PACKAGE + "ExploreTwoPhase");
        new SideBySide(
                        "Two-phase commit with 7 resource managers, 296,448 states, starting Java included",
                        List.of(
                                new Contender("the explorer", List.of(explorer.command(PARALLEL, "7"))),
                                tlc("bare TLC"),
                                tlc("bare TLC, parallel collector", "-XX:+UseParallelGC")),
                        folder,
                        System.out)
                .run(rounds);
        explorer.show(PARALLEL, "7"); // counts, memory a state
    }

    private Contender tlc(String name, String... jvm) {
        return new Contender(name, List.of(commands.tlc(TlcJar.find(), List.of(jvm), "-workers", "auto", "TwoPhase")));
    }
}
