package dev.plumb.cli;

import dev.plumb.core.Comparison;
import dev.plumb.core.Expectation;
import dev.plumb.core.Model;
import dev.plumb.core.ModelCheck;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Reachability;
import dev.plumb.core.SpecLocator;
import dev.plumb.kernel.TlcJar;
import java.io.IOException;
import java.nio.file.Files;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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

    @Parameters(paramLabel = "SPEC", description = "A .tla, a .cfg, a folder, or the name of a module below specs/.")
    private String spec = "";

    @Option(names = "--config", paramLabel = "CFG", description = "The model: a .cfg, by path or beside the module.")
    private @Nullable String config;

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            defaultValue = "pr",
            description = "pr: leave slow models of a folder out; nightly: check them too (default: ${DEFAULT-VALUE}).")
    private Tier tier = Tier.PR;

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "0",
            description = "Threads of TLC; 0 is one a core. One finds the shortest counterexample, always the same.")
    private int workers;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() throws IOException {
        if (workers < 0) {
            throw new ParameterException(commandLine(), "--workers is " + workers + ", and must be 0 or more");
        }
        List<Model> models = new SpecLocator(CommonOptions.homes()).models(spec, Optional.ofNullable(config));
        TlcJar jar = options.tlc();
        Map<String, Integer> codes = new LinkedHashMap<>();
        boolean several = models.size() > 1;
        for (Model model : models) {
            Optional<String> why = several ? whySkipped(model) : Optional.empty();
            if (why.isPresent()) {
                printer().note("skipped " + label(model) + ", which is for " + why.get() + "\n");
            } else {
                codes.put(label(model), check(model, jar, several));
            }
        }
        if (codes.isEmpty()) {
            throw CliProblems.allModelsAreSlow(spec);
        }
        if (several) {
            printer().note(summary(codes, models.size() - codes.size()));
        }
        return ExitCodes.worst(codes.values());
    }

    private Optional<String> whySkipped(Model model) {
        if (tier == Tier.PR
                && model.expectation().map(e -> e.tier().equals("nightly")).orElse(false)) {
            return Optional.of("--tier nightly");
        }
        boolean isSymbolic = model.expectation().map(Expectation::isSymbolic).orElse(false);
        return isSymbolic ? Optional.of("a symbolic model checker") : Optional.empty();
    }

    private String label(Model model) {
        return ReportFolder.label(spec, model);
    }

    /** {@code 11 models: 9 as expected, 1 not (MCLease.cfg), 1 skipped}. */
    private static String summary(Map<String, Integer> codes, int skipped) {
        List<String> wrong = codes.entrySet().stream()
                .filter(model -> model.getValue() != 0)
                .map(Map.Entry::getKey)
                .toList();
        return (codes.size() + skipped) + " models: " + (codes.size() - wrong.size()) + " as expected"
                + (wrong.isEmpty() ? "" : ", " + wrong.size() + " not (" + String.join(", ", wrong) + ")")
                + (skipped == 0 ? "" : ", " + skipped + " skipped");
    }

    /** Of several models only those are told in full that did not come out as expected. */
    private int check(Model model, TlcJar jar, boolean several) throws IOException {
        ReportFolder folder = ReportFolder.in(options.out(), label(model).replaceAll("\\.(cfg|tla)$", ""));
        ModelCheck check = new ModelCheck(model, jar, folder.path(), workers);
        ModelCheckResult result;
        try (Progress progress = new Progress(model.name(), commandLine().getErr(), options.progress())) {
            result = check.check(reproduce(model), progress::show);
        }
        Comparison comparison = Comparison.of(model, result, new Reachability(model, jar, workers).differences(result));
        List<String> remarks = new ArrayList<>();
        folder.write(result, comparison).forEach(file -> remarks.add("see " + file));
        remarks.addAll(inWords(comparison));
        printer().print(result, comparison, remarks, several && comparison.isExpected());
        return comparison.exitCode();
    }

    private static List<String> inWords(Comparison comparison) {
        if (comparison.differences().isEmpty()) {
            return comparison.expectation().stream()
                    .map(expected -> "as expected: " + expected.inWords())
                    .toList();
        }
        List<String> lines = new ArrayList<>(List.of("not as expected:"));
        comparison.differences().forEach(difference -> lines.add("  " + difference.text()));
        return lines;
    }

    /** What the user typed, but for the one model of a folder. */
    private String reproduce(Model model) {
        boolean inFolder = Files.isDirectory(Path.of(spec)) && config == null;
        List<String> words = new ArrayList<>(List.of(CommonOptions.plumb(), "check"));
        words.add(inFolder ? model.config().map(Path::toString).orElse(spec) : spec);
        Optional.ofNullable(config).ifPresent(value -> words.addAll(List.of("--config", value)));
        if (workers != 0) {
            words.addAll(List.of("--workers", Integer.toString(workers)));
        }
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
