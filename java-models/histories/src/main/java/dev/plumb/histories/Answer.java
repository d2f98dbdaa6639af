package dev.plumb.histories;

import dev.plumb.traces.TlaValue;
import java.util.Optional;

/** What a client heard of a call. */
public sealed interface Answer {
    /** The end of a call that has none, which is after every other time. */
    long NEVER = Long.MAX_VALUE;

    /** When the client heard it. */
    long end();

    /**
     * The call took effect.
     *
     * @param result what it returned; empty where it returned nothing, or nobody looked: then any result fits
     */
    record Returned(long end, Optional<TlaValue> result) implements Answer {}

    /** The call was refused, and certainly has no effect. */
    record Failed(long end) implements Answer {}

    /** Nothing was heard: the call may take effect at any time after its start, or never. */
    record None() implements Answer {
        @Override
        public long end() {
            return NEVER;
        }
    }
}
