package dev.plumb.cli;

import dev.plumb.core.Expectation;
import dev.plumb.core.Model;
import dev.plumb.core.ModelCheck;
import dev.plumb.core.ModelCheckResult;
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

    @Option(
            names = "--expr",
            paramLabel = "EXPR",
            description = "Show the value of this expression in each state of a counterexample, too; may be repeated.")
    private List<String> expressions = new ArrayList<>();

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
            if (several && tier == Tier.PR && isNightly(model)) {
                printer().note("skipped " + model.name() + ", which is for --tier nightly\n");
            } else {
                codes.put(model.name(), check(model, jar, several));
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

    private static boolean isNightly(Model model) {
        return model.expectation().map(e -> e.tier().equals("nightly")).orElse(false);
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
        ReportFolder folder = ReportFolder.in(options.out(), model.name().replaceAll("\\.(cfg|tla)$", ""));
        ModelCheck check = new ModelCheck(model, jar, folder.path(), workers).showing(expressions);
        ModelCheckResult result;
        try (Progress progress = new Progress(model.name(), commandLine().getErr(), options.progress())) {
            result = check.check(reproduce(model), progress::show);
        }
        List<String> differences =
                model.expectation().map(e -> e.differences(result)).orElse(List.of());
        List<String> remarks = new ArrayList<>();
        folder.write(result).forEach(file -> remarks.add("see " + file));
        model.expectation().ifPresent(expected -> remarks.addAll(comparison(expected, differences)));
        int exitCode = exitCode(result, model.expectation(), differences);
        printer().print(result, remarks, several && exitCode == 0);
        return exitCode;
    }

    private static List<String> comparison(Expectation expected, List<String> differences) {
        if (differences.isEmpty()) {
            return List.of("as expected: " + expected.inWords());
        }
        List<String> lines = new ArrayList<>(List.of("not as expected:"));
        differences.forEach(difference -> lines.add("  " + difference));
        return lines;
    }

    private static int exitCode(ModelCheckResult result, Optional<Expectation> expectation, List<String> differences) {
        if (expectation.isEmpty()) {
            return result.outcome().exitCode();
        } else if (differences.isEmpty()) {
            return 0;
        }
        boolean wrongOutcome = !expectation.get().isExpected(result.outcome());
        int exitCode = wrongOutcome ? result.outcome().exitCode() : 0;
        return exitCode == 0 ? ExitCodes.EXPECTATION_DIFFERS : exitCode;
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
        expressions.forEach(expression -> words.addAll(List.of("--expr", expression)));
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
