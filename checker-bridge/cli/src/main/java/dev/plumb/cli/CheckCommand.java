package dev.plumb.cli;

import dev.plumb.core.Expectation;
import dev.plumb.core.Model;
import dev.plumb.core.ModelCheck;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.SpecLocator;
import dev.plumb.report.JsonReport;
import dev.plumb.report.TextReport;
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

/** {@code plumb check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks models with TLC: every state, every property, against what the manifest expects.")
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
        List<Model> models = new SpecLocator(CommonOptions.homes()).models(spec, Optional.ofNullable(config));
        List<Integer> codes = new ArrayList<>();
        for (Model model : models) {
            if (models.size() > 1 && tier == Tier.PR && isNightly(model)) {
                out().println(options.json() ? "" : "skipped " + model.name() + ", which is for --tier nightly\n");
            } else {
                codes.add(check(model));
            }
        }
        return ExitCodes.worst(codes);
    }

    private static boolean isNightly(Model model) {
        return model.expectation().map(e -> e.tier().equals("nightly")).orElse(false);
    }

    private int check(Model model) throws IOException {
        Path folder = options.out().resolve(model.name().replaceAll("\\.cfg$", ""));
        ModelCheck check = new ModelCheck(model, options.tlc(), folder, workers);
        ModelCheckResult result;
        try (Progress progress = new Progress(model.name(), options.isTerminal() && !options.json())) {
            result = check.check(reproduce(model), progress::show);
        }
        List<Path> files = new ReportFolder(folder).write(result);
        List<String> differences =
                model.expectation().map(e -> e.differences(result)).orElse(List.of());
        print(result, model.expectation(), differences, files);
        return exitCode(result, model.expectation(), differences);
    }

    private static int exitCode(ModelCheckResult result, Optional<Expectation> expectation, List<String> differences) {
        if (expectation.isEmpty()) {
            return result.outcome().exitCode();
        } else if (differences.isEmpty()) {
            return 0;
        }
        boolean otherwiseFine = result.outcome().exitCode() == 0;
        return otherwiseFine ? ExitCodes.EXPECTATION_DIFFERS : result.outcome().exitCode();
    }

    private void print(
            ModelCheckResult result, Optional<Expectation> expectation, List<String> differences, List<Path> files) {
        if (options.json()) {
            out().println(JsonReport.of(result).replaceAll("\\n\\s*", ""));
            return;
        }
        TextReport text = options.colours() ? TextReport.coloured() : TextReport.plain();
        out().println(text.of(result).stripTrailing());
        files.forEach(file -> out().println("  see " + file));
        expectation.ifPresent(
                e -> out().println(differences.isEmpty() ? "  as expected: " + e.inWords() : "  not as expected:"));
        differences.forEach(difference -> out().println("    " + difference));
        out().println();
    }

    private String reproduce(Model model) {
        String module = model.config()
                .map(file -> file.resolveSibling(model.moduleName() + ".tla"))
                .map(Path::toString)
                .orElse(spec);
        return CommonOptions.plumb() + " check " + module + " --config " + model.name()
                + (workers == 0 ? "" : " --workers " + workers);
    }

    private PrintWriter out() {
        return Objects.requireNonNull(command).commandLine().getOut();
    }
}
