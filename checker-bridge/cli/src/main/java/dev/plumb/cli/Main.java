package dev.plumb.cli;

import dev.plumb.traces.Problem;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code plumb}: keeps Java true to its TLA+ specification. */
@Command(
        name = "plumb",
        description = "Keeps Java true to its TLA+ specification.",
        mixinStandardHelpOptions = true,
        version = "plumb " + Main.VERSION,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes; of several results the worst decides:%n",
        exitCodeList = {
            "0:as expected: all holds, conforms, or is violated as the manifest says",
            "1:a fault of Plumb",
            "2:the command line cannot be understood",
            "3:bad input: a trace, a name or a file does not fit",
            "4:nothing was checked",
            "5:not what the manifest expects",
            "10:an assumption is false",
            "11:deadlock",
            "12:an invariant is violated",
            "13:a temporal or action property is violated",
            "14:an assertion of the spec failed",
            "15:a trace diverges from its spec, or a history from its model",
            "20:stopped at a limit before the end",
            "75-77:TLC cannot evaluate the spec",
            "150:the spec does not parse",
            "151:the cfg is wrong",
            "152-153:TLC, or what it runs on, failed",
            "130, 143:interrupted, or terminated"
        })
public final class Main {
    /** The version of Plumb; a test holds it against that of the project. */
    static final String VERSION = "0.1.0-SNAPSHOT";

    private Main() {}

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        // JSON is UTF-8 and so are names and values, also where the locale is not set, as in many containers.
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exitCode = commandLineFor(arguments).setOut(out).setErr(err).execute(arguments);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /** The command line with the subcommands that are on the class path. */
    static CommandLine commandLine() {
        return commandLine(name -> true);
    }

    /** The same as far as these arguments need it; what stands in a file of arguments is not known yet. */
    static CommandLine commandLineFor(String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        return commandLine(name -> name.equals(first) || first.startsWith("@"));
    }

    /** Of subcommands that are not wanted only name and description: to read their options would take longer than all else. */
    private static CommandLine commandLine(Predicate<String> isWanted) {
        CommandLine plumb = new CommandLine(new Main());
        String[] version = plumb.getCommandSpec().version();
        ServiceLoader.load(PlumbCommand.class).stream()
                .map(command -> subcommand(command, isWanted))
                .sorted(Comparator.comparing(CommandLine::getCommandName))
                .forEach(command -> plumb.addSubcommand(command.getCommandName(), command));
        plumb.getSubcommands().values().forEach(command -> command.getCommandSpec()
                .version(version));
        plumb.setCaseInsensitiveEnumValuesAllowed(true);
        plumb.setParameterExceptionHandler(Main::notUnderstood);
        plumb.setExecutionExceptionHandler(Main::failed);
        return plumb;
    }

    private static CommandLine subcommand(ServiceLoader.Provider<PlumbCommand> command, Predicate<String> isWanted) {
        Command about = command.type().getAnnotation(Command.class);
        if (isWanted.test(about.name())) {
            return new CommandLine(command.get());
        }
        CommandSpec known = CommandSpec.create().name(about.name());
        known.usageMessage().description(about.description());
        return new CommandLine(known);
    }

    private static int notUnderstood(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        if (arguments.length == 0) {
            command.usage(command.getErr());
            return ExitCodes.USAGE;
        }
        List<String> meant =
                mistake instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String why = String.valueOf(mistake.getMessage()).replaceAll("(?<=[\\w'])$", ".");
        return tell(
                CliProblems.cannotBeUnderstood(
                        why, meant, command.getCommandSpec().qualifiedName()),
                command);
    }

    private static int failed(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof Problem problem) {
            return tell(problem, command);
        }
        PrintWriter err = command.getErr();
        err.println("This is a fault of Plumb, not of what you gave it. Please report it with the lines below.");
        failure.printStackTrace(err);
        return ExitCodes.FAULT;
    }

    private static int tell(Problem problem, CommandLine command) {
        command.getErr().print(Excerpt.in(problem));
        return ExitCodes.of(problem);
    }
}
