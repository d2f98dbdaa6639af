package dev.plumb.simulation.explore;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What came of exploring a system.
 *
 * @param verdicts by the names of the properties, in the order in which they were asked for
 * @param failed where code of the system or of a property threw something, with which the exploration ended
 * @param distinct states that were found
 * @param generated states that steps led to, and initial ones: the same state counts each time
 * @param depth of the deepest state, by the ways on which they were found; an initial state has depth 1
 * @param unexplored why not all was visited; empty if it was
 * @param tableBytes what the table of visited states takes
 */
public record Exploration<S>(
        Map<String, Verdict<S>> verdicts,
        Optional<Failed<S>> failed,
        long distinct,
        long generated,
        int depth,
        Optional<Unexplored> unexplored,
        long tableBytes,
        Duration time) {

    /**
     * What was not looked at.
     *
     * @param why the exploration stopped
     * @param isLimit whether that is a limit, and not something that was found
     * @param states that were found, but of which no step was looked at
     * @param depth of the nearest of them
     */
    public record Unexplored(String why, boolean isLimit, long states, int depth) {}

    /**
     * Code that threw something.
     *
     * @param what the system, or a property, as the beginning of a sentence
     * @param path to the state, or to and over the step, that it was asked about
     * @param step from the end of the path, in which the system threw it; empty if that is not known, or a property did
     */
    public record Failed<S>(String what, RuntimeException cause, Path<S> path, Optional<Object> step) {}

    /** Whether the system does all that was asked of it. */
    public boolean isGood() {
        return failed.isEmpty() && verdicts.values().stream().allMatch(Verdict::isGood);
    }

    /** What the table of visited states takes for each of them. */
    public double tableBytesPerState() {
        return tableBytes / (double) Math.max(1, distinct);
    }

    /**
     * The probability that two states had the same fingerprint, so that one was taken for visited and left out: that of
     * so many random numbers of 64 bits.
     */
    public double collisionProbability() {
        return -Math.expm1(-0.5 * distinct * (distinct - 1) / Math.pow(2, 64));
    }
}
