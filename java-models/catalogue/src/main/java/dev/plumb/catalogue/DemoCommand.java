package dev.plumb.catalogue;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.ExitCodes;
import dev.plumb.cli.PlumbCommand;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumb demo}: two-phase commit from specification to verdict to picture. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Two-phase commit from specification to verdict to picture, in a minute.")
public final class DemoCommand implements PlumbCommand {
    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Demo demo =
                new Demo(options, Objects.requireNonNull(command).commandLine().getOut());
        return demo.run() ? 0 : ExitCodes.EXPECTATION_DIFFERS;
    }
}
