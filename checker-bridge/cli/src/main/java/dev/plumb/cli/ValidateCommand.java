package dev.plumb.cli;

import dev.plumb.core.Model;
import dev.plumb.core.SpecLocator;
import dev.plumb.core.TraceCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.witness.Witness;
import dev.plumb.report.JsonReport;
import dev.plumb.report.TextReport;
import dev.plumb.traces.Problem;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.Trace;
import dev.plumb.traces.TraceReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumb validate}. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Says whether recorded traces are behaviours of a specification, and if not, why not.")
public final class ValidateCommand implements PlumbCommand {
    @Parameters(
            paramLabel = "TRACE",
            arity = "1..*",
            description = "Trace files, or folders of them. Files of the same trace are its parts.")
    private List<Path> traces = new ArrayList<>();

    @Option(
            names = "--spec",
            paramLabel = "SPEC",
            description = "A .tla, a .cfg, or the name of a module below specs/.")
    private @Nullable String spec;

    @Option(names = "--config", paramLabel = "CFG", description = "A .cfg with the constants, by path or beside SPEC.")
    private @Nullable String config;

    @Option(
            names = "--conf",
            paramLabel = "FILE",
            description = "Constants as JSON, an object a line; arrays are sets.")
    private @Nullable Path conf;

    @Option(names = "--merge", description = "Files without a header are parts of one trace.")
    private boolean merge;

    @Option(names = "--allow-empty", description = "Do not complain of a trace without events.")
    private boolean allowEmpty;

    @Option(
            names = "--emit",
            paramLabel = "DIR",
            description = "Also write modules with which stock TLC answers the same question.")
    private @Nullable Path emit;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() throws IOException {
        List<Trace> read = TraceReader.read(traces, new ReadOptions(Optional.ofNullable(conf), merge, allowEmpty));
        List<Integer> codes = new ArrayList<>();
        for (Trace trace : read) {
            codes.add(validate(trace));
        }
        return ExitCodes.worst(codes);
    }

    private int validate(Trace trace) throws IOException {
        Model model = new SpecLocator(CommonOptions.homes()).forTraces(specOf(trace), Optional.ofNullable(config));
        TraceCheck check = new TraceCheck(model, options.tlc());
        TraceCheckResult result = check.check(trace, reproduce());
        Path folder = options.out().resolve(trace.name().replaceAll("[^\\w.-]", "_"));
        print(result, new ReportFolder(folder).write(result));
        if (emit != null && !result.runs().isEmpty()) {
            emit(check, trace, model, emit);
        }
        return result.outcome().exitCode();
    }

    private String specOf(Trace trace) {
        return Optional.ofNullable(spec)
                .or(() -> trace.header().spec())
                .orElseThrow(() -> new Problem(
                        Problem.Kind.USAGE,
                        "PLUMB-U01",
                        "Trace " + trace.name() + " does not say which specification it belongs to.",
                        Optional.empty(),
                        "Name it with --spec."));
    }

    private void print(TraceCheckResult result, List<Path> files) {
        if (options.json()) {
            out().println(JsonReport.of(result).replaceAll("\\n\\s*", ""));
            return;
        }
        TextReport text = options.colours() ? TextReport.coloured() : TextReport.plain();
        out().println(text.of(result).stripTrailing());
        files.forEach(file -> out().println("  see " + file));
        out().println();
    }

    private void emit(TraceCheck check, Trace trace, Model model, Path folder) throws IOException {
        Witness witness = check.emit(trace, folder);
        String library = String.join(
                File.pathSeparator, model.folders().stream().map(Path::toString).toList());
        for (Path each : witness.configs()) {
            out().println("  java -DTLA-Library=" + library + " -cp tla2tools.jar tlc2.TLC -config " + each + " "
                    + witness.module());
        }
        out().println("  (exit code 12, TraceNotAccepted violated: conforms; 0: diverges)");
    }

    private String reproduce() {
        List<String> words = new ArrayList<>(List.of(CommonOptions.plumb(), "validate"));
        traces.forEach(file -> words.add(file.toString()));
        Optional.ofNullable(spec).ifPresent(value -> words.addAll(List.of("--spec", value)));
        Optional.ofNullable(config).ifPresent(value -> words.addAll(List.of("--config", value)));
        Optional.ofNullable(conf).ifPresent(value -> words.addAll(List.of("--conf", value.toString())));
        if (merge) {
            words.add("--merge");
        }
        return String.join(" ", words);
    }

    private PrintWriter out() {
        return Objects.requireNonNull(command).commandLine().getOut();
    }
}
