package dev.plumb.benchmarks;

import dev.plumb.kernel.PrivateFolder;
import dev.plumb.kernel.TlcJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Plumb beside bare TLC. */
public final class Benchmarks {
    private static final int SMALL_MODELS = 50;

    private final Path home;
    private final Path folder;
    private final int rounds;
    private final Commands commands;

    private Benchmarks(Path home, Path folder, int rounds) {
        this.home = home;
        this.folder = folder;
        this.rounds = rounds;
        this.commands = new Commands(home, folder);
    }

    /** {@code arguments} are the clone's folder, the number of rounds, and which to run. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (PrivateFolder folder = PrivateFolder.create("plumb-benchmarks-")) {
            Benchmarks benchmarks = new Benchmarks(
                    Path.of(arguments[0]).toAbsolutePath(), folder.path(), Integer.parseInt(arguments[1]));
            for (String which : List.of(arguments).subList(2, arguments.length)) {
                switch (which) {
                    case "large" -> benchmarks.large();
                    case "small" -> benchmarks.small();
                    case "cached" -> benchmarks.cached();
                    case "traces" -> benchmarks.traces();
                    case "histories" -> benchmarks.histories();
                    case "explore" -> new ExploreBenchmark(benchmarks.commands, folder.path(), benchmarks.rounds).run();
                    case "simulate" -> benchmarks.simulate();
                    default -> throw new IllegalArgumentException("No benchmark is called " + which);
                }
            }
        }
    }

    /** Steps a second of the simulated world, on one core. */
    private void simulate() throws IOException, InterruptedException {
        TestMain.compile(commands, folder, "java-models/protocols", "dev.plumb.protocols.SimulateTwoPhase")
                .show(List.of(), String.valueOf(rounds));
    }

    /** One model of half a minute or more, with all cores. */
    private void large() throws IOException, InterruptedException {
        Path specs = home.resolve("specs/commit/twophase");
        try (Stream<Path> modules = Files.list(specs)) {
            for (Path module :
                    modules.filter(file -> file.toString().endsWith(".tla")).toList()) {
                Files.copy(module, folder.resolve(module.getFileName()));
            }
        }
        Files.writeString(folder.resolve("MCTwoPhase.cfg"), """
            CONSTANT RM = {r1, r2, r3, r4, r5, r6, r7, r8}
            SPECIFICATION Spec
            INVARIANT TypeOK
            INVARIANT Consistent
            PROPERTY RefinesTCommit
            """);
        run(
                "Two-phase commit with 8 resource managers, 1,745,408 states",
                new Contender("bare TLC", List.of(tlc("MCTwoPhase"))),
                new Contender("bare TLC, parallel collector", List.of(tlc("MCTwoPhase", "-XX:+UseParallelGC"))),
                plumb("plumb check --coverage off", "check", "MCTwoPhase.cfg", "--coverage", "off", "--cache", "off"),
                plumb("plumb check", "check", "MCTwoPhase.cfg", "--cache", "off"));
    }

    /** Many models of a few hundred states. */
    private void small() throws IOException, InterruptedException {
        List<List<String>> each = new ArrayList<>();
        Path models = Files.createDirectory(folder.resolve("small"));
        for (int i = 1; i <= SMALL_MODELS; i++) {
            Files.writeString(models.resolve("Small" + i + ".tla"), module("Small" + i, i));
            Files.writeString(
                    models.resolve("Small" + i + ".cfg"), "SPECIFICATION Spec\nINVARIANT TypeOK\nPROPERTY Returns\n");
            each.add(tlc("small/Small" + i));
        }
        run(
                SMALL_MODELS + " small models",
                new Contender("bare TLC, a JVM each", each),
                plumb("plumb check", "check", "small", "--cache", "off"));
    }

    private static String module(String name, int size) {
        return String.join(
                "\n",
                "---- MODULE " + name + " ----",
                "EXTENDS Naturals",
                "VARIABLES x, y",
                "Init == x = 0 /\\ y = 0",
                "Next == \\/ x' = (x + 1) % " + (size + 5) + " /\\ y' = y",
                "        \\/ y' = (y + 1) % 9 /\\ x' = x",
                "Spec == Init /\\ [][Next]_<<x, y>> /\\ WF_<<x, y>>(Next)",
                "TypeOK == x \\in Nat /\\ y \\in 0..8",
                "Returns == []<>(x = 0 \\/ y = 0 \\/ x # y)",
                "====",
                "");
    }

    /** All that there is, with and without what is known of it. */
    private void cached() throws IOException, InterruptedException {
        String specs = home.resolve("specs").toString();
        run(
                "The whole catalogue, with nothing changed",
                plumb("plumb check --cache off", "check", specs, "--tier", "nightly", "--cache", "off"),
                plumb(
                        "plumb check",
                        "check",
                        specs,
                        "--tier",
                        "nightly",
                        "--cache",
                        folder.resolve("cache").toString()));
    }

    /** Recorded runs instead of models. */
    private void traces() throws IOException, InterruptedException {
        TraceBenchmarks traces = new TraceBenchmarks(commands, folder, rounds);
        traces.longTrace();
        traces.manyTraces();
        traces.littleSeen();
    }

    /** Against length, against concurrency, against calls without an answer, and where no verdict is to be had in time. */
    private void histories() throws IOException, InterruptedException {
        int allDifferent = Integer.MAX_VALUE;
        run(
                "Linearizability of a register, starting Java included",
                history("10,000 calls of 5 clients", new RegisterHistory(10_000, 5, 0, allDifferent), 0),
                history("1,000 calls", new RegisterHistory(1_000, 5, 0, allDifferent), 0),
                history("100,000 calls", new RegisterHistory(100_000, 5, 0, allDifferent), 0),
                history("50 clients", new RegisterHistory(10_000, 50, 0, allDifferent), 0),
                history("1,000 unanswered", new RegisterHistory(10_000, 5, 1_000, allDifferent), 0),
                history("values repeated", new RegisterHistory(10_000, 5, 0, 100), 0),
                history("repeated, 100 unanswered", new RegisterHistory(10_000, 5, 100, 100), 0),
                history("repeated, 50 clients: unknown", new RegisterHistory(10_000, 50, 1_000, 100), 20));
    }

    private Contender history(String name, RegisterHistory history, int exitCode) {
        List<String> command = plumb(name, "history", history.write(folder).toString())
                .commands()
                .get(0);
        return new Contender(name, List.of(command)).endingWith(exitCode);
    }

    private void run(String job, Contender... contenders) throws IOException, InterruptedException {
        new SideBySide(job, List.of(contenders), folder, System.out).run(rounds);
    }

    private List<String> tlc(String model, String... jvm) {
        return commands.tlc(TlcJar.find(), List.of(jvm), "-workers", "auto", model);
    }

    private Contender plumb(String name, String... arguments) {
        return new Contender(name, List.of(commands.plumb(arguments)));
    }
}
