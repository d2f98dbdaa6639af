package dev.plumb.core.tlc;

import dev.plumb.kernel.TlcJar;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;

/** Runs the translator of PlusCal on a copy of a module; it would leave a {@code .old} and a {@code .cfg} beside it. */
public final class PlusCalProcess {
    private static final String COPY = "Copy.tla";

    /**
     * What came of it.
     *
     * @param lines of the module with its translation; as they were where there is none
     */
    public record PlusCalRun(boolean translated, String output, List<String> lines) {}

    private final TlcJar jar;

    public PlusCalProcess(TlcJar jar) {
        this.jar = jar;
    }

    /** Translates a module's text; {@code charset} is one that has its characters. */
    public PlusCalRun run(String module, Charset charset) throws IOException {
        return JarTool.of(jar)
                .in(charset)
                .run(
                        work -> {
                            Files.writeString(work.resolve(COPY), module, charset);
                            return List.of();
                        },
                        (run, work) -> new PlusCalRun(
                                run.exitCode() == 0 && run.output().contains("Translation completed"),
                                run.output(),
                                Files.readString(work.resolve(COPY), charset)
                                        .lines()
                                        .toList()),
                        "pcal.trans",
                        "-nocfg",
                        COPY);
    }
}
