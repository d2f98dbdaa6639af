package dev.plumb.core;

import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.traces.Problem;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What came of holding one trace against a spec.
 *
 * @param trace its name
 * @param spec the root module; empty if it could not be loaded
 * @param outcome the worst of the runs'
 * @param ignored how many events of each name were left out, because they are not of the spec
 * @param command that runs it again, as a user types it
 */
public record TraceCheckResult(
        String trace,
        Optional<String> spec,
        Outcome outcome,
        List<RunResult> runs,
        List<String> warnings,
        SortedMap<String, Integer> ignored,
        String command,
        Duration duration) {

    /** A result of a trace of which no event was left out. */
    public TraceCheckResult(
            String trace,
            Optional<String> spec,
            Outcome outcome,
            List<RunResult> runs,
            List<String> warnings,
            String command,
            Duration duration) {
        this(trace, spec, outcome, runs, warnings, Collections.emptySortedMap(), command, duration);
    }

    /**
     * One run, a behaviour of its own.
     *
     * @param name empty for the unnamed run
     * @param events recorded in it
     * @param matched the most events that any behaviour of the spec explains; of one that violates a claim, those until then
     * @param states distinct spec states that were visited
     * @param judged what the cfg claims of states and steps; empty if the run diverges
     * @param behaviour a behaviour of the spec that explains the matched events
     */
    public record RunResult(
            String name,
            int events,
            int matched,
            long states,
            Outcome outcome,
            Optional<Behaviour> behaviour,
            List<Judged> judged,
            Optional<Divergence> divergence) {}

    /**
     * An invariant or a property of steps along a run.
     *
     * @param violating which of the behaviours that explain the run violate it
     */
    public record Judged(String name, PropertyKind kind, Violating violating) {
        /** How many behaviours. */
        public enum Violating {
            NONE,
            /** Not the one that was found; there may be others, which were not looked for. */
            NOT_THE_FIRST,
            SOME,
            ALL
        }
    }

    /** What came of a trace that could not be checked. */
    public static TraceCheckResult of(String trace, Problem problem, String command) {
        Outcome outcome = Problems.outcome(problem);
        return new TraceCheckResult(trace, Optional.empty(), outcome, List.of(), List.of(), command, Duration.ZERO);
    }

    public int events() {
        return runs.stream().mapToInt(RunResult::events).sum();
    }

    public long states() {
        return runs.stream().mapToLong(RunResult::states).sum();
    }
}
