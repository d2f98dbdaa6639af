package dev.plumb.maven;

import static java.util.stream.Collectors.joining;

import dev.plumb.traces.Nearest;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Problem.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The messages of the Maven plugin itself, one factory each. */
final class MavenProblems {
    private MavenProblems() {}

    static Problem noSuchModel(List<String> asked, List<String> models) {
        String names = String.join(",", asked);
        String near = Nearest.to(names, models)
                .map(model -> "Did you mean " + model + "? ")
                .orElse("");
        return problem(
                Kind.NOTHING,
                "PLUMB-M11",
                "No model is called " + names + ", so nothing was checked.",
                near + "Models: " + String.join(", ", models) + ".\n"
                        + "In a build of several modules: -pl MODULE, or -Dplumb.failIfNoSpecifiedModels=false.");
    }

    static Problem noModels(List<String> folders) {
        return problem(
                Kind.NOTHING,
                "PLUMB-M12",
                "There is no model" + (folders.isEmpty() ? "" : " below " + String.join(", ", folders))
                        + ", so nothing was checked.",
                "A model is a .cfg in src/main/tla, src/test/tla or specs, or where <specs> says.");
    }

    static Problem noTraces(String traces) {
        return problem(
                Kind.NOTHING,
                "PLUMB-M13",
                "There is no trace at " + traces + ", so nothing was validated.",
                "Have a test record one there, or name another folder with -Dplumb.traces."
                        + "\nWhere none is needed: -Dplumb.failIfNoTraces=false.");
    }

    static Problem noSuchFolder(Path folder) {
        return problem(
                Kind.USAGE,
                "PLUMB-M14",
                "<specs> names " + folder + ", and there is no such folder.",
                "Without <specs> modules are searched in src/main/tla, src/test/tla and specs.");
    }

    static Problem whichModel(List<String> models) {
        return problem(
                Kind.USAGE,
                "PLUMB-M15",
                "A graph is that of one model, and here are " + models.size() + ".",
                "Name it with -Dplumb.model: " + String.join(", ", models) + ".");
    }

    static Problem severalTlcs(List<Path> jars) {
        return problem(
                Kind.USAGE,
                "PLUMB-M16",
                "The plugin has several dependencies with a TLC: " + paths(jars) + ".",
                "Leave one of them, or name it with -Dplumb.tla2tools.");
    }

    static Problem javaDoesNotStart(Path java, String why) {
        return problem(
                Kind.TOOL,
                "PLUMB-M17",
                "Cannot start " + java + ": " + why + ".",
                "It is that of -Dplumb.jvm, else of the JDK toolchain, else of Maven itself.");
    }

    static Problem cannotCopy(Path to, String why) {
        return problem(Kind.TOOL, "PLUMB-M18", "Cannot copy modules to " + to + ": " + why + ".", "");
    }

    static Problem cannotWrite(Path file, String why) {
        return problem(Kind.TOOL, "PLUMB-M19", "Cannot write " + file + ": " + why + ".", "");
    }

    private static String paths(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(joining(", "));
    }

    private static Problem problem(Kind kind, String code, String what, String nextStep) {
        return new Problem(kind, code, what, Optional.empty(), nextStep);
    }
}
