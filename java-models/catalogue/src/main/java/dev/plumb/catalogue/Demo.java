package dev.plumb.catalogue;

import static dev.plumb.simulation.Protocol.NO_BUG;

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
import dev.plumb.simulation.drive.Driver;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.RunTraces;
import dev.plumb.simulation.drive.Scenario;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.RandomChooser;
import dev.plumb.simulation.world.WorldOptions;
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
    private static final int REPLICAS = 3;
    private static final int STEPS_MAX = 10_000;
    private static final String FAULTS = "crash:2,loss:2";
    private static final WorldOptions ROUGH =
            WorldOptions.TIMED.with(Fault.CRASH, 2).with(Fault.LOSS, 2);

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
        simulate("6  Consensus: Paxos, in a simulated world with crashes and lost messages", "paxos", NO_BUG, 2);
        simulate("7  The same with a bug: a proposer ignores what was reported", "paxos", "selfish-proposal", 1);
        simulate("8  Quorum replication: a register on replicas (ABD), in such a world", "abd", NO_BUG, 1);
        simulate("9  The same with a bug: a read does not write back", "abd", "hasty-read", 1);
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
        validated(validating, home, SPEC, files, command, expected);
    }

    /** A random run, the same each time; with a bug its trace must diverge. */
    private void simulate(String title, String protocol, String bug, long seed) throws IOException {
        title(title);
        Path home = folder.resolve(bug.equals(NO_BUG) ? protocol : bug);
        Run run = new Driver(new Scenario(protocol, REPLICAS, bug, ROUGH), STEPS_MAX).run(new RandomChooser(seed));
        List<Path> files =
                RunTraces.write(run, home.resolve("traces"), home.getFileName().toString());
        String spec = run.scenario().deployment().header().spec().orElseThrow();
        String command = CommonOptions.plumb() + " run " + protocol + " --bug " + bug + " --seed " + seed + " --faults "
                + FAULTS;
        printer.note(run.steps().size() + " steps; again and in detail: " + command);
        validated(
                title,
                home,
                spec,
                files,
                command,
                bug.equals(NO_BUG) ? new Outcome.Conforms() : new Outcome.Diverges());
    }

    private void validated(String title, Path home, String spec, List<Path> files, String command, Outcome expected) {
        Model model = specs.forTraces(spec, Optional.empty());
        TraceCheck check = new TraceCheck(model, pool.jar()).explaining(false);
        Trace trace = TraceReader.read(files, ReadOptions.DEFAULT).get(0);
        TraceCheckResult result = check.check(trace, command);
        int exitCode = result.outcome().exitCode();
        report(home, new Checked.OfTrace(result, exitCode, sources.of(model, result)));
        announced(title, expected, result.outcome());
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
        title("10  What it looks like");
        pages.forEach(page -> printer.note("  " + page));
        surprises.forEach(surprise -> printer.note("\n" + surprise));
        printer.note("\n"
                + (surprises.isEmpty()
                        ? "Every step came out as announced."
                        : "Not every step came out as announced."));
    }
}
