package dev.plumb.cli;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Problem.Kind;
import java.nio.file.Path;
import java.util.Optional;

/** The messages of {@code plumb new}, one factory each. */
final class NewProblems {
    private NewProblems() {}

    static Problem noName(String name) {
        return problem(
                Kind.USAGE,
                "PLUMB-N20",
                name + " cannot be the name of a module and of a class.",
                "Give one of letters and digits that begins with a capital letter, such as LeaseLock.");
    }

    static Problem noPackage(String name) {
        return problem(
                Kind.USAGE,
                "PLUMB-N21",
                name + " cannot be the name of a package.",
                "Give one of lower-case words with dots between them, such as com.example.lock.");
    }

    static Problem folderIsInUse(Path folder) {
        return problem(
                Kind.INPUT,
                "PLUMB-N22",
                folder + " is there and is not empty; nothing was written.",
                "Name another folder with --dir.");
    }

    static Problem cannotWrite(Path file, String why) {
        return problem(
                Kind.INPUT, "PLUMB-N23", "Cannot write " + file + ": " + why + ".", "Name another folder with --dir.");
    }

    private static Problem problem(Kind kind, String code, String what, String nextStep) {
        return new Problem(kind, code, what, Optional.empty(), nextStep);
    }
}
