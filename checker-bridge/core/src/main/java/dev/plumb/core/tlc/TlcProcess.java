package dev.plumb.core.tlc;

import dev.plumb.core.tlc.TlcListener.Next;
import dev.plumb.kernel.PrivateFolder;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.TlcWorker;
import dev.plumb.kernel.WorkerProtocol;
import dev.plumb.kernel.WorkerProtocol.Frame;
import dev.plumb.kernel.WorkerProtocol.Request;
import dev.plumb.kernel.api.Counts;
import dev.plumb.modules.ShippedModules;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JVM that runs TLC, and leaves nothing of it: it works in a private folder, with a private home in which it is told
 * not to send statistics, and it ends when we do.
 */
final class TlcProcess implements AutoCloseable {
    /** What a run leaves in a JVM is little, but not nothing. */
    private static final int RUNS = 50;

    /** What the JVM itself says, for whatever stands on its stdout is a frame of the protocol. */
    private static final String ERRORS = "errors.txt";

    /**
     * How to compile. An evaluator calls itself at every turn; to inline it into itself takes longer and gains nothing (of
     * two-phase commit with seven managers it costs a fifth of the time). Each run has a TLC of its own, whose code is new
     * to the JVM, and most are over before it pays to compile that with all care, so this is put off, ten times as long as
     * usual; in a run of seconds it comes early all the same.
     */
    private static final List<String> COMPILING = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:MaxRecursiveInlineLevel=0",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private static final int LAST_REGULAR_EXIT_CODE = 151;
    private static final long GRACE_MILLIS = 10_000;

    private final TlcJar jar;
    private final PrivateFolder folder;
    private final Process process;
    private final String heap;
    private final List<String> jvm;
    private final DataOutputStream requests;
    private final DataInputStream frames;
    private int runs;
    private boolean reusable = true;

    private TlcProcess(TlcJar jar, PrivateFolder folder, String heap, List<String> jvm, Process process) {
        this.heap = heap;
        this.jar = jar;
        this.folder = folder;
        this.jvm = jvm;
        this.process = process;
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.frames = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    }

    static TlcProcess start(TlcJar jar, String heap) throws IOException {
        PrivateFolder folder =
                PrivateFolder.create("plumb-tlc-" + ProcessHandle.current().pid() + "-");
        try {
            List<String> jvm = jvm(folder.path(), heap);
            Process process = folder.start(path -> start(jvm, jar, path));
            return new TlcProcess(jar, folder, heap, jvm, process);
        } catch (IOException | RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    private static Process start(List<String> jvm, TlcJar jar, Path folder) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home/.tlaplus"));
        Files.writeString(home.resolve("esc.txt"), "NO_STATISTICS\n");
        Files.createDirectories(folder.resolve("tmp"));
        ShippedModules.unpackInto(folder.resolve("modules"), jar.path());
        List<String> command = new ArrayList<>(jvm);
        command.addAll(COMPILING);
        command.addAll(List.of("-cp", TlcWorker.classPath(), TlcWorker.class.getName()));
        command.add(jar.path().toAbsolutePath().toString());
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve(ERRORS).toFile())
                .start();
    }

    /** As TLC's authors advise: the collector with the highest throughput. */
    private static List<String> jvm(Path folder, String heap) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-XX:+DisplayVMOutputToStderr",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.home=" + folder.resolve("home"),
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                heap);
    }

    /** The JVM's option for it. */
    String heap() {
        return heap;
    }

    TlcRun run(TlcArguments arguments, Path rawOutput, TlcListener listener) throws IOException {
        runs++;
        Path meta = Files.createDirectory(folder.path().resolve("run-" + runs));
        Map<String, String> properties = properties(arguments);
        List<String> options = arguments.options(jar, meta);
        try (OutputStream raw = new BufferedOutputStream(Files.newOutputStream(rawOutput))) {
            request(new Request.Run(properties, options));
            return new Conversation(listener, raw).toTheEnd(command(properties, options));
        } finally {
            PrivateFolder.delete(meta);
        }
    }

    private Map<String, String> properties(TlcArguments arguments) throws IOException {
        Map<String, String> properties = new TreeMap<>(ShippedModules.properties(arguments.folders(), jar.path()));
        properties.put("TLA-Library", library(arguments));
        if (arguments.coverage() == Coverage.ACTIONS) {
            properties.put(TlcWorker.ONLY_ACTIONS, "true");
        }
        return properties;
    }

    private String library(TlcArguments arguments) {
        return Stream.concat(
                        arguments.folders().stream(), Stream.of(folder.path().resolve("modules")))
                .map(path -> path.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What a JVM for this run alone would be started with. */
    private List<String> command(Map<String, String> properties, List<String> options) {
        List<String> command = new ArrayList<>(jvm);
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-cp");
        command.add(ShippedModules.overrides() + File.pathSeparator + jar.path().toAbsolutePath());
        command.add("tlc2.TLC");
        command.addAll(options);
        return command;
    }

    private void request(Request request) throws IOException {
        synchronized (requests) {
            WorkerProtocol.write(request, requests);
        }
    }

    /** Whether another run can be trusted to find this JVM as good as new. */
    boolean isReusable() {
        return reusable && runs < RUNS && process.isAlive();
    }

    /** One run, from the request to the last word. */
    private final class Conversation {
        private final TlcListener listener;
        private final OutputStream raw;
        private final List<ToolMessage> messages = new ArrayList<>();
        private final ToolOutput output = new ToolOutput(this::message);
        private final Lines lines = new Lines(output::line);
        private @Nullable Counts counts;
        private long killAtNanos = Long.MAX_VALUE;
        private boolean asked;
        private boolean saving;

        Conversation(TlcListener listener, OutputStream raw) {
            this.listener = listener;
            this.raw = raw;
        }

        TlcRun toTheEnd(List<String> command) throws IOException {
            int exitCode = exitCode();
            lines.end();
            output.end();
            reusable &= exitCode <= LAST_REGULAR_EXIT_CODE && !asked;
            return new TlcRun(exitCode, List.copyOf(messages), output.unframed(), Optional.ofNullable(counts), command);
        }

        private int exitCode() throws IOException {
            while (true) {
                Optional<Frame> frame = next();
                if (frame.isEmpty()) {
                    return endOfJvm();
                } else if (frame.get() instanceof Frame.Ended ended) {
                    return ended.exitCode();
                }
                take(frame.get());
            }
        }

        /** It may have been killed, or have said its last words, or something that is no frame and nothing after it. */
        private int endOfJvm() throws IOException {
            reusable = false;
            try {
                if (!process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                }
                byte[] lastWords = Files.readAllBytes(folder.path().resolve(ERRORS));
                raw.write(lastWords);
                lines.add(lastWords);
                return process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }

        /** Empty if the JVM has ended, by itself or because it was killed. */
        private Optional<Frame> next() {
            try {
                return Optional.of(WorkerProtocol.readFrame(frames));
            } catch (IOException gone) {
                return Optional.empty();
            }
        }

        private void take(Frame frame) throws IOException {
            if (frame instanceof Frame.Output printed) {
                byte[] bytes = printed.bytes().array();
                raw.write(bytes);
                lines.add(bytes);
            } else if (frame instanceof Frame.Progress progress) {
                raw.flush();
                counts = progress.counts().orElse(counts);
                obey(progress.counts().map(listener::counts).orElse(Next.GO_ON));
                obey(listener.tick());
            }
        }

        private void message(ToolMessage message) {
            messages.add(message);
            saving = message.code() == ToolMessage.BEGINS_CHECKPOINT
                    || (saving && message.code() != ToolMessage.HAS_WRITTEN_CHECKPOINT);
            obey(listener.message(message));
        }

        private void obey(Next next) {
            boolean overdue = !saving && System.nanoTime() > killAtNanos;
            try {
                if (next == Next.KILL || overdue) {
                    reusable = false;
                    process.destroyForcibly();
                } else if (next == Next.STOP && !asked) {
                    ask(new Request.Stop());
                } else if (next == Next.SAVE && !saving) {
                    ask(new Request.Save());
                }
            } catch (IOException gone) {
                reusable = false;
            }
        }

        private void ask(Request request) throws IOException {
            if (!asked) {
                asked = true;
                killAtNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
            }
            request(request);
        }
    }

    /** Ends the JVM, and deletes what it worked on. */
    @Override
    public void close() {
        folder.close();
    }
}
