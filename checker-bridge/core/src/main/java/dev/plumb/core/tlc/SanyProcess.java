package dev.plumb.core.tlc;

import static java.util.stream.Collectors.joining;

import dev.plumb.kernel.PrivateFolder;
import dev.plumb.kernel.TlcJar;
import dev.plumb.modules.ShippedModules;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs SANY, the parser of TLA+, in a JVM of its own and in a private folder: it unpacks the standard modules into the
 * temporary one, under names that every other SANY on the machine uses too.
 */
public final class SanyProcess {
    /** What SANY printed. Its exit code is 0 also where a name is not defined. */
    public record SanyRun(int exitCode, String output) {
        /** Whether it says that it came through this module: after a crash, too, there is no error in the output. */
        public boolean accepts(String module) {
            return exitCode == 0
                    && output.lines().anyMatch(line -> line.strip().equals("Semantic processing of module " + module));
        }
    }

    private final TlcJar jar;

    public SanyProcess(TlcJar jar) {
        this.jar = jar;
    }

    /**
     * Parses a module.
     *
     * @param folders where the modules that it needs are searched
     */
    public SanyRun run(Path module, List<Path> folders) throws IOException {
        String prefix = "plumb-sany-" + ProcessHandle.current().pid() + "-";
        try (PrivateFolder work = PrivateFolder.create(prefix)) {
            Process process = work.start(folder -> new ProcessBuilder(command(module, folders, folder))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start());
            try (InputStream output = process.getInputStream()) {
                String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
                return new SanyRun(process.onExit().join().exitValue(), text);
            }
        }
    }

    /** A parse takes a fraction of a second, in which the JVM's second compiler and parallel GC only cost. */
    private List<String> command(Path module, List<Path> folders, Path work) throws IOException {
        Path modules = ShippedModules.unpackInto(work.resolve("modules"), jar.path());
        String library = Stream.concat(folders.stream(), Stream.of(modules))
                .map(folder -> folder.toAbsolutePath().toString())
                .collect(joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Djava.io.tmpdir=" + Files.createDirectories(work.resolve("tmp")),
                "-DTLA-Library=" + library,
                "-cp",
                jar.path().toAbsolutePath().toString(),
                "tla2sany.SANY",
                module.toAbsolutePath().toString());
    }
}
