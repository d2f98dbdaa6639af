package dev.plumb.core;

import dev.plumb.traces.Problem;
import java.util.Locale;

/** Problems as outcomes. */
public final class Problems {
    private static final int DOES_NOT_PARSE = 150;
    private static final int CONFIG = 151;
    private static final int DOES_NOT_EVALUATE = 75;

    private Problems() {}

    /** The outcome of a check that could not be made. */
    public static Outcome outcome(Problem problem) {
        return switch (problem.kind()) {
            case USAGE, INPUT -> new Outcome.BadInput(problem);
            case NOTHING -> new Outcome.Vacuous(why(problem.what()));
            case SPEC -> new Outcome.SpecError(problem, exitCode(problem.code()));
            case TOOL -> new Outcome.ToolError(problem);
        };
    }

    /** That nothing was checked is what the outcome says itself. */
    private static String why(String what) {
        String why = what.replaceFirst("(, so nothing was checked)?[.]$", "");
        return why.substring(0, 1).toLowerCase(Locale.ROOT) + why.substring(1);
    }

    private static int exitCode(String code) {
        return switch (code) {
            case "PLUMB-S03", "PLUMB-S13", "PLUMB-C81" -> DOES_NOT_EVALUATE;
            case "PLUMB-S02", "PLUMB-S04", "PLUMB-S10", "PLUMB-S11", "PLUMB-S12", "PLUMB-S15" -> CONFIG;
            default -> DOES_NOT_PARSE;
        };
    }
}
