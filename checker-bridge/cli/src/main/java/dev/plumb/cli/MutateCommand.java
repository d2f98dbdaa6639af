package dev.plumb.cli;

import dev.plumb.core.Budget;
import dev.plumb.core.CheckOptions;
import dev.plumb.core.Expectation;
import dev.plumb.core.Model;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Mutant;
import dev.plumb.core.MutantResult;
import dev.plumb.core.MutationCheck;
import dev.plumb.core.tlc.TlcPool;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code plumb mutate}. */
@Command(
        name = "mutate",
        mixinStandardHelpOptions = true,
        description = "Writes small faults into copies of a spec, one at a time, and asks whether its checks notice.",
        footer = {
            "",
            "Examples:",
            "  plumb mutate specs/commit/twophase          all models of a folder that are expected to hold",
            "  plumb mutate MCTwoPhase --max 20 --seed 7   another twenty of the mutants",
            "  plumb mutate Zab.cfg --constant N=2         a smaller model than the cfg has",
            "",
            "Exit code: 0 if all were noticed, 5 if one survived, 20 if none could be decided, 4 if there was none;",
            "all others: plumb --help."
        })
public final class MutateCommand implements PlumbCommand {
    private static final String DEFAULT_MAX = "100";

    @Mixin
    private ModelArguments asked = new ModelArguments();

    @Option(
            names = "--max",
            paramLabel = "N",
            defaultValue = DEFAULT_MAX,
            description = "Of more mutants of a model than this, draw so many (default: ${DEFAULT-VALUE}).")
    private int max;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Of what is drawn (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--time",
            paramLabel = "T",
            description = "Give a mutant up after 90s, 10m or 2h: it is undecided then.")
    private @Nullable String time;

    @Option(names = "--constant", paramLabel = "C=VALUE", description = "Another value of a constant than the cfg has.")
    private Map<String, String> constants = new TreeMap<>();

    @Option(names = "--json", description = "Print results as JSON, a line for each model.")
    private boolean json;

    @Mixin
    private TlcOption tlc = new TlcOption();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() {
        if (max < 1) {
            throw new ParameterException(commandLine(), "--max is " + max + ", and must be 1 or more");
        }
        CheckOptions options = options();
        List<Integer> codes = new ArrayList<>();
        int jvms = Runtime.getRuntime().availableProcessors();
        try (TlcPool pool = new TlcPool(tlc.tlc(), jvms)) {
            for (Model model : models()) {
                MutationReport report = mutate(model, options, pool);
                PrintWriter out = commandLine().getOut();
                out.println(json ? report.json() : report.text());
                out.flush();
                codes.add(report.exitCode());
            }
        }
        return ExitCodes.worst(codes);
    }

    /** Of a folder those that a build would check and that should hold; a model that is named is taken at its word. */
    private List<Model> models() {
        List<Model> all = asked.models();
        if (asked.areNamed()) {
            return all;
        }
        List<Model> green = all.stream()
                .filter(model ->
                        model.expectation().map(MutateCommand::isToHold).orElse(true))
                .toList();
        if (green.isEmpty()) {
            throw CliProblems.noModelToMutate(asked.text());
        }
        return green;
    }

    private static boolean isToHold(Expectation expectation) {
        return expectation.result().equals("success") && expectation.isExhaustive() && !expectation.isNightly();
    }

    private CheckOptions options() {
        try {
            Budget limits = new Budget(
                    Optional.ofNullable(time).map(CheckFlags::duration), OptionalLong.empty(), Optional.empty());
            return CheckOptions.DEFAULT.withBudget(limits).withConstants(new TreeMap<>(constants));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private MutationReport mutate(Model model, CheckOptions options, TlcPool pool) {
        MutationCheck check = new MutationCheck(model, pool, options);
        Progress progress = new Progress(commandLine().getErr(), Ansi.AUTO.enabled() && !json);
        CheckJob unchanged = new CheckJob(model, model.name(), options);
        progress.start(unchanged);
        ModelCheckResult baseline;
        try {
            baseline = check.baseline(counts -> progress.show(unchanged, counts));
        } finally {
            progress.end(unchanged);
        }
        List<Mutant> all = check.mutants();
        Map<String, Mutant> drawn = new LinkedHashMap<>();
        for (Mutant mutant : MutationCheck.sample(all, max, seed)) {
            drawn.put(model.name() + ", mutant " + (drawn.size() + 1), mutant);
        }
        List<MutantResult> results = new ArrayList<>();
        new CheckJobs(jobs(model, drawn), true)
                .run(
                        job -> {
                            progress.start(job);
                            try {
                                return check.check(
                                        Objects.requireNonNull(drawn.get(job.label())),
                                        baseline,
                                        counts -> progress.show(job, counts));
                            } finally {
                                progress.end(job);
                            }
                        },
                        (job, result) -> results.add(result));
        return new MutationReport(model, options, all.size(), seed, results);
    }

    /** Without an expectation: what a manifest says of the model it does not say of its mutants. */
    private static List<CheckJob> jobs(Model model, Map<String, Mutant> mutants) {
        Model bare = new Model(model.module(), model.config(), model.folders(), Optional.empty());
        return mutants.keySet().stream()
                .map(name -> new CheckJob(bare, name, CheckOptions.DEFAULT))
                .toList();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(command).commandLine();
    }
}
