package dev.plumb.kernel;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.util.Optional;
import java.util.regex.Pattern;

/** What TLC says of what it cannot evaluate, without where in TLC that was, and what to do about it. */
public final class EvaluationAdvice {
    /** Where TLC was in the specification, which the place of the message tells, and in its own code. */
    private static final Pattern NOISE = Pattern.compile(
            "^TLC was unable to fingerprint\\..*?\\bReason: *|"
                    + " *The error occurred when TLC was evaluating the nested\\b.*$|"
                    + "(?<=\\S)\\s*\\bline \\d+, col \\d+ to line \\d+, col \\d+ of module \\w+\\s*$",
            Pattern.DOTALL);

    private EvaluationAdvice() {}

    /** The problem that TLC tells of with this message. */
    public static Problem problem(String code, Optional<Source> place, String message) {
        return new Problem(Problem.Kind.SPEC, code, reworded(message), place, nextStep(message));
    }

    static String reworded(String message) {
        return NOISE.matcher(message).replaceAll("").strip();
    }

    static String nextStep(String message) {
        if (message.contains("unbounded CHOOSE")) {
            return "Of a value that is only to be none of others, as CHOOSE p : p \\notin Server, a .cfg makes a model value:\n"
                    + "CONSTANT Nobody = Nobody, where Nobody is the name of the definition.";
        }
        return "";
    }
}
