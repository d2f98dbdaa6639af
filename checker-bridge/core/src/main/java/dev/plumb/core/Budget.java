package dev.plumb.core;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What checking a model may cost.
 *
 * @param states that may be found, distinct ones
 * @param megabytes of memory that TLC may use
 */
public record Budget(Optional<Duration> time, OptionalLong states, OptionalLong megabytes) {
    static final Budget NONE = new Budget(Optional.empty(), OptionalLong.empty(), OptionalLong.empty());
}
