package dev.plumb.simulation.explore;

import java.time.Duration;

/**
 * Where to stop. The number of states and the depth give the same result each time, the time does not.
 *
 * @param states after which no further states are looked at; those that are looked at together are finished
 * @param depth of the states that are not gone beyond; an initial state has depth 1
 */
public record Limits(long states, int depth, Duration time) {
    public static final Limits NONE = new Limits(Long.MAX_VALUE, Integer.MAX_VALUE, Duration.ofDays(1_000));

    public Limits states(long most) {
        return new Limits(most, depth, time);
    }

    public Limits depth(int most) {
        return new Limits(states, most, time);
    }

    public Limits time(Duration most) {
        return new Limits(states, depth, most);
    }
}
