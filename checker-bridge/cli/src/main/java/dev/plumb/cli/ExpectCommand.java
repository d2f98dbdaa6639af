package dev.plumb.cli;

import dev.plumb.core.CheckOptions;
import dev.plumb.core.Comparison;
import dev.plumb.core.ManifestUpdate;
import dev.plumb.core.Model;
import dev.plumb.core.ModelCheck;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.tlc.TlcPool;
import dev.plumb.report.Checked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumb expect}. */
@Command(
        name = "expect",
        mixinStandardHelpOptions = true,
        description = "Checks models, and has their manifest.json expect what came of it.",
        footer = {
            "",
            "Examples:",
            "  plumb expect specs/commit/twophase                  all models of a folder",
            "  plumb expect MCTwoPhase --config MCTwoPhase_Hasty   one of them",
            "  plumb expect specs/commit/twophase --check          what would change?",
            "",
            "Only what does not depend on chance is written: counts of complete checks. The rest of the file stays as it is.",
            "Exit code: 0 if written, or nothing to write; all others: plumb --help."
        })
public final class ExpectCommand implements PlumbCommand {
    private static final int NOTHING_CHECKED = 4;

    @Mixin
    private ModelArguments asked = new ModelArguments();

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads of TLC; 0 is one a core. The depth is written only of one, the default.")
    private int workers = 1;

    @Option(names = "--check", description = "Write nothing; exit code 5 if something would change.")
    private boolean check;

    @Option(
            names = "--force",
            description =
                    "Write also where a build runs (CI is set), and where success becomes a violation or the reverse.")
    private boolean force;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public Integer call() throws IOException {
        if (inCi() && !force && !check) {
            throw CliProblems.expectsInCi();
        }
        List<CheckJob> jobs = asked.jobs(List.of(CheckOptions.DEFAULT.withWorkers(workers)));
        List<Integer> codes = new ArrayList<>();
        try (TlcPool pool = new TlcPool(options.tlc())) {
            for (CheckJob job : jobs) {
                if (job.model().expectation().map(e -> !e.isExhaustive()).orElse(false)) {
                    printer().note("skipped " + job.name() + ", which is not for an exhaustive search\n");
                } else {
                    codes.add(expect(job, pool));
                }
            }
        }
        return codes.isEmpty() ? NOTHING_CHECKED : ExitCodes.worst(codes);
    }

    /** Builds set {@code CI}; the property is for tests, which a build runs too. */
    private static boolean inCi() {
        String ci = System.getProperty(
                "plumb.ci", Optional.ofNullable(System.getenv("CI")).orElse(""));
        return !ci.isEmpty() && !ci.equalsIgnoreCase("false");
    }

    private int expect(CheckJob job, TlcPool pool) {
        Model model = job.model();
        ReportFolder folder = ReportFolder.in(options.out(), job.fileName());
        Progress progress = new Progress(commandLine().getErr(), options.progress());
        progress.start(job);
        ModelCheckResult result = new ModelCheck(model, pool, folder.path(), job.options())
                .check(reproduce(model), counts -> progress.show(job, counts));
        progress.end(job);
        Comparison comparison = Comparison.of(model, result, List.of());
        folder.write(new Checked.OfModel(result, comparison, new SourceFiles().of(model)));
        if (!ManifestUpdate.isPossible(result)) {
            tell(result, Optional.empty(), false, List.of("not written: this says nothing that holds for ever"));
            return result.outcome().exitCode();
        }
        ManifestUpdate update = new ManifestUpdate(model, result, workers == 1);
        boolean refused = update.turns() && !force;
        boolean writes = !refused && !check;
        if (writes) {
            update.write();
        }
        tell(result, Optional.of(update), writes && !update.changes().isEmpty(), remarks(update, refused));
        boolean open = (!update.changes().isEmpty() && !writes)
                || !update.differences().isEmpty();
        return open ? ExitCodes.EXPECTATION_DIFFERS : 0;
    }

    private List<String> remarks(ManifestUpdate update, boolean refused) {
        List<String> remarks = new ArrayList<>();
        if (update.changes().isEmpty()) {
            remarks.add("as it stands in " + update.place());
        } else if (refused) {
            remarks.add("not written to " + update.place()
                    + ", for it makes a violation of a success or the reverse; --force writes");
        } else {
            remarks.add((check ? "would be written to " : "written to ") + update.place());
        }
        update.changes().forEach(change -> remarks.add("  " + change.text()));
        if (!update.leftAlone().isEmpty()) {
            remarks.add("left alone: " + String.join(", ", update.leftAlone()));
        }
        if (!update.differences().isEmpty()) {
            remarks.add("not as expected even so:");
            update.differences().forEach(difference -> remarks.add("  " + difference.text()));
        }
        return remarks;
    }

    private void tell(ModelCheckResult result, Optional<ManifestUpdate> update, boolean written, List<String> remarks) {
        if (options.json()) {
            commandLine().getOut().println(ExpectJson.line(result, update, written));
        } else {
            printer().print(result, remarks);
        }
    }

    /** What checks it again; {@code plumb expect} is not for that. */
    private String reproduce(Model model) {
        List<String> words = new ArrayList<>(List.of(CommonOptions.plumb(), "check"));
        words.addAll(asked.repeated(model));
        words.addAll(List.of("--workers", Integer.toString(workers)));
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
