package dev.plumb.cli;

import dev.plumb.core.tlc.TlcPool;
import dev.plumb.report.Checked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumb check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks models with TLC: every state, every property, against what the manifest expects.",
        footer = {
            "",
            "Examples:",
            "  plumb check specs/commit/twophase                  all models of a folder",
            "  plumb check MCTwoPhase                             the one of that name",
            "  plumb check MCTwoPhase --config MCTwoPhase_Hasty   another one of its",
            "",
            "Exit code: 0 if all is as expected; all others: plumb --help."
        })
public final class CheckCommand implements PlumbCommand {
    /** Which of a folder's models to check. */
    enum Tier {
        PR,
        NIGHTLY
    }

    private static final String NO_CACHE = "off";

    @Mixin
    private ModelArguments asked = new ModelArguments();

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            defaultValue = "pr",
            description = "pr: leave slow models of a folder out; nightly: check them too (default: ${DEFAULT-VALUE}).")
    private Tier tier = Tier.PR;

    @Option(names = "--watch", description = "Check again whenever a module, a cfg or the manifest changes.")
    private boolean watch;

    @Option(
            names = "--cache",
            paramLabel = "off|DIR",
            defaultValue = "${env:PLUMB_CACHE:-}",
            description =
                    "Where results are kept, to be told again while nothing they depend on has changed; off checks"
                            + " anew (default: $PLUMB_CACHE, else ~/.cache/plumb/results).")
    private String cache = "";

    @Mixin
    private CheckFlags flags = new CheckFlags();

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command;

    private int skipped;

    @Override
    public Integer call() throws IOException {
        List<CheckJob> jobs = jobs();
        CheckJobs checks = new CheckJobs(jobs, flags.choosesWorkers());
        try (TlcPool pool = new TlcPool(options.tlc(), checks.width())) {
            return watch ? runAndWatch(jobs, checks, pool) : run(checks, pool);
        }
    }

    /** Until Ctrl-C. What is changed during a check was not checked, so the files are looked at before it. */
    private int runAndWatch(List<CheckJob> jobs, CheckJobs checks, TlcPool pool) throws IOException {
        SourceWatch before = watched(jobs);
        run(checks, pool);
        while (true) {
            before.awaitChange();
            before = watched(jobs);
            run(new CheckJobs(jobs(), flags.choosesWorkers()), pool);
        }
    }

    private static SourceWatch watched(List<CheckJob> jobs) {
        return SourceWatch.over(jobs.stream().map(CheckJob::model).toList());
    }

    /** What is to be checked, but for slow models that were not asked for by name. */
    private List<CheckJob> jobs() {
        List<CheckJob> all = asked.jobs(flags.options(commandLine()));
        List<CheckJob> jobs = new ArrayList<>();
        for (CheckJob job : all) {
            Optional<String> why = all.size() == 1 || asked.areNamed() ? Optional.empty() : whySkipped(job);
            why.ifPresentOrElse(
                    reason -> printer().note("skipped " + job.name() + ", which is for " + reason + "\n"),
                    () -> jobs.add(job));
        }
        if (jobs.isEmpty()) {
            throw CliProblems.allModelsAreSlow(asked.text());
        }
        skipped = all.size() - jobs.size();
        return jobs;
    }

    private int run(CheckJobs jobs, TlcPool pool) {
        Map<String, Checked> results = new LinkedHashMap<>();
        Map<String, Checked> folders = new LinkedHashMap<>();
        Progress progress = new Progress(commandLine().getErr(), options.progress());
        boolean several = jobs.size() + skipped > 1;
        Checker checker = new Checker(options, printer(), pool, cache(), progress, this::reproduce, several);
        jobs.run(checker::check, (job, told) -> {
            printer().print(told.text());
            results.put(job.name(), told.checked());
            folders.put(job.fileName(), told.checked());
        });
        if (several) {
            printer().note(summary(results, skipped));
        }
        options.reportToCi("check", folders, commandLine());
        return ExitCodes.worst(results.values().stream().map(Checked::exitCode).toList());
    }

    private ResultCache cache() {
        return new ResultCache(
                cache.equals(NO_CACHE)
                        ? Optional.empty()
                        : Optional.of(cache.isEmpty() ? CacheFolder.results() : Path.of(cache)));
    }

    /** Why a model is left out where others are checked. */
    private Optional<String> whySkipped(CheckJob job) {
        if (tier == Tier.PR && job.isNightly()) {
            return Optional.of("--tier nightly");
        }
        return job.isSymbolic() ? Optional.of("a symbolic model checker") : Optional.empty();
    }

    /** {@code 11 models: 9 as expected, 1 not (MCLease.cfg), 1 skipped}. */
    private static String summary(Map<String, Checked> results, int skipped) {
        List<String> wrong = results.entrySet().stream()
                .filter(model -> model.getValue().exitCode() != 0)
                .map(Map.Entry::getKey)
                .toList();
        return (results.size() + skipped) + " models: " + (results.size() - wrong.size()) + " as expected"
                + (wrong.isEmpty() ? "" : ", " + wrong.size() + " not (" + String.join(", ", wrong) + ")")
                + (skipped == 0 ? "" : ", " + skipped + " skipped");
    }

    /** What the user typed, but for the one model of a folder. */
    private String reproduce(CheckJob job) {
        List<String> words = new ArrayList<>(List.of(CommonOptions.plumb(), "check"));
        words.addAll(asked.repeated(job.model()));
        words.addAll(flags.repeated(job.options()));
        words.addAll(options.repeated());
        return ShellWords.line(words);
    }

    private Printer printer() {
        return new Printer(options, commandLine().getOut());
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(command).commandLine();
    }
}
