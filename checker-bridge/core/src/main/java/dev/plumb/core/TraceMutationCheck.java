package dev.plumb.core;

import dev.plumb.core.TraceMutants.Drawn;
import dev.plumb.core.TraceMutationResult.Judged;
import dev.plumb.core.TraceMutationResult.Verdict;
import dev.plumb.core.search.Search;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Trace;
import dev.plumb.traces.Trace.Part;
import dev.plumb.traces.Trace.Run;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks how much a trace really checks: small faults are made in what was recorded, one at a time, and each is held against the
 * spec. A fault that the spec allows is one that nobody would notice.
 */
public final class TraceMutationCheck {
    /** A search that needs so many times the states of the one without a fault is given up. */
    private static final long STATES_FACTOR = 20;

    private static final long STATES_MIN = 10_000;

    private final TraceCheck check;
    private final int max;
    private final long seed;

    /**
     * @param max how many mutants of a trace are checked
     * @param seed by which those are drawn where there are more
     */
    public TraceMutationCheck(TraceCheck check, int max, long seed) {
        this.check = check;
        this.max = max;
        this.seed = seed;
    }

    /**
     * Perturbs the runs of a trace that the spec allows as they are.
     *
     * @throws Problem if the trace does not fit the spec
     */
    public TraceMutationResult check(Trace trace) {
        List<TraceMutationResult> results = new ArrayList<>();
        check.use(trace.header(), trace.name(), (spec, initial) -> results.add(check(trace, spec, initial)));
        return results.get(0);
    }

    private TraceMutationResult check(Trace trace, LoadedSpec spec, List<SpecState> initial) {
        IdentityHashMap<Run, Long> states = new IdentityHashMap<>();
        for (Run run : trace.runs()) {
            Search search = check.search(spec, run.parts().size(), initial);
            search.search(run);
            if (isAccepted(search)) {
                states.put(run, search.result().states());
            }
        }
        List<Run> accepted = trace.runs().stream().filter(states::containsKey).toList();
        Set<String> processes = accepted.stream()
                .flatMap(run -> run.parts().stream())
                .map(Part::process)
                .collect(Collectors.toSet());
        TraceMutants mutants =
                new TraceMutants(spec, new Indices(spec, trace.header(), processes), accepted, max, seed);
        List<Judged> judged = new ArrayList<>();
        for (Drawn each : mutants.drawn()) {
            Run faulty = each.mutant().change().apply(each.run());
            long limit = STATES_MIN + STATES_FACTOR * states.getOrDefault(each.run(), 0L);
            judged.add(new Judged(each.mutant(), verdict(spec, faulty, initial, limit)));
        }
        return new TraceMutationResult(mutants.possible(), judged);
    }

    private Verdict verdict(LoadedSpec spec, Run faulty, List<SpecState> initial, long limit) {
        Search search = check.search(spec, faulty.parts().size(), initial).within(limit);
        try {
            search.search(faulty);
        } catch (Problem doesNotFitTheSpec) {
            return Verdict.REFUSED;
        }
        if (isAccepted(search)) {
            return Verdict.ACCEPTED;
        }
        return search.result().states() >= limit ? Verdict.UNDECIDED : Verdict.REFUSED;
    }

    private static boolean isAccepted(Search search) {
        return search.result().ends().stream().anyMatch(end -> end.broken() == 0);
    }
}
