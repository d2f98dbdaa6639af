package dev.plumb.cli;

import dev.plumb.core.BindingStart;
import dev.plumb.core.Model;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumb bind}. */
@Command(
        name = "bind",
        mixinStandardHelpOptions = true,
        description = "Writes a module to start from that says what recorded events are in a specification.",
        footer = {
            "",
            "Examples:",
            "  plumb bind TwoPhase                       beside it, where it is found",
            "  plumb bind TwoPhase --out MyBinding.tla   for validate --binding",
            "",
            "Exit code: 0 if it is written, 3 if there is one already; all others: plumb --help."
        })
public final class BindCommand implements PlumbCommand {
    @Parameters(paramLabel = "SPEC", description = "A .tla, a .cfg, or the name of a module below specs/.")
    private String spec = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write (default: SPECBinding.tla beside SPEC).")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replace the file if it is there.")
    private boolean force;

    @Option(
            names = "--config",
            paramLabel = "CFG",
            description = "A .cfg with the constants, by path or beside SPEC; most specs need none for this.")
    private @Nullable String config;

    @Mixin
    private TlcOption tlc = new TlcOption();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        Model model = CommonOptions.specs().unbound(spec, Optional.ofNullable(config));
        BindingStart start = new BindingStart(model, tlc.tlc());
        Path file = out == null ? start.file() : out;
        start.write(file, force);
        Objects.requireNonNull(command).commandLine().getOut().println("written to " + file);
        return 0;
    }
}
