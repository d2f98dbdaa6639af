package dev.plumb.benchmarks;

import dev.plumb.core.LoadedSpecs;
import dev.plumb.core.Model;
import dev.plumb.core.SpecLocator;
import dev.plumb.core.TraceCheck;
import dev.plumb.core.witness.Witness;
import dev.plumb.kernel.TlcJar;
import dev.plumb.modules.ShippedModules;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.Trace;
import dev.plumb.traces.TraceReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Recorded runs: Plumb beside stock TLC on the modules that it emits and, where a newer TLC is given, beside that on a trace
 * specification written by hand that reads JSON.
 */
final class TraceBenchmarks {
    /** Names the file of a newer TLC. */
    private static final String NEWER = "plumb.benchmarks.newer";

    private static final String LAMPORT = "LamportMutex";
    private static final String JSON_SPEC = "LamportMutexJsonTrace";
    /** As long as a trace can be for TLC to take it as a literal in a bearable time. */
    private static final int LITERAL = 10_000;

    private static final int LONG = 100_000;
    private static final int LONGER = 1_000_000;
    private static final int MANY = 1_000;
    private static final int SAMPLE = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int VIOLATED = 12;
    private static final int DIVERGES = 15;
    /** Big literals are deep. */
    private static final List<String> JVM = List.of("-XX:+UseParallelGC", "-Xss64m");

    /** As the launcher's, in little memory. */
    private static final List<String> LITTLE_JVM = List.of(
            "-XX:+UseParallelGC",
            "-XX:MaxRecursiveInlineLevel=0",
            "-XX:MaxInlineLevel=9",
            "-XX:InlineSmallCode=1500",
            "-Xmx512m");

    private final Commands commands;
    private final Path folder;
    private final int rounds;
    private final Optional<TlcJar> newer =
            Optional.ofNullable(System.getProperty(NEWER)).map(file -> TlcJar.at(Path.of(file)));

    TraceBenchmarks(Commands commands, Path folder, int rounds) throws IOException {
        this.commands = commands;
        this.folder = Files.createDirectory(folder.resolve("traces"));
        this.rounds = rounds;
    }

    /** One trace of which everything was seen; then longer ones, in little memory and in one thread. */
    void longTrace() throws IOException, InterruptedException {
        Path trace = walk("literal.ndjson", LITERAL);
        Model lamport = spec(LAMPORT);
        List<Contender> contenders = new ArrayList<>();
        contenders.add(plumb(trace));
        contenders.add(emitted("TLC, emitted module", lamport, List.of(read(trace))));
        if (newer.isPresent()) {
            contenders.add(json("newer TLC, JSON trace spec", newer.get(), List.of(trace)));
        }
        run("A trace of Lamport's mutual exclusion, " + grouped(LITERAL) + " events", contenders);
        throughput(walk("long.ndjson", LONG), walk("longer.ndjson", LONGER));
    }

    private Path walk(String file, int events) throws IOException {
        Path trace = folder.resolve(file);
        Walk.writeAll(spec(LAMPORT), List.of(trace), events);
        return trace;
    }

    private void throughput(Path... traces) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of(commands.home().toString(), LAMPORT, Integer.toString(rounds)));
        for (Path trace : traces) {
            arguments.add(trace.toString());
        }
        List<String> command = commands.main(Throughput.class, LITTLE_JVM, arguments.toArray(String[]::new));
        int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("Throughput ended with " + exitCode);
        }
    }

    /** A folder of traces in one process, or each in a process of its own. */
    void manyTraces() throws IOException, InterruptedException {
        Path many = Files.createDirectory(folder.resolve("many"));
        Model lamport = spec(LAMPORT);
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= MANY; i++) {
            files.add(many.resolve("run-" + i + ".ndjson"));
        }
        Walk.writeAll(lamport, files, MANY);
        List<Path> sample = files.subList(0, SAMPLE);
        List<Trace> read = new ArrayList<>();
        sample.forEach(file -> read.add(read(file)));
        String note = ", a JVM each";
        List<Contender> contenders = new ArrayList<>();
        contenders.add(plumb(many));
        contenders.add(emitted("TLC, emitted module" + note, lamport, read).asSampleOf(MANY / SAMPLE));
        if (newer.isPresent()) {
            contenders.add(
                    json("newer TLC, JSON spec" + note, newer.get(), sample).asSampleOf(MANY / SAMPLE));
        }
        run(
                grouped(MANY) + " traces of " + grouped(MANY) + " events; \"a JVM each\" is " + MANY / SAMPLE
                        + " times a sample of " + SAMPLE,
                contenders);
    }

    /** Two-phase commit with sixteen resource managers, of which nothing was recorded but the names of actions. */
    void littleSeen() throws IOException, InterruptedException {
        Path corpus = commands.home().resolve("traces/corpus/twophase-2024");
        Path conf = corpus.resolve("conf.16RM.ndjson");
        List<String> names = new ArrayList<>();
        for (String line : Files.readAllLines(corpus.resolve("16RM.EA.ndjson"))) {
            names.add(line.replaceAll(", \"event_args\": \\[[^]]*]", ""));
        }
        littleSeen("accepted", names, conf, 0, VIOLATED);
        names.remove(names.lastIndexOf("{\"event\": \"RMPrepare\"}"));
        littleSeen("rejected, one promise is missing", names, conf, DIVERGES, 0);
    }

    private void littleSeen(String what, List<String> lines, Path conf, int ours, int tlc)
            throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("names-" + ours + ".ndjson"), lines);
        ReadOptions options = new ReadOptions(Optional.of(conf), false, false);
        List<Trace> traces = TraceReader.read(List.of(file), options);
        run(
                "Two-phase commit with 16 resource managers, the names of " + lines.size() + " actions, " + what,
                List.of(
                        plumb(file, "--spec", "TwoPhase", "--conf", conf.toString())
                                .endingWith(ours),
                        emitted("TLC, emitted module", spec("TwoPhase"), traces)
                                .endingWith(tlc)
                                .stoppedAfter(PATIENCE)));
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void run(String job, List<Contender> contenders) throws IOException, InterruptedException {
        new SideBySide(job, contenders, folder, System.out).run(rounds);
    }

    private Model spec(String name) {
        return new SpecLocator(List.of(commands.home())).forTraces(name, Optional.empty());
    }

    private static Trace read(Path file) {
        return TraceReader.read(List.of(file), ReadOptions.DEFAULT).get(0);
    }

    private Contender plumb(Path traces, String... options) {
        List<String> arguments = new ArrayList<>(List.of("validate", traces.toString()));
        arguments.addAll(List.of("--out", folder.resolve("out").toString()));
        arguments.addAll(List.of(options));
        return new Contender("plumb validate", List.of(commands.plumb(arguments.toArray(String[]::new))));
    }

    /** Stock TLC on the modules that are emitted for these traces, of which each is one run. */
    private Contender emitted(String name, Model model, List<Trace> traces) throws IOException {
        List<List<String>> each = new ArrayList<>();
        try (LoadedSpecs specs = new LoadedSpecs(TlcJar.find())) {
            for (Trace trace : traces) {
                Path modules = Files.createTempDirectory(folder, "emitted-");
                Witness witness = new TraceCheck(model, specs).emit(trace, modules);
                each.add(commands.tlc(
                        TlcJar.find(),
                        library(model.folders()),
                        "-config",
                        witness.configs().get(0).toString(),
                        witness.module().toString()));
            }
        }
        return new Contender(name, each).endingWith(VIOLATED);
    }

    /** The same of a module that reads JSON, with the modules that it needs. */
    private Contender json(String name, TlcJar jar, List<Path> traces) throws IOException {
        Path modules = Files.createTempDirectory(folder, "json-");
        List<Path> folders = spec(LAMPORT).folders();
        List<Path> library = new ArrayList<>(folders);
        library.add(ShippedModules.unpackInto(modules.resolve("shipped"), jar.path()));
        List<String> jvm = library(library);
        ShippedModules.properties(folders, jar.path())
                .forEach((property, value) -> jvm.add("-D" + property + "=" + value));
        Path module = modules.resolve(JSON_SPEC + ".tla");
        try (InputStream text =
                Objects.requireNonNull(TraceBenchmarks.class.getResourceAsStream("/" + JSON_SPEC + ".tla"))) {
            Files.copy(text, module);
        }
        List<List<String>> each = new ArrayList<>();
        for (Path trace : traces) {
            Path config = modules.resolve(trace.getFileName() + ".cfg");
            Files.writeString(
                    config,
                    "SPECIFICATION TraceSpec\nINVARIANT TraceNotAccepted\nCHECK_DEADLOCK FALSE\nCONSTANT N = 3\n"
                            + "CONSTANT File = \"" + trace + "\"\n");
            each.add(commands.tlcWithModules(jar, jvm, "-config", config.toString(), module.toString()));
        }
        return new Contender(name, each).endingWith(VIOLATED);
    }

    private static List<String> library(List<Path> folders) {
        List<String> jvm = new ArrayList<>(JVM);
        jvm.add("-DTLA-Library="
                + folders.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        return jvm;
    }
}
