package dev.plumb.core.tlc;

import static java.util.stream.Collectors.joining;

import dev.plumb.kernel.TlcJar;
import dev.plumb.modules.ShippedModules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs SANY, the parser of TLA+. */
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
        return JarTool.of(jar)
                .run(
                        work -> List.of("-DTLA-Library=" + library(folders, work)),
                        (run, work) -> new SanyRun(run.exitCode(), run.output()),
                        "tla2sany.SANY",
                        module.toAbsolutePath().toString());
    }

    private String library(List<Path> folders, Path work) throws IOException {
        Path modules = ShippedModules.unpackInto(work.resolve("modules"), jar.path());
        return Stream.concat(folders.stream(), Stream.of(modules))
                .map(folder -> folder.toAbsolutePath().toString())
                .collect(joining(File.pathSeparator));
    }
}
