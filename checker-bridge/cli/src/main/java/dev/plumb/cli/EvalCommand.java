package dev.plumb.cli;

import dev.plumb.core.Evaluated;
import dev.plumb.core.Evaluation;
import dev.plumb.core.Model;
import dev.plumb.core.RecordedState;
import dev.plumb.report.JsonReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumb eval}. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        description = "Evaluates a TLA+ expression in the context of a module, and in a state of a result.",
        footer = {
            "",
            "Examples:",
            "  plumb eval MCTwoPhase 'SUBSET RM'",
            "  plumb eval MCTwoPhase \"msgs' \\\\ msgs\" --state plumb-out/MCTwoPhase_Hasty:3",
            "",
            "Exit code: 0 if it has a value, 75 if it has none; all others: plumb --help."
        })
public final class EvalCommand implements PlumbCommand {
    private static final Pattern STATE = Pattern.compile("(.+?)(?::(\\d{1,9}))?");

    @Parameters(
            index = "0",
            paramLabel = "SPEC",
            description = "A .tla, a .cfg, or the name of a module below specs/: its definitions can be used.")
    private String spec = "";

    @Parameters(index = "1", paramLabel = "EXPR", description = "The expression.")
    private String expression = "";

    @Option(
            names = "--config",
            paramLabel = "CFG",
            description = "Where constants come from: a .cfg, by path or beside the module.")
    private @Nullable String config;

    @Option(
            names = "--state",
            paramLabel = "RESULT[:n]",
            description =
                    "State n, by default the last one, of the behaviour in a result.json or its folder. Primes are"
                            + " for the state after it.")
    private @Nullable String state;

    @Option(names = "--json", description = "Print the value as JSON, in one line.")
    private boolean json;

    @Mixin
    private TlcOption tlc = new TlcOption();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        Model model = CommonOptions.specs().unbound(spec, Optional.ofNullable(config));
        Optional<RecordedState> recorded = Optional.ofNullable(state).map(EvalCommand::read);
        Evaluated evaluated = new Evaluation(model, tlc.tlc()).of(expression, recorded);
        PrintWriter out = Objects.requireNonNull(command).commandLine().getOut();
        out.println(json ? JsonReport.line(evaluated) : evaluated.value().toString());
        return 0;
    }

    private static RecordedState read(String state) {
        Matcher m = STATE.matcher(state);
        return m.matches() && m.group(2) != null
                ? RecordedState.read(Path.of(m.group(1)), OptionalInt.of(Integer.parseInt(m.group(2))))
                : RecordedState.read(Path.of(state), OptionalInt.empty());
    }
}
