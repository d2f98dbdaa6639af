package dev.plumb.cli;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Problem.Kind;
import java.nio.file.Path;
import java.util.Optional;

/** The messages about what is asked of traces beside their verdict, one factory each. */
final class StrengthProblems {
    private StrengthProblems() {}

    static Problem cannotWriteWitness(Path file, String why) {
        return new Problem(
                Kind.INPUT,
                "PLUMB-V01",
                "Cannot write the behaviour to " + file + ": " + why + ".",
                Optional.empty(),
                "Name another file with --witness, in a folder that is there.");
    }
}
