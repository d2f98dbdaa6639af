package dev.plumb.core;

import dev.plumb.core.TraceCheckResult.Judged.Violating;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.core.search.Search;
import dev.plumb.core.search.Silent;
import dev.plumb.core.search.Tried;
import dev.plumb.core.witness.Witness;
import dev.plumb.kernel.SpecSource;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.Event;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.Trace;
import dev.plumb.traces.TraceHeader;
import dev.plumb.traces.TraceStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Holds traces against a spec: is each of their runs a behaviour of it, and if not, why not? */
public final class TraceCheck {
    /** From so many on, what further runs tried is not kept. */
    private static final int TRIED_KEPT = 10_000;

    private final Model model;
    private final LoadedSpecs specs;
    private final Silent silent;
    private final Shown shown;
    private final Predicate<Outcome> isExplained;
    private final boolean isSuspicious;
    /** By the constants of a trace's header: traces of a folder have the same, as a rule. */
    private final Map<SortedMap<String, TlaValue>, SpecSource> sources = new ConcurrentHashMap<>();

    /** How much of its behaviours a result has. */
    private enum Shown {
        /** Those in which something is wrong, as below. */
        LAST_STEPS_OF_WRONG,
        /** As many of the last steps as take a bounded memory. */
        LAST_STEPS,
        ALL_STEPS
    }

    public TraceCheck(Model model, TlcJar jar) {
        this(model, LoadedSpecs.once(jar));
    }

    /** Traces of this model; {@code specs} may be shared with checks in other threads. */
    public TraceCheck(Model model, LoadedSpecs specs) {
        this(model, specs, Silent.NONE);
    }

    /** The same, where the program does not record all of its steps. */
    public TraceCheck(Model model, LoadedSpecs specs, Silent silent) {
        this(model, specs, silent, Shown.LAST_STEPS, outcome -> false, true);
    }

    private TraceCheck(
            Model model,
            LoadedSpecs specs,
            Silent silent,
            Shown shown,
            Predicate<Outcome> isExplained,
            boolean isSuspicious) {
        this.model = model;
        this.specs = specs;
        this.silent = silent;
        this.shown = shown;
        this.isExplained = isExplained;
        this.isSuspicious = isSuspicious;
    }

    /** The same, with results that have behaviours from their first state on, which costs memory for each event. */
    public TraceCheck keepingPaths() {
        return new TraceCheck(model, specs, silent, Shown.ALL_STEPS, isExplained, isSuspicious);
    }

    /** The same, with results that have no behaviour where nothing is wrong: so that one can keep those of many traces. */
    public TraceCheck showingWhatIsWrong() {
        return new TraceCheck(model, specs, silent, Shown.LAST_STEPS_OF_WRONG, isExplained, isSuspicious);
    }

    /**
     * The same, with results that say why behaviours are as they are.
     *
     * @param conforming also those that nothing is wrong with
     */
    public TraceCheck explaining(boolean conforming) {
        return new TraceCheck(
                model,
                specs,
                silent,
                shown,
                outcome -> conforming || !(outcome instanceof Outcome.Conforms),
                isSuspicious);
    }

    /**
     * The same without suspicions, which take time: for runs of a program of which it is known that its traces can be wrong,
     * though each of them is too short to show it of all that it says.
     */
    public TraceCheck unsuspicious() {
        return new TraceCheck(model, specs, silent, shown, isExplained, false);
    }

    /**
     * Checks one trace.
     *
     * @param command that checks it again, for the report
     */
    public TraceCheckResult check(Trace trace, String command) {
        return result(trace.name(), command, results -> {
            results.warnings.addAll(trace.warnings());
            results.ignored.putAll(trace.ignored());
            if (trace.events() > 0) {
                check(trace, results);
            }
        });
    }

    /**
     * Checks a trace while it is being read, in memory that does not grow with its length as long as few states of the
     * spec fit what was seen.
     *
     * @param command that checks it again, for the report
     */
    public TraceCheckResult check(TraceStream trace, String command) {
        return result(trace.name(), command, results -> {
            check(trace, results, false);
            results.warnings.addAll(trace.warnings());
        });
    }

    /**
     * Checks a trace while it is being written, and ends at the first event that tells the outcome.
     *
     * @param isInterrupted whether the stream ended before the trace did
     * @param command that checks it again, for the report
     */
    public TraceCheckResult follow(TraceStream trace, BooleanSupplier isInterrupted, String command) {
        return result(trace.name(), command, results -> {
            check(trace, results, true);
            results.warnings.addAll(trace.warnings());
            results.isInterrupted = isInterrupted.getAsBoolean();
        });
    }

    /** What comes of a check. */
    private final class Results {
        private final List<RunResult> runs = new ArrayList<>();
        private final Set<String> processes = new TreeSet<>();
        private final List<Tried> tried = new ArrayList<>();
        private final List<String> suspicions = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private final SortedMap<String, Integer> ignored = new TreeMap<>();
        private boolean isInterrupted;

        private Outcome outcome() {
            Outcome worst = runs.stream()
                    .map(RunResult::outcome)
                    .max(Comparator.comparingInt(TraceCheck::severity))
                    .orElse(new Outcome.Vacuous("the trace holds no events"));
            return isInterrupted && worst instanceof Outcome.Conforms
                    ? new Outcome.Incomplete("it was interrupted, and all events until then fit")
                    : worst;
        }

        void add(RunCheck run, LoadedSpec spec) {
            RunResult result = run.result(shown != Shown.LAST_STEPS_OF_WRONG);
            runs.add(isExplained.test(result.outcome()) ? new TraceExplanation(spec).of(result) : result);
            processes.addAll(run.processes());
            if (result.outcome() instanceof Outcome.Conforms && tried.size() < TRIED_KEPT) {
                tried.addAll(run.tried());
            }
        }
    }

    private interface Body {
        void run(Results results);
    }

    private TraceCheckResult result(String trace, String command, Body body) {
        long start = System.nanoTime();
        Results results = new Results();
        Outcome outcome;
        try {
            body.run(results);
            outcome = results.outcome();
        } catch (Problem problem) {
            outcome = Problems.outcome(problem);
        }
        results.runs.forEach(run -> results.warnings.addAll(someViolate(run)));
        return new TraceCheckResult(
                trace,
                Optional.of(model.moduleName()),
                outcome,
                results.runs,
                results.suspicions,
                results.warnings,
                results.ignored,
                command,
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Whether the program broke them is not known: what was recorded fits either way. */
    private static List<String> someViolate(RunResult run) {
        String what = run.name().isEmpty() ? "the trace" : "run " + run.name();
        return run.judged().stream()
                .filter(judged -> judged.violating() == Violating.SOME)
                .map(judged -> "Some of the behaviours that explain " + what + " violate " + judged.name()
                        + ", others do not. Record more to tell them apart.")
                .toList();
    }

    /**
     * Writes the modules with which stock TLC checks the same.
     *
     * @throws Problem if the trace does not fit the spec, or cannot be written as TLA+
     */
    public Witness emit(Trace trace, Path folder) throws IOException {
        Source source = new Source(trace.name(), 0);
        List<Witness> written = new ArrayList<>();
        try {
            specs.use(source(trace.header(), source), spec -> written.add(write(spec, trace, source, folder)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return written.get(0);
    }

    private Witness write(LoadedSpec spec, Trace trace, Source source, Path folder) {
        trace.runs().forEach(run -> run.parts().forEach(part -> part.events().forEach(spec::observe)));
        SortedMap<String, TlaValue> known = new TreeMap<>(trace.header().constants());
        known.keySet().retainAll(spec.constants());
        try {
            List<String> constants = kernelModel().assignments(known, source);
            return Witness.write(spec, trace, silent, constants, model.binding(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(Trace trace, Results results) {
        use(trace.header(), trace.name(), (spec, initial) -> {
            results.warnings.addAll(ignoredConstants(spec, trace.header()));
            trace.runs()
                    .forEach(run -> results.add(
                            RunCheck.of(spec, run, search(spec, run.parts().size(), initial)), spec));
            results.suspicions.addAll(suspicions(spec, trace.header(), results));
        });
    }

    private void check(TraceStream trace, Results results, boolean isDoneOnceDecided) {
        use(trace.header(), trace.name(), (spec, initial) -> {
            results.warnings.addAll(ignoredConstants(spec, trace.header()));
            Map<String, RunCheck> runs = new LinkedHashMap<>();
            for (Optional<Event> event = trace.next(); event.isPresent(); event = trace.next()) {
                RunCheck run = runs.computeIfAbsent(
                        event.get().run().orElse(""), name -> new RunCheck(spec, name, search(spec, 1, initial)));
                if (!run.add(event.get()) && isDoneOnceDecided) {
                    break;
                }
            }
            results.ignored.putAll(trace.ignored());
            runs.values().forEach(run -> results.add(run, spec));
            results.suspicions.addAll(suspicions(spec, trace.header(), results));
        });
    }

    private static void checkIgnored(LoadedSpec spec, TraceHeader header, Source source) {
        spec.actions().stream()
                .filter(action -> header.ignore().contains(action.name()))
                .findFirst()
                .ifPresent(action -> {
                    throw TraceInputProblems.ignoredIsAnAction(source, action.name(), spec.module());
                });
    }

    /** Does something with the spec as a trace's header wants it, and the states that it can begin in. */
    void use(TraceHeader header, String trace, BiConsumer<LoadedSpec, List<SpecState>> work) {
        Source source = new Source(trace, 0);
        specs.use(source(header, source), spec -> {
            checkIgnored(spec, header, source);
            work.accept(spec, initialStates(spec, header, source));
        });
    }

    /** A search for a run of so many parts. */
    Search search(LoadedSpec spec, int parts, List<SpecState> initial) {
        Search search = new Search(spec, parts, initial, silent);
        return shown == Shown.ALL_STEPS ? search.keepingPaths() : search;
    }

    private List<String> suspicions(LoadedSpec spec, TraceHeader header, Results results) {
        if (!isSuspicious) {
            return List.of();
        }
        return new Vacuity(spec, new Indices(spec, header, results.processes), results.tried).suspicions();
    }

    private static List<String> ignoredConstants(LoadedSpec spec, TraceHeader header) {
        return header.constants().keySet().stream()
                .filter(constant -> !spec.constants().contains(constant))
                .map(constant -> spec.module() + " has no constant " + constant + "; its value was ignored.")
                .toList();
    }

    private static int severity(Outcome outcome) {
        return outcome instanceof Outcome.Conforms ? 0 : outcome instanceof Outcome.Diverges ? 1 : 2;
    }

    private SpecSource source(TraceHeader header, Source source) {
        return sources.computeIfAbsent(
                header.constants(), constants -> kernelModel().withClaims(constants, source));
    }

    private KernelModel kernelModel() {
        return new KernelModel(model, model.config().map(Config::read).orElseGet(Config::none));
    }

    private static List<SpecState> initialStates(LoadedSpec spec, TraceHeader header, Source source) {
        List<SpecState> initial = spec.initialStates(source, header.init());
        if (initial.isEmpty()) {
            throw CoreProblems.noInitialState(source, spec.module());
        }
        return initial;
    }
}
