package dev.plumb.core;

import dev.plumb.kernel.EvaluationAdvice;
import dev.plumb.traces.Nearest;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The messages of the checks, one factory each. */
public final class CoreProblems {
    private CoreProblems() {}

    static Problem unreadable(Path file, @Nullable String why) {
        return input("PLUMB-C01", "Cannot read " + file + ": " + why + ".", Optional.empty(), "");
    }

    static Problem noSuchSpec(String spec, Collection<String> known) {
        return input(
                "PLUMB-C02",
                "There is no specification " + spec + ".",
                Optional.empty(),
                nearest(spec.substring(spec.lastIndexOf('/') + 1), known)
                        + "Give a .tla, a .cfg, a folder, or the name of a module below specs/.");
    }

    static Problem ambiguousSpec(String spec, List<Path> found) {
        return input(
                "PLUMB-C03",
                "There are several modules " + spec + ".",
                Optional.empty(),
                "Give the path of one: "
                        + String.join(", ", found.stream().map(Path::toString).toList()));
    }

    static Problem noModels(Path folder) {
        return input(
                "PLUMB-C04",
                "There is no .cfg in " + folder + ", so there is no model to check.",
                Optional.empty(),
                "A model is a .cfg beside its module: it names the behaviour (SPECIFICATION) and what must hold"
                        + " (INVARIANT, PROPERTY).");
    }

    static Problem noModules(Path folder) {
        return input(
                "PLUMB-C13",
                "There is no .tla in " + folder + " or below it.",
                Optional.empty(),
                "Give a .tla, a folder of them, or the name of a module below specs/.");
    }

    static Problem noSuchConfig(Path config, Collection<String> known) {
        return input(
                "PLUMB-C05",
                "There is no model " + config + ".",
                Optional.empty(),
                nearest(config.getFileName().toString(), known) + "Models there: " + list(known) + ".");
    }

    static Problem whichModel(Path module, Collection<String> known) {
        return input(
                "PLUMB-C06",
                "There is no " + module.getFileName().toString().replaceAll("\\.tla$", ".cfg") + " beside " + module
                        + ", so it is not clear which model to check.",
                Optional.empty(),
                "Name one with --config: " + list(known) + ".");
    }

    static Problem noModule(Path config, Collection<String> modules) {
        return input(
                "PLUMB-C07",
                "No module belongs to " + config + ".",
                Optional.empty(),
                "Modules there: " + list(modules)
                        + ". Its name should begin with that of its module; else a manifest.json can say which it is.");
    }

    static Problem notInConfig(Source place, String token, Collection<String> keywords) {
        return new Problem(
                Problem.Kind.SPEC,
                "PLUMB-S10",
                "Did not expect " + token + " here.",
                Optional.of(place),
                nearest(token, keywords) + "A cfg has the keywords " + list(keywords) + ".");
    }

    static Problem undefinedInConfig(
            Optional<Source> place, String kind, String name, String module, Collection<String> near) {
        return new Problem(
                Problem.Kind.SPEC,
                "PLUMB-S11",
                "The cfg names " + kind + " " + name + ", which " + module + " does not define.",
                place,
                nearest(name, near).strip());
    }

    /** TLC rejects the cfg. */
    public static Problem config(Optional<Source> place, String message) {
        return new Problem(Problem.Kind.SPEC, "PLUMB-S12", message, place, "");
    }

    /** TLC cannot evaluate an expression of the spec. */
    public static Problem evaluation(Optional<Source> place, String message) {
        return EvaluationAdvice.problem("PLUMB-S13", place, message);
    }

    static Problem unspeakableConstant(Source place, String constant, String value) {
        return input(
                "PLUMB-C08",
                "Constant " + constant + " = " + value + " cannot be set from outside the specification.",
                Optional.of(place),
                "Natural numbers, strings, booleans and sets of them can; define other values in a module and substitute them"
                        + " with <- in a cfg.");
    }

    static Problem unknownIndex(Source place, String variable, String index, Collection<String> domain) {
        return input(
                "PLUMB-N07",
                "Variable " + variable + " has no index " + index + ".",
                Optional.of(place),
                nearest(index, domain) + "Its indices are " + list(domain) + ".");
    }

    static Problem noInitialState(Source place, String module) {
        return input(
                "PLUMB-N08",
                "No initial state of " + module + " is as the trace's header says.",
                Optional.of(place),
                "Compare its init with the module's Init.");
    }

    static Problem cyclicClocks(Source place) {
        return input(
                "PLUMB-C10",
                "The clocks of the events from here on contradict each other: each waits for another.",
                Optional.of(place),
                "A message must carry the clock that its sender had when it sent it.");
    }

    /** TLC ended, but it did not say what came of it. */
    public static Problem noVerdict(int exitCode, String lastWords) {
        return tool("PLUMB-X01", "TLC ended with exit code " + exitCode + " and without a verdict.", lastWords);
    }

    /** TLC, or what it runs on, failed. */
    public static Problem tlcFailed(String message) {
        return tool("PLUMB-X03", message, "TLC's raw output is in the run's folder.");
    }

    public static Problem cannotStart(String command, @Nullable String why) {
        return tool("PLUMB-X02", "Cannot start " + command + ": " + why + ".", "");
    }

    static Problem unreadableManifest(Source place, @Nullable String why) {
        return input("PLUMB-C11", "Cannot read the manifest: " + why + ".", Optional.of(place), "");
    }

    static Problem unknownManifestKey(Source place, String key, Collection<String> known) {
        return input(
                "PLUMB-C90",
                "The manifest has a key " + key + ", which Plumb does not know.",
                Optional.of(place),
                nearest(key, known) + "Keys are " + list(known) + ".");
    }

    static Problem wrongInManifest(Source place, String key, String wanted) {
        return input("PLUMB-C91", "In a manifest " + key + " must be " + wanted + ".", Optional.of(place), "");
    }

    static Problem unknownManifestWord(Source place, String key, String word, Collection<String> known) {
        return input(
                "PLUMB-C92",
                "In a manifest " + key + " cannot be \"" + word + "\".",
                Optional.of(place),
                nearest(word, known) + "It is one of " + list(known) + ".");
    }

    static Problem noFileOfManifest(Source place, String path, String name, Collection<String> known) {
        return input(
                "PLUMB-C93",
                "The manifest names " + path + ", which is not there.",
                Optional.of(place),
                nearest(name, known) + "Paths are from the manifest's folder, or from a folder above it.");
    }

    static Problem countTwice(Source place, String key) {
        return input(
                "PLUMB-C94",
                "The manifest has " + key + " twice, exactly and under plumb.",
                Optional.of(place),
                "Keep one of them.");
    }

    static Problem cannotWriteManifest(Path file, String why) {
        return input("PLUMB-C95", "Cannot write " + file + ": " + why + ".", Optional.empty(), "It is as it was.");
    }

    /** An update of a kind that the generated modules have no operator for. */
    public static Problem inexpressible(String operation) {
        return input(
                "PLUMB-C12",
                "Operation " + operation + " cannot be written as a module for TLC.",
                Optional.empty(),
                "Validate the trace without --emit.");
    }

    static Problem ambiguousModule(String module, Path by, List<Path> found) {
        return new Problem(
                Problem.Kind.SPEC,
                "PLUMB-S14",
                "Module " + module + ", which " + by.getFileName() + " needs, is in several folders.",
                Optional.of(new Source(by.toString(), 0)),
                "Found "
                        + String.join(
                                " and ", found.stream().map(Path::toString).toList())
                        + ". Keep one of them, or have one beside the specification.");
    }

    static Problem noConfig(Path module) {
        return input(
                "PLUMB-C09",
                "There is no .cfg for " + module + ", so there is no model to check.",
                Optional.empty(),
                "A .cfg beside it names the behaviour and what must hold.");
    }

    static Problem noBehaviour(Path module) {
        return input(
                "PLUMB-C96",
                "There is no .cfg for " + module + ", and it defines neither Spec, nor Init and Next, nor assumptions.",
                Optional.empty(),
                "A .cfg beside it names the behaviour and what must hold.");
    }

    static Problem unknownKeyword(Optional<Source> place, String keyword) {
        return new Problem(
                Problem.Kind.SPEC,
                "PLUMB-S15",
                "This TLC does not know the keyword " + keyword + ".",
                place,
                "Leave it out, or give a newer tla2tools.jar with --tla2tools.");
    }

    static Problem unknownConstant(String name, String module, Collection<String> known) {
        return input(
                "PLUMB-C51",
                "--constant gives a value to " + name + ", which " + module + " does not have.",
                Optional.empty(),
                nearest(name, known).strip());
    }

    static Problem noCheckpoint(Path folder) {
        return input(
                "PLUMB-C50",
                "There is no checkpoint in " + folder + " to go on from.",
                Optional.empty(),
                "Checkpoints are written with --checkpoint, and deleted when a check comes to its end.");
    }

    static Problem noTranslation(Source algorithm) {
        return new Problem(
                Problem.Kind.SPEC,
                "PLUMB-C70",
                "The algorithm has no translation, so TLC does not see it.",
                Optional.of(algorithm),
                "Write it into the module: plumb translate " + algorithm.file());
    }

    static Problem staleTranslation(Source place, String expected) {
        String instead = expected.isEmpty() ? "would write nothing more here" : "would write here: " + expected;
        return new Problem(
                Problem.Kind.SPEC,
                "PLUMB-C71",
                "The translation is not that of the algorithm.",
                Optional.of(place),
                "The translator " + instead + "\nTranslate anew: plumb translate " + place.file()
                        + "\nChanges made by hand between BEGIN TRANSLATION and END TRANSLATION are lost then.");
    }

    static Problem untranslatable(Source place, String why) {
        return new Problem(
                Problem.Kind.SPEC,
                "PLUMB-C72",
                "The algorithm cannot be translated: "
                        + why.strip().replaceAll("\\s+", " ").replaceFirst("[.:]?$", "."),
                Optional.of(place),
                "What is there was left as it is.");
    }

    static Problem unwritable(Path file, String why) {
        return input(
                "PLUMB-C73",
                "Cannot write " + file + ": " + why + ".",
                Optional.empty(),
                "May it be written, and its folder? It was left as it is.");
    }

    static Problem expressionDoesNotParse(String message, String excerpt, String advice) {
        return input(
                "PLUMB-C80",
                "The expression cannot be read: " + message,
                Optional.empty(),
                (excerpt.indent(2) + advice).stripTrailing());
    }

    static Problem expressionHasNoValue(String message) {
        return new Problem(Problem.Kind.SPEC, "PLUMB-C81", message, Optional.empty(), "");
    }

    static Problem emptyExpression() {
        return new Problem(Problem.Kind.USAGE, "PLUMB-C82", "The expression is empty.", Optional.empty(), "");
    }

    static Problem expressionNeedsState(String expression) {
        return new Problem(
                Problem.Kind.USAGE,
                "PLUMB-C83",
                "The value of " + expression + " differs from state to state.",
                Optional.empty(),
                "Name a state with --state RESULT[:n]: the result.json of a check that found a counterexample, and the number"
                        + " of a step in it.");
    }

    static Problem expressionNeedsNextState(String expression, int number) {
        return input(
                "PLUMB-C84",
                "The primes in " + expression + " ask for the state after " + number
                        + ", which is the last of the behaviour.",
                Optional.empty(),
                "Name an earlier one with --state RESULT:n.");
    }

    static Problem expressionIsTemporal(String expression) {
        return input(
                "PLUMB-C85",
                expression + " is a temporal formula, which is true or false of a behaviour and not of a state.",
                Optional.empty(),
                "Name it as a PROPERTY in a .cfg, and check that.");
    }

    static Problem unreadableResult(Path file, @Nullable String why) {
        return input(
                "PLUMB-C86",
                "Cannot read the result " + file + ": " + why + ".",
                Optional.empty(),
                "Give a result.json that a check has left, or its folder.");
    }

    static Problem noRecordedBehaviour(Path file) {
        return input(
                "PLUMB-C87",
                "There is no behaviour in " + file + ".",
                Optional.empty(),
                "A check leaves one where it finds a violation, validation where a trace diverges.");
    }

    static Problem noSuchState(Path file, int number, int first, int last) {
        return input(
                "PLUMB-C88",
                "There is no state " + number + " in " + file + ".",
                Optional.empty(),
                "Its states are " + first + " to " + last + ".");
    }

    static Problem otherVariables(Path file, Collection<String> expected, Collection<String> found) {
        return input(
                "PLUMB-C89",
                "The states in " + file + " are not of this specification.",
                Optional.empty(),
                "Its variables are " + list(expected) + "; those of the states are " + list(found) + ".");
    }

    static Problem doesNotHoldWithoutFault(String model, String found) {
        return input(
                "PLUMB-C100",
                "Mutants tell nothing of " + model + ", which does not hold itself: " + found + ".",
                Optional.empty(),
                "Make plumb check say that it holds, or name another model with --config.");
    }

    private static Problem tool(String code, String what, String next) {
        return new Problem(Problem.Kind.TOOL, code, what, Optional.empty(), next);
    }

    private static Problem input(String code, String what, Optional<Source> place, String next) {
        return new Problem(Problem.Kind.INPUT, code, what, place, next);
    }

    private static String nearest(String word, Collection<String> known) {
        return Nearest.to(word, known).map(n -> "Did you mean " + n + "? ").orElse("");
    }

    private static String list(Collection<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
