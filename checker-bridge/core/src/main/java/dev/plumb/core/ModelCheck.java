package dev.plumb.core;

import dev.plumb.core.tlc.PrintedBehaviour;
import dev.plumb.core.tlc.Statistics;
import dev.plumb.core.tlc.TlcArguments;
import dev.plumb.core.tlc.TlcProcess;
import dev.plumb.core.tlc.TlcRun;
import dev.plumb.core.tlc.ToolMessage;
import dev.plumb.core.tlc.Verdict;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks a model with TLC, in a JVM of its own, breadth-first and completely. */
public final class ModelCheck {
    /** TLC says so before it computes the first state. */
    private static final int CHECKS_LIVENESS = 2212;

    private static final int WARNING = 3;

    /** What must hold once all states have been visited: only later TLCs know it. */
    private static final String POSTCONDITION = "POSTCONDITION";

    private final Model model;
    private final TlcJar jar;
    private final Path folder;
    private final int workers;
    private final List<String> warnings = new ArrayList<>();

    /**
     * A check that is not yet made.
     *
     * @param folder for what the run leaves: TLC's raw output
     * @param workers threads of TLC; 0 is one a core
     */
    public ModelCheck(Model model, TlcJar jar, Path folder, int workers) {
        this.model = model;
        this.jar = jar;
        this.folder = folder;
        this.workers = workers;
    }

    /**
     * Makes it.
     *
     * @param command that makes it again, for the report
     * @param progress sees TLC's counts as they come
     */
    public ModelCheckResult check(String command, Consumer<Statistics> progress) {
        long start = System.nanoTime();
        warnings.clear();
        Checked checked;
        List<String> names = List.of();
        try {
            Config config = Config.read(model.config().orElseThrow(() -> CoreProblems.noConfig(model.module())));
            names = config.checked();
            checked = check(config, progress);
        } catch (Problem problem) {
            checked = Checked.not(Problems.outcome(problem));
        } catch (IOException e) {
            checked = Checked.not(Problems.outcome(CoreProblems.cannotStart("TLC", e.getMessage())));
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        return new ModelCheckResult(
                model.moduleName(),
                model.name(),
                checked.outcome(),
                names,
                checked.statistics(),
                checked.counterexample(),
                List.copyOf(warnings),
                command,
                duration);
    }

    private record Checked(Outcome outcome, Optional<Statistics> statistics, Optional<Behaviour> counterexample) {
        static Checked not(Outcome why) {
            return new Checked(why, Optional.empty(), Optional.empty());
        }
    }

    private Checked check(Config config, Consumer<Statistics> progress) throws IOException {
        requireKnown(POSTCONDITION, config);
        Modules modules = Modules.of(model.module(), model.folders());
        if (checksNothing(config, modules)) {
            return Checked.not(new Outcome.Vacuous(
                    model.name() + " names no invariant and no property, and does not check for deadlock"));
        }
        TlcRun run = run(progress);
        run.messages().stream().filter(m -> m.severity() == WARNING).forEach(m -> warnings.add("TLC: " + m.text()));
        List<String> properties =
                config.names("PROPERTY").stream().map(Config.Name::text).toList();
        Verdict verdict = new Verdict(run, config.file(), properties);
        Outcome outcome = verdict.undefined()
                .map(name -> undefined(name, config, modules))
                .orElseGet(verdict::outcome);
        Optional<Statistics> statistics = Statistics.of(run);
        boolean noState = statistics.map(s -> s.generated() == 0).orElse(false);
        return outcome instanceof Outcome.Holds && noState && !onlyAssumes(config, modules)
                ? new Checked(new Outcome.Vacuous(model.name() + " has no initial state"), statistics, Optional.empty())
                : new Checked(outcome, statistics, counterexample(run, config, outcome));
    }

    /** A TLC that does not know a keyword reads it as a name, or as nothing that it can name. */
    private void requireKnown(String keyword, Config config) {
        if (config.name(keyword).isPresent() && !jar.knowsKeyword(keyword)) {
            throw CoreProblems.unknownKeyword(config.name(keyword).flatMap(config::place), keyword);
        }
    }

    /** A model without a behaviour is a check of the assumptions; one whose Init is FALSE is a mistake. */
    private static boolean onlyAssumes(Config config, Modules modules) {
        return config.name("SPECIFICATION").isEmpty() && config.name("INIT").isEmpty() && modules.assume();
    }

    private boolean checksNothing(Config config, Modules modules) {
        return config.checked().isEmpty()
                && !config.checksDeadlock()
                && model.expectation().isEmpty()
                && !modules.assume();
    }

    /** TLC 2.18 can miss violations of liveness with several workers, so liveness is checked by one. */
    private TlcRun run(Consumer<Statistics> progress) throws IOException {
        Files.createDirectories(folder);
        boolean coverage = model.expectation().map(e -> !e.mustFire().isEmpty()).orElse(false);
        TlcArguments arguments =
                new TlcArguments(model.module(), model.config().orElseThrow(), model.folders(), workers, coverage);
        TlcProcess tlc = new TlcProcess(jar, folder.resolve("tlc.out"));
        Consumer<ToolMessage> listener =
                message -> Statistics.counts(message.text()).ifPresent(progress);
        TlcRun run = tlc.run(arguments, listener, message -> workers != 1 && message.code() == CHECKS_LIVENESS);
        if (workers == 1 || !run.has(CHECKS_LIVENESS)) {
            return run;
        }
        warnings.add("Liveness was checked by one worker: this TLC can miss violations with several.");
        return tlc.run(arguments.withWorkers(1), listener, message -> false);
    }

    /** A misspelt keyword is a name to TLC, and so is one that only later TLCs know. */
    private Outcome undefined(Verdict.Undefined undefined, Config config, Modules modules) {
        Optional<Source> place = config.place(undefined.name());
        if (ConfigParser.keywords().contains(undefined.name())) {
            return Problems.outcome(CoreProblems.unknownKeyword(place, undefined.name()));
        }
        List<String> known = new ArrayList<>(modules.definitions());
        known.addAll(ConfigParser.keywords());
        return Problems.outcome(
                CoreProblems.undefinedInConfig(place, undefined.kind(), undefined.name(), model.moduleName(), known));
    }

    private Optional<Behaviour> counterexample(TlcRun run, Config config, Outcome outcome) {
        try {
            return PrintedBehaviour.of(run).map(printed -> replay(printed, config, outcome));
        } catch (TlaSyntaxException e) {
            warnings.add("TLC's counterexample cannot be read: " + e.getMessage() + ". It is in TLC's raw output.");
            return Optional.empty();
        }
    }

    /** TLC has found what it found, even if it is of a generation in which the kernel misses a method. */
    private Behaviour replay(PrintedBehaviour printed, Config config, Outcome outcome) {
        try (LoadedSpec spec = new KernelModel(model, config).load(jar)) {
            Replay replay = new Replay(spec, printed);
            Behaviour behaviour = replay.behaviour();
            warnings.addAll(replay.warnings(outcome));
            return behaviour;
        } catch (Problem | LinkageError problem) {
            warnings.add("TLC's counterexample is shown as TLC printed it, for it could not be replayed: "
                    + problem.getMessage());
            return Replay.asPrinted(printed);
        }
    }
}
