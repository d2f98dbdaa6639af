package dev.plumb.cli;

import static java.util.stream.Collectors.joining;

import dev.plumb.cli.GraphPictures.Layout;
import dev.plumb.core.LoadedSpecs;
import dev.plumb.core.Model;
import dev.plumb.core.Outcome;
import dev.plumb.core.TraceCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.search.Silent;
import dev.plumb.core.witness.Witness;
import dev.plumb.kernel.TlcJar;
import dev.plumb.report.Checked;
import dev.plumb.report.FileName;
import dev.plumb.traces.Problem;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.Trace;
import dev.plumb.traces.TraceHeader;
import dev.plumb.traces.TraceReader;
import dev.plumb.traces.TraceStream;
import dev.plumb.traces.UnreadTrace;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
            "  plumb validate run-7.ndjson --follow          while the program runs",
            "",
            "Exit code: 0 if all conform, 15 if one diverges; all others: plumb --help."
        })
public final class ValidateCommand implements PlumbCommand {
    @Parameters(
            paramLabel = "TRACE",
            arity = "1..*",
            description =
                    "Trace files, or folders of them; - is standard input. Files of the same trace are its parts.")
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
            names = "--silent",
            paramLabel = "ACTION",
            split = ",",
            description = "The program takes steps of these actions without recording them.")
    private List<String> silent = new ArrayList<>();

    @Option(
            names = "--silent-steps",
            paramLabel = "N",
            defaultValue = "1",
            description = "At most so many of them before an event (default: 1).")
    private int silentSteps;

    @Option(
            names = "--emit",
            paramLabel = "DIR",
            description = "Also write modules with which stock TLC answers the same question.")
    private @Nullable Path emit;

    @Mixin
    private TraceFlags reading = new TraceFlags();

    @Mixin
    private BindingOption binding = new BindingOption();

    private boolean areMany;
    private final Map<String, Against> specs = new ConcurrentHashMap<>();
    private final SourceFiles sources = new SourceFiles();

    @Mixin
    private StrengthOptions strength = new StrengthOptions();

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() throws IOException {
        if (silentSteps < 0) {
            throw mistake("--silent-steps is a number of steps, not " + silentSteps);
        }
        strength.mistake().ifPresent(mistake -> {
            throw mistake(mistake);
        });
        ReadOptions how = reading.readOptions(Optional.ofNullable(conf), merge, allowEmpty);
        try (LoadedSpecs loaded = new LoadedSpecs(options.tlc())) {
            Optional<Following> followed = reading.begin(traces, emit != null || strength.readsAll());
            if (followed.isPresent()) {
                return follow(followed.get(), how, loaded);
            }
            List<UnreadTrace> found = TraceReader.find(traces, how);
            areMany = found.size() > 1;
            return areMany ? several(found, loaded) : one(found.get(0), loaded);
        }
    }

    /** Standard input is followed if its lines stand in their order, else awaited: of a part nothing can be told then. */
    private int follow(Following followed, ReadOptions how, LoadedSpecs loaded) throws IOException {
        try (followed) {
            UnreadTrace trace = TraceReader.from(followed.name(), followed.bytes(), how);
            if (emit != null || strength.readsAll() || !(trace.isStream() || reading.follows())) {
                followed.close();
                return one(trace, loaded);
            }
            try (TraceStream stream = trace.stream()) {
                Against spec = against(stream.name(), stream.header(), loaded);
                TraceCheckResult result = spec.check().follow(stream, followed::isInterrupted, reproduce());
                int exitCode = tell(reported(
                        spec, strength.found(spec.check(), stream.header(), Optional.empty(), result), List.of(), ""));
                return followed.isInterrupted() ? ExitCodes.INTERRUPTED : exitCode;
            }
        }
    }

    private ParameterException mistake(String message) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
    }

    private int one(UnreadTrace trace, LoadedSpecs loaded) throws IOException {
        return tell(check(trace, loaded, ""));
    }

    private int tell(Told told) {
        printer().print(told.checked(), told.remarks(), false);
        reportStrength(List.of(told));
        reportToCi(List.of(told));
        return told.checked().exitCode();
    }

    /** One that cannot be read, or whose spec is not known, does not keep the others from being checked. */
    private int several(List<UnreadTrace> found, LoadedSpecs loaded) throws IOException {
        int threads = Math.min(found.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Told>> all = found.stream()
                    .map(trace -> workers.submit(() -> checkAnyhow(trace, loaded)))
                    .toList();
            List<Told> results = new ArrayList<>();
            for (Future<Told> each : all) {
                Told told = each.get();
                results.add(told);
                printer().print(told.checked(), told.remarks(), told.checked().exitCode() == 0);
            }
            printer().note(summary(results));
            reportStrength(results);
            reportToCi(results);
            return ExitCodes.worst(
                    results.stream().map(told -> told.checked().exitCode()).toList());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } finally {
            workers.shutdownNow();
        }
    }

    private void reportStrength(List<Told> results) {
        List<StrengthOptions.Report> reports = strength.reports(
                results.stream().flatMap(each -> each.found().stream()).toList());
        if (results.size() > 1 && !reports.isEmpty()) {
            printer().note("");
        }
        int maps = 0;
        for (StrengthOptions.Report report : reports) {
            printer().print((options.json() ? report.json() : report.text()) + "\n");
            if (report.map().isPresent()) {
                String name = "coverage" + (++maps == 1 ? "" : "-" + maps);
                GraphPictures.write(report.map().get(), Layout.AUTO, ReportFolder.of(options.out()), name)
                        .forEach(file -> printer().note("  see " + file));
            }
        }
    }

    private void reportToCi(List<Told> results) {
        Map<String, Checked> all = new LinkedHashMap<>();
        results.forEach(told -> all.put(told.checked().name(), told.checked()));
        options.reportToCi("validate", all, Objects.requireNonNull(command).commandLine());
    }

    /** {@code 12 traces: 10 conform, 2 not (a.ndjson, b.ndjson)}. */
    private static String summary(List<Told> results) {
        List<String> wrong = results.stream()
                .map(Told::checked)
                .filter(checked -> checked.exitCode() != 0)
                .map(Checked::name)
                .toList();
        return results.size() + " traces: " + (results.size() - wrong.size()) + " conform"
                + (wrong.isEmpty() ? "" : ", " + wrong.size() + " not (" + String.join(", ", wrong) + ")");
    }

    /** What came of a trace, and what is told beside it. */
    private record Told(Checked checked, List<String> remarks, Optional<StrengthOptions.Found> found) {}

    private Told checkAnyhow(UnreadTrace trace, LoadedSpecs loaded) throws IOException {
        try {
            return check(trace, loaded, FileName.of(trace.name()));
        } catch (Problem problem) {
            TraceCheckResult result = TraceCheckResult.of(trace.name(), problem, reproduce());
            int exitCode = result.outcome().exitCode();
            return told(new Checked.OfTrace(result, exitCode, new TreeMap<>()), List.of(), Optional.empty());
        }
    }

    /**
     * Checks one trace.
     *
     * @param emitTo where below the folder of {@code --emit} its modules go, so that those of several do not collide
     */
    private Told check(UnreadTrace files, LoadedSpecs loaded, String emitTo) throws IOException {
        if (emit == null && !strength.readsAll() && files.isStream()) {
            try (TraceStream trace = files.stream()) {
                Against spec = against(trace.name(), trace.header(), loaded);
                TraceCheckResult result = spec.check().check(trace, reproduce());
                return reported(
                        spec,
                        strength.found(spec.check(), trace.header(), Optional.empty(), result),
                        List.of(),
                        emitTo);
            }
        }
        Trace trace = files.read();
        Against spec = against(trace.name(), trace.header(), loaded);
        TraceCheck check = spec.check();
        TraceCheckResult result = check.check(trace, reproduce());
        List<String> emitted = List.of();
        if (emit != null && !result.runs().isEmpty()) {
            Path folder = emit.toAbsolutePath().resolve(emitTo).normalize();
            emitted = commands(check.emit(trace, folder), spec.model(), options.tlc());
        }
        return reported(spec, strength.found(check, trace.header(), Optional.of(trace), result), emitted, emitTo);
    }

    /**
     * What traces of one spec have in common.
     *
     * @param files where those of the model are
     */
    private record Against(Model model, TraceCheck check, SortedMap<String, String> files) {}

    private Against against(String trace, TraceHeader header, LoadedSpecs loaded) {
        String named =
                Optional.ofNullable(spec).or(header::spec).orElseThrow(() -> CliProblems.traceNamesNoSpec(trace));
        return specs.computeIfAbsent(named, name -> {
            Model model = binding.model(name, Optional.ofNullable(config));
            TraceCheck check = new TraceCheck(model, loaded, new Silent(silent, silentSteps));
            return new Against(model, strength.of(check, areMany), sources.of(model));
        });
    }

    private Told reported(Against spec, StrengthOptions.Found found, List<String> emitted, String ofTrace)
            throws IOException {
        TraceCheckResult result = strength.judged(found.result());
        List<String> remarks = new ArrayList<>();
        spec.model().binding().ifPresent(file -> remarks.add("bound by " + file));
        remarks.addAll(emitted);
        strength.write(found, ofTrace).forEach(file -> remarks.add("see " + file));
        boolean emptyOnPurpose = allowEmpty
                && result.outcome() instanceof Outcome.Vacuous
                && result.runs().isEmpty();
        if (emptyOnPurpose) {
            remarks.add("as allowed: --allow-empty");
        }
        int exitCode = emptyOnPurpose ? 0 : result.outcome().exitCode();
        return told(
                new Checked.OfTrace(result, exitCode, sources.with(spec.files(), result)), remarks, Optional.of(found));
    }

    private Told told(Checked checked, List<String> more, Optional<StrengthOptions.Found> found) {
        List<String> remarks = new ArrayList<>();
        ReportFolder.in(options.out(), checked.name()).write(checked).forEach(file -> remarks.add("see " + file));
        remarks.addAll(more);
        return new Told(checked, remarks, found);
    }

    private Printer printer() {
        return new Printer(
                options, Objects.requireNonNull(command).commandLine().getOut());
    }

    /** The commands with which TLC alone gives its answer. It finds modules beside one whose path is absolute only. */
    private static List<String> commands(Witness witness, Model model, TlcJar jar) {
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
        if (!silent.isEmpty()) {
            words.addAll(List.of("--silent", String.join(",", silent), "--silent-steps", String.valueOf(silentSteps)));
        }
        if (merge) {
            words.add("--merge");
        }
        if (allowEmpty) {
            words.add("--allow-empty");
        }
        words.addAll(reading.repeated());
        words.addAll(strength.repeated());
        words.addAll(binding.repeated());
        words.addAll(options.repeated());
        return ShellWords.line(words);
    }
}
