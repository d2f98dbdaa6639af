package dev.plumb.histories;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.ExitCodes;
import dev.plumb.cli.PlumbCommand;
import dev.plumb.cli.Printer;
import dev.plumb.cli.ReportFolder;
import dev.plumb.cli.ShellWords;
import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.report.CallsResult;
import dev.plumb.report.Checked;
import dev.plumb.report.FileName;
import dev.plumb.traces.TlaSyntaxException;
import dev.plumb.traces.TlaText;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumb history}. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Says whether what clients saw of a service fits a consistency model, and if not, why not.",
        footer = {
            "",
            "Models: linearizable, sequential; of registers causal-memory, causal-convergence, causal, session,",
            "  read-your-writes, monotonic-reads, monotonic-writes, writes-follow-reads, eventual;",
            "  of list-append serializable, snapshot-isolation.",
            "Objects: register, multi-register, queue, set, counter, log, lock, list-append.",
            "",
            "Examples:",
            "  plumb history run-7.ndjson                           linearizable, for the object in the header",
            "  plumb history run-7.ndjson --spec register --init 0",
            "  plumb history run-7.ndjson --model causal --min-concurrency 3",
            "",
            "Exit code: 0 if the model allows all, 15 if it forbids one, 20 if the budget was too small,",
            "  4 if a history is too weak to show anything; all others: plumb --help."
        })
public final class HistoryCommand implements PlumbCommand {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files that hold a history each.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = "linearizable",
            description = "A consistency model (default: ${DEFAULT-VALUE}).")
    private String model = "linearizable";

    @Option(names = "--spec", paramLabel = "OBJECT", description = "The object that was called.")
    private @Nullable String object;

    @Option(
            names = "--init",
            paramLabel = "VALUE",
            description = "Its initial value as TLA+ text, such as 0 or '\"a\"'.")
    private @Nullable String init;

    @Option(
            names = "--budget",
            paramLabel = "STEPS",
            description = "Steps of the search after which the answer is unknown (default: ${DEFAULT-VALUE}).")
    private long budget = Budget.STEPS;

    @Mixin
    private MinimumOptions minimum = new MinimumOptions();

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() throws IOException {
        Map<String, Checked> results = new LinkedHashMap<>();
        for (Path file : files) {
            History history = HistoryReader.read(file);
            String folder = ReportFolder.unique(FileName.of(history.name()), results.keySet());
            CallsResult result = check(file, history);
            results.put(folder, result);
            tell(result, folder);
        }
        options.reportToCi("history", results, commandSpec().commandLine());
        return ExitCodes.worst(results.values().stream().map(Checked::exitCode).toList());
    }

    private CallsResult check(Path file, History read) {
        Optional<TlaValue> value = init().or(read::init);
        History history = new History(read.name(), read.spec(), value, read.calls(), read.warnings());
        String called = Optional.ofNullable(object)
                .or(history::spec)
                .orElseThrow(() -> HistoryProblems.historyNamesNoObject(history.name()));
        HistoryCheck check = new HistoryCheck(
                Models.named(model, called, value), KnownObjects.named(called, value), minimum.minimum());
        return check.check(history, Budget.of(budget), reproduce(file));
    }

    private void tell(CallsResult result, String folder) {
        List<String> remarks = ReportFolder.in(options.out(), folder).write(result).stream()
                .map(written -> "see " + written)
                .toList();
        new Printer(options, commandSpec().commandLine().getOut()).print(result, remarks, false);
    }

    private Optional<TlaValue> init() {
        try {
            return Optional.ofNullable(init).map(TlaText::parse);
        } catch (TlaSyntaxException e) {
            throw new ParameterException(
                    commandSpec().commandLine(),
                    "--init " + init + " is not the text of a value: " + e.getMessage(),
                    e);
        }
    }

    private CommandSpec commandSpec() {
        return Objects.requireNonNull(command);
    }

    private String reproduce(Path file) {
        List<String> words =
                new ArrayList<>(List.of(CommonOptions.plumb(), "history", file.toString(), "--model", model));
        Optional.ofNullable(object).ifPresent(name -> words.addAll(List.of("--spec", name)));
        Optional.ofNullable(init).ifPresent(value -> words.addAll(List.of("--init", value)));
        if (budget != Budget.STEPS) {
            words.addAll(List.of("--budget", String.valueOf(budget)));
        }
        words.addAll(minimum.words());
        return ShellWords.line(words);
    }
}
