package dev.plumb.cli;

import dev.plumb.kernel.TlcJar;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which TLC to use. */
final class TlcOption {
    @Option(
            names = "--tla2tools",
            paramLabel = "FILE",
            description = "A tla2tools.jar to use instead of the TLC that Plumb brings.")
    private @Nullable Path tla2tools;

    TlcJar tlc() {
        return tla2tools == null ? TlcJar.find() : TlcJar.at(tla2tools);
    }

    /** What a command that is printed needs to repeat of this. */
    List<String> repeated() {
        return tla2tools == null ? List.of() : List.of("--tla2tools", tla2tools.toString());
    }
}
