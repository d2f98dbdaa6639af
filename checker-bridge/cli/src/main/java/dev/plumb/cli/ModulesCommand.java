package dev.plumb.cli;

import dev.plumb.modules.ShippedModule;
import dev.plumb.modules.ShippedModules;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumb modules}. */
@Command(
        name = "modules",
        mixinStandardHelpOptions = true,
        description = "Lists the TLA+ modules that come with Plumb, their operators, and what they correspond to.")
public final class ModulesCommand implements PlumbCommand {
    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(command).commandLine().getOut();
        for (ShippedModule module : ShippedModules.all()) {
            out.println(module.name() + ": " + module.counterpart());
            if (!module.operators().isEmpty()) {
                out.println("  " + String.join(" ", module.operators()));
            }
        }
        return 0;
    }
}
