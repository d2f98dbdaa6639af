package dev.plumb.simulation;

/**
 * What a node's clock shows: the true time is not before {@code earliestMillis} and not after {@code latestMillis}, unless
 * the clock is broken.
 */
public record ClockReading(long earliestMillis, long latestMillis) {
    /** Of a node that knows nothing of time. */
    public static final ClockReading UNKNOWN = new ClockReading(0, Long.MAX_VALUE);
}
