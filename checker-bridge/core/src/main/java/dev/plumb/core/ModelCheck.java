package dev.plumb.core;

import dev.plumb.core.tlc.Mode;
import dev.plumb.core.tlc.Statistics;
import dev.plumb.core.tlc.TlcPool;
import dev.plumb.core.tlc.TlcRun;
import dev.plumb.core.tlc.Verdict;
import dev.plumb.kernel.api.Counts;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks a model with TLC. */
public final class ModelCheck {
    private static final int WARNING = 3;

    /** What must hold once all states have been visited: only later TLCs know it. */
    private static final String POSTCONDITION = "POSTCONDITION";

    private Model model;
    private final TlcPool pool;
    private final Path folder;
    private final CheckOptions options;
    private final List<String> warnings = new ArrayList<>();

    /**
     * A check that is not yet made.
     *
     * @param pool runs TLC
     * @param folder for what the run leaves: TLC's raw output
     */
    public ModelCheck(Model model, TlcPool pool, Path folder, CheckOptions options) {
        this.model = model;
        this.pool = pool;
        this.folder = folder;
        this.options = options;
    }

    /**
     * Makes it.
     *
     * @param command that makes it again, for the report
     * @param progress sees TLC's counts several times a second
     */
    public ModelCheckResult check(String command, Consumer<Counts> progress) {
        long start = System.nanoTime();
        warnings.clear();
        Checked checked;
        List<String> names = List.of();
        try {
            Config config = Config.read(completed()).with(options.constants());
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
                model.name() + options.inWords(),
                checked.outcome(),
                names,
                checked.statistics(),
                checked.counterexample(),
                checked.suspicions(),
                List.copyOf(warnings),
                checked.invocation(),
                command,
                duration);
    }

    private Path completed() throws IOException {
        if (model.config().isEmpty()) {
            model = DefaultConfig.complete(model, folder);
            warnings.add(
                    "There is no .cfg for " + model.moduleName() + ", so no invariant and no property was checked; "
                            + model.config().orElseThrow() + " is what TLC was given.");
        }
        return model.config().orElseThrow();
    }

    private record Checked(
            Outcome outcome,
            Optional<Statistics> statistics,
            Optional<Behaviour> counterexample,
            List<String> suspicions,
            Optional<Invocation> invocation) {
        static Checked not(Outcome why) {
            return new Checked(why, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        }
    }

    private Checked check(Config config, Consumer<Counts> progress) throws IOException {
        requireKnown(POSTCONDITION, config);
        Modules modules = Modules.of(model.module(), model.folders());
        refuseUnknownConstants(modules);
        if (checksNothing(config, modules)) {
            return Checked.not(new Outcome.Vacuous(
                    model.name() + " names no invariant and no property, and does not check for deadlock"));
        }
        TraceExpressions expressions = new TraceExpressions(model, config, options.expressions(), pool.jar());
        expressions.check();
        TlcRuns.Ended ended = new TlcRuns(model, options, pool, folder, warnings).run(config, progress);
        TlcRun run = ended.run();
        warn(run, config);
        Optional<Statistics> statistics = Statistics.of(run);
        Outcome outcome = outcome(ended, config, modules);
        List<String> suspicions = outcome instanceof Outcome.Holds ? suspicions(statistics, config) : List.of();
        Counterexamples.Shown shown = new Counterexamples(
                        model, config, pool.jar(), expressions, new Length(options, config), warnings)
                .of(run, notVacuous(outcome, statistics, suspicions, onlyAssumes(config, modules)));
        return new Checked(shown.outcome(), statistics, shown.behaviour(), suspicions, Optional.of(Invocation.of(run)));
    }

    private void warn(TlcRun run, Config config) {
        boolean isSample = options.mode() instanceof Mode.Simulation;
        if (isSample && !config.names("PROPERTY").isEmpty()) {
            warnings.add("TLC checks no temporal property of random behaviours, only those of single steps.");
        }
        run.messages().stream().filter(m -> m.severity() == WARNING).forEach(m -> warnings.add("TLC: " + m.text()));
    }

    private Outcome notVacuous(
            Outcome outcome, Optional<Statistics> statistics, List<String> suspicions, boolean onlyAssumes) {
        boolean noState = statistics.map(s -> s.generated() == 0).orElse(false);
        if (outcome instanceof Outcome.Holds && noState && !onlyAssumes) {
            return new Outcome.Vacuous(model.name() + " has no initial state");
        } else if (options.strict() && !suspicions.isEmpty()) {
            return new Outcome.Vacuous(String.join("; ", suspicions));
        }
        return outcome;
    }

    /** TLC takes a value for what is no constant, and checks the model as if it had not been given. */
    private void refuseUnknownConstants(Modules modules) {
        List<String> known = new ArrayList<>(modules.constants());
        known.addAll(modules.definitions());
        for (String name : options.constants().keySet()) {
            if (!known.contains(name)) {
                throw CoreProblems.unknownConstant(name, model.moduleName(), known);
            }
        }
    }

    /** A limit ends a run as if all had been visited; what was found before, or went wrong, counts all the same. */
    private Outcome outcome(TlcRuns.Ended ended, Config config, Modules modules) {
        Verdict verdict = new Verdict(
                ended.run(), options.mode(), config.file(), config.texts("PROPERTY"), modules.definitions());
        boolean isSample = options.mode() instanceof Mode.Simulation;
        if (ended.limit().isPresent() && !verdict.hasErred() && !isSample) {
            return new Outcome.Incomplete(ended.limit().get());
        } else if (verdict.isOutOfMemory() && options.budget().memory().isPresent() && !verdict.hasFound()) {
            return new Outcome.Incomplete(options.budget().memory().get() + " of memory");
        }
        return verdict.undefined().map(name -> undefined(name, config, modules)).orElseGet(verdict::outcome);
    }

    /** Whether conditions are ever true costs more runs, so it is asked only where it matters. */
    private List<String> suspicions(Optional<Statistics> statistics, Config config) {
        List<String> suspicions = new ArrayList<>();
        statistics.map(Statistics::neverTaken).orElse(List.of()).stream()
                .map(action -> "action " + action + " was never taken")
                .forEach(suspicions::add);
        if (options.strict() && !config.names("INVARIANT").isEmpty()) {
            suspicions.addAll(new Antecedents(model, config, pool, options).neverTrue());
        }
        return suspicions;
    }

    /** A TLC that does not know a keyword reads it as a name, or as nothing that it can name. */
    private void requireKnown(String keyword, Config config) {
        if (config.name(keyword).isPresent() && !pool.jar().knowsKeyword(keyword)) {
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
}
