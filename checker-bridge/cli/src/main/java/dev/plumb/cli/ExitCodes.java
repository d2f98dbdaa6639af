package dev.plumb.cli;

import dev.plumb.core.Comparison;
import dev.plumb.core.Problems;
import dev.plumb.traces.Problem;
import java.util.Collection;

/** Exit codes of commands that have several results: the worst decides. */
public final class ExitCodes {
    public static final int FAULT = 1;
    public static final int EXPECTATION_DIFFERS = Comparison.DIFFERS;

    static final int USAGE = 2;
    /** What a shell makes of a program that Ctrl-C ended. */
    static final int INTERRUPTED = 130;

    private ExitCodes() {}

    static int of(Problem problem) {
        return problem.kind() == Problem.Kind.USAGE
                ? USAGE
                : Problems.outcome(problem).exitCode();
    }

    /** The first of 1, 3, 150–153, 75–77, 10–15, 5, 4, 20 that is among them; 0 if none is. */
    public static int worst(Collection<Integer> codes) {
        return codes.stream().min((a, b) -> Integer.compare(rank(a), rank(b))).orElse(0);
    }

    private static int rank(int code) {
        return switch (code) {
            case FAULT -> 0;
            case 3 -> 1;
            case 150, 151, 152, 153 -> 2;
            case 75, 76, 77 -> 3;
            case 10, 11, 12, 13, 14, 15 -> 4;
            case EXPECTATION_DIFFERS -> 5;
            case 4 -> 6;
            case 20 -> 7;
            case 0 -> 9;
            default -> 8;
        };
    }
}
