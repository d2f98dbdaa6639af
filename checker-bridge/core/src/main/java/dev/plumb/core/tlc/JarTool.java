package dev.plumb.core.tlc;

import dev.plumb.kernel.PrivateFolder;
import dev.plumb.kernel.TlcJar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs one of the smaller programs of the TLC jar to its end, in a JVM of its own and in a private folder: they write
 * beside what they read, and into the temporary folder under names that every other one on the machine uses too.
 */
final class JarTool {
    /** What it printed, and the exit code, which does not always tell. */
    record Run(int exitCode, String output) {}

    /** Prepares the private folder, in which the program is run, and returns options of the JVM. */
    @FunctionalInterface
    interface Setup {
        List<String> in(Path folder) throws IOException;
    }

    /** Looks at what a program leaves in its folder. */
    @FunctionalInterface
    interface Harvest<T> {
        T of(Run run, Path folder) throws IOException;
    }

    private final TlcJar jar;
    private final Charset charset;

    private JarTool(TlcJar jar, Charset charset) {
        this.jar = jar;
        this.charset = charset;
    }

    static JarTool of(TlcJar jar) {
        return new JarTool(jar, StandardCharsets.UTF_8);
    }

    /** One that reads and writes files so. */
    JarTool in(Charset files) {
        return new JarTool(jar, files);
    }

    <T> T run(Setup setup, Harvest<T> harvest, String mainClass, String... arguments) throws IOException {
        String prefix = "plumb-" + mainClass.replaceAll(".*\\.", "") + "-"
                + ProcessHandle.current().pid() + "-";
        try (PrivateFolder work = PrivateFolder.create(prefix)) {
            Process process = work.start(folder -> new ProcessBuilder(command(setup, folder, mainClass, arguments))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start());
            try (InputStream output = process.getInputStream()) {
                String text = new String(output.readAllBytes(), charset);
                return harvest.of(new Run(process.onExit().join().exitValue(), text), work.path());
            }
        }
    }

    /** It takes a fraction of a second, in which the JVM's second compiler and parallel GC only cost. */
    private List<String> command(Setup setup, Path folder, String mainClass, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=" + charset,
                "-Duser.language=en",
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp"))));
        command.addAll(setup.in(folder));
        command.addAll(List.of("-cp", jar.path().toAbsolutePath().toString(), mainClass));
        command.addAll(List.of(arguments));
        return command;
    }
}
