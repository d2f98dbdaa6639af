package dev.plumb.core;

import dev.plumb.core.TraceCheckResult.Judged.Violating;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.core.search.Silent;
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
import java.util.SortedMap;
import java.util.TreeMap;

/** Holds traces against a spec: is each of their runs a behaviour of it, and if not, why not? */
public final class TraceCheck {
    private final Model model;
    private final LoadedSpecs specs;
    private final Silent silent;

    public TraceCheck(Model model, TlcJar jar) {
        this(model, LoadedSpecs.once(jar));
    }

    /** Traces of this model; {@code specs} may be shared with checks in other threads. */
    public TraceCheck(Model model, LoadedSpecs specs) {
        this(model, specs, Silent.NONE);
    }

    /** The same, where the program does not record all of its steps. */
    public TraceCheck(Model model, LoadedSpecs specs, Silent silent) {
        this.model = model;
        this.specs = specs;
        this.silent = silent;
    }

    /**
     * Checks one trace.
     *
     * @param command that checks it again, for the report
     */
    public TraceCheckResult check(Trace trace, String command) {
        return result(trace.name(), command, results -> {
            results.warnings.addAll(trace.warnings());
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
            check(trace, results);
            results.warnings.addAll(trace.warnings());
        });
    }

    /** What comes of a check. */
    private static final class Results {
        private final List<RunResult> runs = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
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
            outcome = results.runs.stream()
                    .map(RunResult::outcome)
                    .max(Comparator.comparingInt(TraceCheck::severity))
                    .orElse(new Outcome.Vacuous("the trace holds no events"));
        } catch (Problem problem) {
            outcome = Problems.outcome(problem);
        }
        results.runs.forEach(run -> results.warnings.addAll(someViolate(run)));
        return new TraceCheckResult(
                trace,
                Optional.of(model.moduleName()),
                outcome,
                results.runs,
                results.warnings,
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
        Source source = new Source(trace.name(), 0);
        specs.use(source(trace.header(), source), spec -> {
            results.warnings.addAll(ignoredConstants(spec, trace.header()));
            List<SpecState> initial = initialStates(spec, trace.header(), source);
            trace.runs().forEach(run -> results.runs.add(RunCheck.of(spec, run, initial, silent)));
        });
    }

    private void check(TraceStream trace, Results results) {
        Source source = new Source(trace.name(), 0);
        specs.use(source(trace.header(), source), spec -> {
            results.warnings.addAll(ignoredConstants(spec, trace.header()));
            List<SpecState> initial = initialStates(spec, trace.header(), source);
            Map<String, RunCheck> runs = new LinkedHashMap<>();
            for (Optional<Event> event = trace.next(); event.isPresent(); event = trace.next()) {
                runs.computeIfAbsent(event.get().run().orElse(""), name -> new RunCheck(spec, name, initial, silent))
                        .add(event.get());
            }
            runs.values().forEach(run -> results.runs.add(run.result()));
        });
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
        return kernelModel().withClaims(header.constants(), source);
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
