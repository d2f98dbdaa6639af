package dev.plumb.simulation.explore;

import java.time.Duration;

/**
 * How far an exploration has come.
 *
 * @param distinct states that were found
 * @param generated states that steps led to, and initial ones: the same state counts each time
 * @param depth of the states that are being looked at; an initial state has depth 1
 */
public record Progress(long distinct, long generated, int depth, Duration time) {}
