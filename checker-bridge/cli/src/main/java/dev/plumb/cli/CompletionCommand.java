package dev.plumb.cli;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumb completion}. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a script with which bash and zsh complete commands, options and file names.",
        footer = {
            "",
            "Examples:",
            "  source <(plumb completion)               in this shell",
            "  plumb completion >> ~/.bash_completion   in all to come"
        })
public final class CompletionCommand implements PlumbCommand {
    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        CommandLine plumb = Main.commandLine();
        PrintWriter out = Objects.requireNonNull(command).commandLine().getOut();
        out.println(AutoComplete.bash(plumb.getCommandName(), plumb));
        return 0;
    }
}
