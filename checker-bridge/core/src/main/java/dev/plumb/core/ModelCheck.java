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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Checks a model with TLC, in a JVM of its own, breadth-first and completely. */
public final class ModelCheck {
    /** TLC says so before it computes the first state. */
    private static final int CHECKS_LIVENESS = 2212;

    private static final Pattern ASSUME = Pattern.compile("(?m)^\\s*ASSUME\\b");

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
        Checked checked;
        List<String> names = List.of();
        try {
            Config config = model.config().map(Config::read).orElseGet(Config::none);
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
                warnings,
                command,
                duration);
    }

    private record Checked(Outcome outcome, Optional<Statistics> statistics, Optional<Behaviour> counterexample) {
        static Checked not(Outcome why) {
            return new Checked(why, Optional.empty(), Optional.empty());
        }
    }

    private Checked check(Config config, Consumer<Statistics> progress) throws IOException {
        Optional<String> vacuous = vacuous(config);
        if (vacuous.isPresent()) {
            return Checked.not(new Outcome.Vacuous(vacuous.get()));
        }
        TlcRun run = run(progress);
        List<String> properties =
                config.names("PROPERTY").stream().map(Config.Name::text).toList();
        Verdict verdict = new Verdict(run, config.file(), properties);
        Outcome outcome = verdict.undefined().map(u -> undefined(u, config)).orElseGet(verdict::outcome);
        Optional<Behaviour> counterexample = PrintedBehaviour.of(run).map(printed -> replay(printed, config, outcome));
        return new Checked(outcome, Statistics.of(run), counterexample);
    }

    private Optional<String> vacuous(Config config) throws IOException {
        boolean checksSomething = !config.checked().isEmpty()
                || config.checksDeadlock()
                || model.expectation().isPresent()
                || ASSUME.matcher(Files.readString(model.module())).find();
        return checksSomething
                ? Optional.empty()
                : Optional.of(model.name() + " names no invariant and no property, and does not check for deadlock");
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

    private Outcome undefined(Verdict.Undefined undefined, Config config) {
        return Problems.outcome(CoreProblems.undefinedInConfig(
                config.place(undefined.name()), undefined.kind(), undefined.name(), model.moduleName(), definitions()));
    }

    /** Names that the modules of the model's folder define, to find the one that was meant. */
    private List<String> definitions() {
        Pattern definition = Pattern.compile("(?m)^\\s*(\\w+)(?:\\([^)]*\\))?\\s*==");
        List<String> names = new ArrayList<>();
        for (Path folderOfModules : model.folders()) {
            SpecLocator.modulesIn(folderOfModules).forEach(file -> {
                try {
                    definition.matcher(Files.readString(file)).results().forEach(m -> names.add(m.group(1)));
                } catch (IOException e) {
                    throw CoreProblems.unreadable(file, e.getMessage());
                }
            });
        }
        return names;
    }

    private Behaviour replay(PrintedBehaviour printed, Config config, Outcome outcome) {
        try (LoadedSpec spec = new KernelModel(model, config).load(jar)) {
            Replay replay = new Replay(spec, printed);
            Behaviour behaviour = replay.behaviour();
            warnings.addAll(replay.warnings(outcome));
            return behaviour;
        }
    }
}
