package dev.plumb.simulation;

import dev.plumb.traces.TlaValue;
import java.util.Optional;

/** What a client hears of its {@link ClientCall}. */
public interface ClientAnswer extends Message {

    /** This answer in the history. */
    Heard heard();

    /**
     * What became of a call.
     *
     * @param isRefused whether it certainly has no effect, and never will
     * @param result what it returned; empty where it returns nothing
     */
    record Heard(boolean isRefused, Optional<TlaValue> result) {
        /** It took effect, and returns nothing. */
        public static final Heard DONE = new Heard(false, Optional.empty());

        /** It was refused: it has no effect, and never will. */
        public static final Heard REFUSED = new Heard(true, Optional.empty());

        /** It took effect, and returned that. */
        public static Heard of(TlaValue result) {
            return new Heard(false, Optional.of(result));
        }
    }
}
