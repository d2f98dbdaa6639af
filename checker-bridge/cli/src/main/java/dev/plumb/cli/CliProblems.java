package dev.plumb.cli;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Problem.Kind;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The messages of the command line itself, one factory each. */
final class CliProblems {
    private CliProblems() {}

    static Problem traceNamesNoSpec(String trace) {
        return problem(
                Kind.USAGE,
                "PLUMB-U01",
                "Trace " + trace + " does not say which specification it belongs to.",
                "Name it with --spec.");
    }

    static Problem cannotBeUnderstood(String why, List<String> meant, String command) {
        String near = meant.isEmpty() ? "" : "Did you mean " + String.join(" or ", meant) + "? ";
        return problem(Kind.USAGE, "PLUMB-U02", why, near + "See " + command + " --help.");
    }

    static Problem cannotWrite(Path folder, String why) {
        return problem(
                Kind.INPUT,
                "PLUMB-U03",
                "Cannot write to the folder " + folder + ": " + why + ".",
                "Name another one with --out.");
    }

    static Problem allModelsAreSlow(String spec) {
        return problem(
                Kind.NOTHING,
                "PLUMB-U04",
                "Every model in " + spec + " is for --tier nightly, so nothing was checked.",
                "Check them with --tier nightly, or one of them by its name.");
    }

    static Problem noSuchLibrary(Path folder, String variable) {
        return problem(
                Kind.INPUT,
                "PLUMB-U05",
                variable + " names " + folder + ", and there is no such folder.",
                "It holds folders with modules, separated by " + File.pathSeparator + ".");
    }

    static Problem javaIsTooOld(String version) {
        return problem(
                Kind.TOOL,
                "PLUMB-U70",
                "Java is " + version + ", and must be 17 or newer.",
                "Set JAVA_HOME to a newer one, or put it first on PATH.");
    }

    static Problem folderCannotBeWritten(Path folder, String why, String nextStep) {
        return problem(Kind.TOOL, "PLUMB-U71", folder + " cannot be written: " + why + ".", nextStep);
    }

    static Problem diskIsFull(Path folder, String free, String nextStep) {
        return problem(
                Kind.TOOL, "PLUMB-U72", "There is only " + free + " of space left for " + folder + ".", nextStep);
    }

    static Problem jvmCannotBeStarted(Path java) {
        return problem(
                Kind.TOOL,
                "PLUMB-U73",
                "There is no " + java + " to start TLC with.",
                "Run Plumb with a whole JDK or JRE: set JAVA_HOME to one.");
    }

    static Problem expectsInCi() {
        return problem(
                Kind.USAGE,
                "PLUMB-U90",
                "plumb expect is for people: a build that writes its own expectations meets them all.",
                "CI is set here. Use --check to see what would change, or --force to write.");
    }

    static Problem noModelToMutate(String spec) {
        return problem(
                Kind.NOTHING,
                "PLUMB-U100",
                "No model in " + spec + " is expected to hold after a quick and complete check, so there is nothing to"
                        + " mutate.",
                "Name one of them: plumb mutate MODEL.cfg.");
    }

    static Problem cannotUnpack(Path cache, String why) {
        return problem(
                Kind.TOOL,
                "PLUMB-M20",
                "Cannot write the specifications that Plumb brings to " + cache + ": " + why + ".",
                "Name another folder with the environment variable XDG_CACHE_HOME.");
    }

    private static Problem problem(Kind kind, String code, String what, String nextStep) {
        return new Problem(kind, code, what, Optional.empty(), nextStep);
    }
}
