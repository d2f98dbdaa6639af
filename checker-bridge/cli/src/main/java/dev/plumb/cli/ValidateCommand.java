package dev.plumb.cli;

import static java.util.stream.Collectors.joining;

import dev.plumb.core.Model;
import dev.plumb.core.SpecLocator;
import dev.plumb.core.TraceCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.witness.Witness;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.Trace;
import dev.plumb.traces.TraceReader;
import java.io.File;
import java.io.IOException;
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
        description = "Says whether recorded traces are behaviours of a specification, and if not, why not.",
        footer = {
            "",
            "Examples:",
            "  plumb validate build/traces                   all traces of a folder",
            "  plumb validate run-7.ndjson --spec TwoPhase   where no header names it",
            "  plumb validate run-7.ndjson --emit build/tlc  to ask TLC alone, too",
            "",
            "Exit code: 0 if all conform, 15 if one diverges; all others: plumb --help."
        })
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

    @Option(names = "--allow-empty", description = "A trace without events is fine.")
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
        TlcJar jar = options.tlc();
        List<Integer> codes = new ArrayList<>();
        for (Trace trace : read) {
            codes.add(validate(trace, jar, read.size() == 1 ? "" : ReportFolder.fileName(trace.name())));
        }
        return ExitCodes.worst(codes);
    }

    /**
     * Validates one trace.
     *
     * @param emitTo where below the folder of {@code --emit} its modules go, so that those of several do not collide
     */
    private int validate(Trace trace, TlcJar jar, String emitTo) throws IOException {
        Model model = new SpecLocator(CommonOptions.homes()).forTraces(specOf(trace), Optional.ofNullable(config));
        ReportFolder folder = ReportFolder.in(options.out(), trace.name());
        TraceCheck check = new TraceCheck(model, jar);
        TraceCheckResult result = check.check(trace, reproduce());
        List<String> remarks = new ArrayList<>();
        folder.write(result).forEach(file -> remarks.add("see " + file));
        if (emit != null && !result.runs().isEmpty()) {
            remarks.addAll(
                    emit(check.emit(trace, emit.toAbsolutePath().resolve(emitTo).normalize()), model, jar));
        }
        boolean emptyOnPurpose = allowEmpty && trace.events() == 0;
        if (emptyOnPurpose) {
            remarks.add("as allowed: --allow-empty");
        }
        new Printer(options, Objects.requireNonNull(command).commandLine().getOut()).print(result, remarks);
        return emptyOnPurpose ? 0 : result.outcome().exitCode();
    }

    private String specOf(Trace trace) {
        return Optional.ofNullable(spec)
                .or(() -> trace.header().spec())
                .orElseThrow(() -> CliProblems.traceNamesNoSpec(trace.name()));
    }

    /** The commands with which TLC alone gives its answer. It finds modules beside one whose path is absolute only. */
    private static List<String> emit(Witness witness, Model model, TlcJar jar) {
        String library = model.folders().stream().map(Path::toString).collect(joining(File.pathSeparator));
        List<String> lines = new ArrayList<>();
        for (Path each : witness.configs()) {
            lines.add(ShellWords.line(List.of(
                    "java",
                    "-DTLA-Library=" + library,
                    "-cp",
                    jar.path().toString(),
                    "tlc2.TLC",
                    "-config",
                    each.toString(),
                    witness.module().toString())));
        }
        lines.add("(exit code 12, TraceNotAccepted violated: conforms; 0: diverges)");
        return lines;
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
        if (allowEmpty) {
            words.add("--allow-empty");
        }
        words.addAll(options.repeated());
        return ShellWords.line(words);
    }
}
