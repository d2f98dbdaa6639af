package dev.plumb.maven;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;

/**
 * The command line in a JVM of its own.
 *
 * @param folder in which it is called
 */
record Fork(Path java, List<String> jvmArguments, Path folder, Map<String, String> environment) {
    static final String MAIN = "dev.plumb.cli.Main";

    /** GitHub Actions knows its commands by how a line begins. */
    private static final String GITHUB_COMMAND = "::";

    /** How a call ended, and all that it printed. */
    record Ended(int exitCode, List<String> lines) {}

    /** The same with one more argument of its JVM. */
    Fork with(String jvmArgument) {
        List<String> all = new ArrayList<>(jvmArguments);
        all.add(jvmArgument);
        return new Fork(java, all, folder, environment);
    }

    /**
     * Calls a command; what it prints goes to the log at once.
     *
     * @throws dev.plumb.traces.Problem if there is no such java
     */
    Ended run(List<String> command, Log log) {
        List<String> words = new ArrayList<>(List.of(java.toString()));
        words.addAll(jvmArguments);
        words.add(MAIN);
        words.addAll(command);
        log.debug(String.join(" ", words));
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            return followed(builder.start(), log);
        } catch (IOException e) {
            throw MavenProblems.javaDoesNotStart(java, String.valueOf(e.getMessage()));
        }
    }

    /** When Maven is ended, this is, too. */
    private static Ended followed(Process process, Log log) throws IOException {
        Thread end = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(line -> {
                lines.add(line);
                tell(line, log);
            });
            return new Ended(process.waitFor(), lines);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            process.destroy();
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    @SuppressWarnings("SystemOut") // the log puts a level before each line
    private static void tell(String line, Log log) {
        if (line.startsWith(GITHUB_COMMAND)) {
            System.out.println(line);
        } else {
            log.info(line);
        }
    }
}
