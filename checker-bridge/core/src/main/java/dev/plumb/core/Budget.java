package dev.plumb.core;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a check may cost. One that comes to a limit ends as {@link Outcome.Incomplete}.
 *
 * @param time since TLC began
 * @param states distinct ones
 * @param memory of TLC's heap, as the JVM writes it
 */
public record Budget(Optional<Duration> time, OptionalLong states, Optional<String> memory) {
    public static final Budget NONE = new Budget(Optional.empty(), OptionalLong.empty(), Optional.empty());

    /** No more distinct states than so many; the other limits stay. */
    public Budget withStates(long max) {
        return new Budget(time, OptionalLong.of(max), memory);
    }
}
