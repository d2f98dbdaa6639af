package dev.plumb.core;

import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.core.search.Search;
import dev.plumb.core.witness.Witness;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.Trace;
import dev.plumb.traces.Trace.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Holds traces against a spec: is each of their runs a behaviour of it, and if not, why not? */
public final class TraceCheck {
    private final Model model;
    private final TlcJar jar;

    public TraceCheck(Model model, TlcJar jar) {
        this.model = model;
        this.jar = jar;
    }

    /**
     * Checks one trace.
     *
     * @param command that checks it again, for the report
     */
    public TraceCheckResult check(Trace trace, String command) {
        long start = System.nanoTime();
        List<String> warnings = new ArrayList<>(trace.warnings());
        List<RunResult> runs = new ArrayList<>();
        Outcome outcome;
        try {
            outcome = check(trace, runs, warnings);
        } catch (Problem problem) {
            outcome = Problems.outcome(problem);
        }
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        return new TraceCheckResult(
                trace.name(), Optional.of(model.moduleName()), outcome, runs, warnings, command, duration);
    }

    /**
     * Writes the modules with which stock TLC checks the same.
     *
     * @throws Problem if the trace does not fit the spec, or cannot be written as TLA+
     */
    public Witness emit(Trace trace, Path folder) throws IOException {
        try (LoadedSpec spec = load(trace)) {
            trace.runs()
                    .forEach(run -> run.parts().forEach(part -> part.events().forEach(spec::observe)));
            SortedMap<String, TlaValue> known = new TreeMap<>(trace.header().constants());
            known.keySet().retainAll(spec.constants());
            return Witness.write(spec, trace, kernelModel().assignments(known, header(trace)), folder);
        }
    }

    private Outcome check(Trace trace, List<RunResult> runs, List<String> warnings) {
        if (trace.events() == 0) {
            return new Outcome.Vacuous("the trace holds no events");
        }
        try (LoadedSpec spec = load(trace)) {
            trace.header().constants().keySet().stream()
                    .filter(constant -> !spec.constants().contains(constant))
                    .map(constant -> spec.module() + " has no constant " + constant + "; its value was ignored.")
                    .forEach(warnings::add);
            List<SpecState> initial = initialStates(spec, trace);
            for (Run run : trace.runs()) {
                runs.add(check(spec, run, initial));
            }
        }
        return runs.stream()
                .map(RunResult::outcome)
                .max(Comparator.comparingInt(TraceCheck::severity))
                .orElseThrow();
    }

    private static int severity(Outcome outcome) {
        return outcome instanceof Outcome.Conforms ? 0 : outcome instanceof Outcome.Diverges ? 1 : 2;
    }

    private LoadedSpec load(Trace trace) {
        return kernelModel().load(jar, trace.header().constants(), header(trace));
    }

    private KernelModel kernelModel() {
        return new KernelModel(model, model.config().map(Config::read).orElseGet(Config::none));
    }

    private static Source header(Trace trace) {
        return new Source(trace.name(), 0);
    }

    private static List<SpecState> initialStates(LoadedSpec spec, Trace trace) {
        List<SpecState> initial =
                spec.initialStates(header(trace), trace.header().init());
        if (initial.isEmpty()) {
            throw CoreProblems.noInitialState(header(trace), spec.module());
        }
        return initial;
    }

    private static RunResult check(LoadedSpec spec, Run run, List<SpecState> initial) {
        Search.Result result = Search.search(spec, run, initial);
        return result.accepted().isPresent() ? conforms(run, result) : new Diagnosis(spec, run, result).runResult();
    }

    private static RunResult conforms(Run run, Search.Result result) {
        return new RunResult(
                run.name(),
                run.events(),
                run.events(),
                result.states(),
                new Outcome.Conforms(),
                Optional.of(Behaviours.of(run, result.accepted().orElseThrow(), Optional.empty())),
                Optional.empty());
    }
}
