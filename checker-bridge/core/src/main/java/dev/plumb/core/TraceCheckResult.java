package dev.plumb.core;

import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.traces.Problem;
import java.time.Duration;
import java.util.ArrayList;
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
 * @param suspicions what smells of vacuity, in sentences; {@code --strict} takes them for failures
 * @param ignored how many events of each name were left out, because they are not of the spec
 * @param command that runs it again, as a user types it
 */
public record TraceCheckResult(
        String trace,
        Optional<String> spec,
        Outcome outcome,
        List<RunResult> runs,
        List<String> suspicions,
        List<String> warnings,
        SortedMap<String, Integer> ignored,
        String command,
        Duration duration) {

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
        return new TraceCheckResult(
                trace,
                Optional.empty(),
                outcome,
                List.of(),
                List.of(),
                List.of(),
                Collections.emptySortedMap(),
                command,
                Duration.ZERO);
    }

    /** The same, where what smells of vacuity is a failure. */
    public TraceCheckResult strict() {
        boolean isVacuous = outcome instanceof Outcome.Conforms && !suspicions.isEmpty();
        Outcome strictly = isVacuous ? new Outcome.Vacuous(String.join("; ", suspicions)) : outcome;
        return new TraceCheckResult(trace, spec, strictly, runs, suspicions, warnings, ignored, command, duration);
    }

    /** What whoever reads the result should know beside it: suspicions, then warnings. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (!(outcome instanceof Outcome.Vacuous)) {
            suspicions.forEach(suspicion -> remarks.add("Is this intended? " + suspicion + "."));
        }
        remarks.addAll(warnings);
        return remarks;
    }

    public int events() {
        return runs.stream().mapToInt(RunResult::events).sum();
    }

    public long states() {
        return runs.stream().mapToLong(RunResult::states).sum();
    }
}
