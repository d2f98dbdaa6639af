package dev.plumb.core.tlc;

import dev.plumb.kernel.PrivateFolder;
import dev.plumb.kernel.TlcJar;
import dev.plumb.modules.ShippedModules;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Runs TLC in a JVM of its own, and leaves nothing of it: it works in a private folder, with a private home in which it
 * is told not to send statistics, and it ends when we do.
 */
public final class TlcProcess {
    private final TlcJar jar;
    private final Path rawOutput;

    /**
     * A runner.
     *
     * @param rawOutput file for what TLC prints, as it prints it
     */
    public TlcProcess(TlcJar jar, Path rawOutput) {
        this.jar = jar;
        this.rawOutput = rawOutput;
    }

    /**
     * Runs TLC to its end, or until a message makes the run pointless.
     *
     * @param onMessage sees each message as it comes
     * @param enough stops TLC after a message for which it is true
     */
    public TlcRun run(TlcArguments arguments, Consumer<ToolMessage> onMessage, Predicate<ToolMessage> enough)
            throws IOException {
        String prefix = "plumb-tlc-" + ProcessHandle.current().pid() + "-";
        try (PrivateFolder work = PrivateFolder.create(prefix)) {
            Process process = work.start(folder -> start(command(arguments, folder), folder));
            return listen(process, onMessage, enough);
        }
    }

    /** The exact command, with its private folder. */
    private List<String> command(TlcArguments arguments, Path work) throws IOException {
        Path home = Files.createDirectories(work.resolve("home/.tlaplus"));
        Files.writeString(home.resolve("esc.txt"), "NO_STATISTICS\n");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.home=" + home.getParent(),
                "-Djava.io.tmpdir=" + Files.createDirectories(work.resolve("tmp")),
                "-DTLA-Library=" + arguments.library() + File.pathSeparator
                        + ShippedModules.unpackInto(work.resolve("modules"), jar.path()),
                "-cp",
                ShippedModules.overrides() + File.pathSeparator + jar.path().toAbsolutePath(),
                "tlc2.TLC"));
        command.addAll(1, ShippedModules.options(arguments.folders(), jar.path()));
        command.addAll(arguments.options(jar, work.resolve("meta")));
        return command;
    }

    private static Process start(List<String> command, Path work) throws IOException {
        return new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private TlcRun listen(Process process, Consumer<ToolMessage> onMessage, Predicate<ToolMessage> enough)
            throws IOException {
        List<ToolMessage> messages = new ArrayList<>();
        boolean[] stop = {false};
        ToolOutput output = new ToolOutput(message -> {
            messages.add(message);
            onMessage.accept(message);
            stop[0] |= enough.test(message);
        });
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter raw = Files.newBufferedWriter(rawOutput)) {
            for (String line = lines.readLine(); line != null && !stop[0]; line = lines.readLine()) {
                raw.write(line);
                raw.newLine();
                output.line(line);
            }
        }
        output.end();
        return new TlcRun(exitCode(process, stop[0]), messages, output.unframed());
    }

    private static int exitCode(Process process, boolean stopped) {
        if (stopped) {
            process.destroyForcibly();
        }
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }
}
