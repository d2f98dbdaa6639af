package dev.plumb.simulation.commands;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Whether a checker has caught a bug, and at what price.
 *
 * @param looked at so many states or runs
 * @param of what these are
 * @param steps of the shortest schedule that was found to show the bug; empty if there is none
 */
record Catch(Result result, long looked, String of, double seconds, OptionalInt steps) {

    /** What came of it. */
    enum Result {
        CAUGHT,
        MISSED,
        /** There is no such check for it. */
        NONE
    }

    static final Catch NONE = new Catch(Result.NONE, 0, "", 0, OptionalInt.empty());

    boolean isCaught() {
        return result == Result.CAUGHT;
    }

    /** {@code 4 steps, 398 states, 1.7 s}. */
    String text() {
        return result == Result.NONE
                ? "-"
                : (steps.isPresent() ? steps.getAsInt() + " steps, " : "")
                        + String.format(Locale.ROOT, "%,d %s, %.1f s", looked, of, seconds);
    }

    void write(JsonGenerator out) throws IOException {
        out.writeStringField("result", result.name().toLowerCase(Locale.ROOT));
        if (result != Result.NONE) {
            out.writeNumberField(of, looked);
            out.writeNumberField("seconds", seconds);
        }
        if (steps.isPresent()) {
            out.writeNumberField("steps", steps.getAsInt());
        }
    }
}
