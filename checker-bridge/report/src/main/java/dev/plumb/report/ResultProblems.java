package dev.plumb.report;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Problem.Kind;
import dev.plumb.traces.Source;
import java.util.Optional;

/** The messages about {@code result.json} files, one factory each. */
public final class ResultProblems {
    private static final String WRITE_ANEW = "Check again, and the file is written anew.";

    private ResultProblems() {}

    public static Problem unreadable(String file, String why) {
        return problem("PLUMB-G01", "The result cannot be read: " + why + ".", file, WRITE_ANEW);
    }

    static Problem noResult(String file) {
        return problem(
                "PLUMB-G02",
                "This is no result of plumb check, plumb validate or plumb history.",
                file,
                "They leave a result.json in a folder for each model, trace and history, below plumb-out or --out.");
    }

    public static Problem noResults(String folder) {
        return problem(
                "PLUMB-G07",
                "There is no result.json in this folder, nor below it.",
                folder,
                "plumb check, plumb validate and plumb history leave them below plumb-out, or where --out says.");
    }

    static Problem otherVersion(String file, String version, int known) {
        return problem(
                "PLUMB-G03",
                "The result is of version " + version + " of its format, and this Plumb reads version " + known + ".",
                file,
                "Show it with the Plumb that wrote it, or check again with this one.");
    }

    static Problem lacks(String file, String place) {
        return problem("PLUMB-G04", "The result has nothing at " + place + ".", file, WRITE_ANEW);
    }

    static Problem isNot(String file, String place, String expected) {
        return problem("PLUMB-G05", "What the result has at " + place + " is not " + expected + ".", file, WRITE_ANEW);
    }

    static Problem unknown(String file, String place, String word) {
        return problem(
                "PLUMB-G06",
                "The result has " + word + " at " + place + ", which this Plumb does not know.",
                file,
                "It may be from a newer Plumb: show it with that one.");
    }

    private static Problem problem(String code, String what, String file, String nextStep) {
        return new Problem(Kind.INPUT, code, what, Optional.of(new Source(file, 0)), nextStep);
    }
}
