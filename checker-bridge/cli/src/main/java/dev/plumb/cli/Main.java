package dev.plumb.cli;

import dev.plumb.traces.Problem;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code plumb}: keeps Java true to its TLA+ specification. */
@Command(
        name = "plumb",
        description = "Keeps Java true to its TLA+ specification.",
        mixinStandardHelpOptions = true,
        version = "plumb 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 as expected; 1 fault of Plumb; 2 usage; 3 bad input; 4 nothing was checked;",
            "5 an expectation differs; 10-14 violated (assumption, deadlock, invariant, property, assertion);",
            "15 the trace diverges; 20 incomplete; 75-77, 150, 151 error in the spec or its cfg;",
            "152, 153 TLC failed; 130 interrupted."
        })
public final class Main {
    private Main() {}

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line with the subcommands that are on the class path. */
    static CommandLine commandLine() {
        CommandLine plumb = new CommandLine(new Main());
        ServiceLoader.load(PlumbCommand.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(CommandLine::new)
                .sorted(Comparator.comparing(CommandLine::getCommandName))
                .forEach(command -> plumb.addSubcommand(command.getCommandName(), command));
        plumb.setCaseInsensitiveEnumValuesAllowed(true);
        plumb.setExecutionExceptionHandler(Main::failed);
        return plumb;
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof Problem problem) {
            err.println(problem.text());
            return ExitCodes.of(problem);
        }
        err.println("This is a fault of Plumb, not of what you gave it. Please report it with the lines below.");
        failure.printStackTrace(err);
        return ExitCodes.FAULT;
    }
}
