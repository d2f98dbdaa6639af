package dev.plumb.catalogue;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.ExitCodes;
import dev.plumb.cli.PlumbCommand;
import dev.plumb.core.tlc.TlcPool;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumb demo}: two-phase commit from specification to verdict to picture, then Paxos and a replicated register. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Commit, consensus and replication, from specification to verdict to picture, in a minute.")
public final class DemoCommand implements PlumbCommand {
    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = Objects.requireNonNull(command).commandLine().getOut();
        try (TlcPool pool = new TlcPool(options.tlc())) {
            return new Demo(options, pool, out).run() ? 0 : ExitCodes.EXPECTATION_DIFFERS;
        }
    }
}
