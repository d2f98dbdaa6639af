package dev.plumb.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumb doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says whether Java, TLC, memory, folders and optional programs are as Plumb needs them.",
        footer = {"", "Exit code: 0 unless something is broken, then 153; all others: plumb --help."})
public final class DoctorCommand implements PlumbCommand {
    @Option(names = "--json", description = "Print findings as JSON, a line each.")
    private boolean json;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "plumb-out",
            description = "Folder in which reports would go (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("plumb-out");

    @Mixin
    private TlcOption tlc = new TlcOption();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter printer = Objects.requireNonNull(command).commandLine().getOut();
        List<Health> healths = new Doctor(System.getenv(), out).examine(tlc::tlc);
        healths.forEach(health -> printer.print(json ? health.json() + "\n" : health.text()));
        return ExitCodes.worst(healths.stream()
                .flatMap(health -> health.problem().stream())
                .map(ExitCodes::of)
                .toList());
    }
}
