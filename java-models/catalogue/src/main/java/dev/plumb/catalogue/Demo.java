package dev.plumb.catalogue;

import dev.plumb.cli.CommonOptions;
import dev.plumb.cli.Printer;
import dev.plumb.cli.ReportFolder;
import dev.plumb.cli.SourceFiles;
import dev.plumb.core.CheckOptions;
import dev.plumb.core.Comparison;
import dev.plumb.core.Model;
import dev.plumb.core.ModelCheck;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.SpecLocator;
import dev.plumb.core.TraceCheck;
import dev.plumb.core.TraceCheckResult;
import dev.plumb.core.tlc.TlcPool;
import dev.plumb.protocols.commit.twophase.Bug;
import dev.plumb.protocols.commit.twophase.TwoPhaseCluster;
import dev.plumb.report.Checked;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.Trace;
import dev.plumb.traces.TraceReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The story that {@code plumb demo} tells. Each step announces what must come of it, and the next is run in any case. */
final class Demo {
    private static final int TRANSACTIONS = 6;
    private static final String SPEC = "TwoPhase";

    private final Printer printer;
    private final SpecLocator specs = CommonOptions.specs();
    private final SourceFiles sources = new SourceFiles();
    private final TlcPool pool;
    private final Path folder;
    private final List<String> surprises = new ArrayList<>();
    private final List<Path> pages = new ArrayList<>();

    /** {@code pool} runs TLC. */
    Demo(CommonOptions options, TlcPool pool, PrintWriter out) {
        this.printer = new Printer(options, out);
        this.pool = pool;
        this.folder = options.out().resolve("demo");
    }

    /** Whether every step came out as announced. */
    boolean run() throws IOException, InterruptedException {
        check("1  TLC checks the specification", "MCTwoPhase.cfg", new Outcome.Holds());
        validate(
                "2  A real two-phase commit: one coordinator, three resource managers, four JVMs, TCP",
                "3  Its recorded traces are held against the specification",
                Bug.NONE,
                new Outcome.Conforms());
        validate(
                "4  The same with a bug: the coordinator commits before everybody is prepared",
                "   Its traces must diverge",
                Bug.HASTY_COMMIT,
                new Outcome.Diverges());
        check(
                "5  The same bug in the specification: TLC must find a counterexample",
                "MCTwoPhase_Hasty.cfg",
                new Outcome.Violates("Consistent", PropertyKind.INVARIANT));
        conclude();
        return surprises.isEmpty();
    }

    private void check(String title, String config, Outcome expected) throws IOException {
        title(title);
        Model model = specs.models("MCTwoPhase", Optional.of(config)).get(0);
        Path home = folder.resolve(config.replace(".cfg", ""));
        String command = CommonOptions.plumb() + " check MCTwoPhase --config " + config + " --workers 1";
        CheckOptions options = CheckOptions.DEFAULT.withWorkers(1);
        ModelCheckResult result = new ModelCheck(model, pool, home, options).check(command, counts -> {});
        Comparison comparison = Comparison.of(model, result, List.of());
        report(home, new Checked.OfModel(result, comparison, sources.of(model)));
        announced(title, expected, result.outcome());
    }

    private void validate(String running, String validating, Bug bug, Outcome expected)
            throws IOException, InterruptedException {
        title(running);
        Path home = folder.resolve(bug == Bug.NONE ? "sound" : "hasty");
        Path traces = home.resolve("traces");
        List<Path> files = TwoPhaseCluster.run(traces, bug, TRANSACTIONS);
        printer.note(TRANSACTIONS + " transactions, recorded in");
        files.forEach(file -> printer.note("  " + file));
        title(validating);
        String command = CommonOptions.plumb() + " validate " + traces + " --spec " + SPEC;
        Model model = specs.forTraces(SPEC, Optional.empty());
        TraceCheck check = new TraceCheck(model, pool.jar()).explaining(false);
        Trace trace = TraceReader.read(files, ReadOptions.DEFAULT).get(0);
        TraceCheckResult result = check.check(trace, command);
        int exitCode = result.outcome().exitCode();
        report(home, new Checked.OfTrace(result, exitCode, sources.of(model, result)));
        announced(validating, expected, result.outcome());
    }

    private void report(Path home, Checked checked) {
        pages.addAll(new ReportFolder(home).write(checked));
        printer.print(checked, List.of(), false);
    }

    private void title(String title) {
        printer.note("\n" + title + "\n" + "-".repeat(title.length()));
    }

    private void announced(String step, Outcome expected, Outcome actual) {
        if (!expected.equals(actual)) {
            surprises.add(step.strip() + ": expected " + expected + ", but it was " + actual);
        }
    }

    private void conclude() {
        title("6  What it looks like");
        pages.forEach(page -> printer.note("  " + page));
        surprises.forEach(surprise -> printer.note("\n" + surprise));
        printer.note("\n"
                + (surprises.isEmpty()
                        ? "Every step came out as announced."
                        : "Not every step came out as announced."));
    }
}
