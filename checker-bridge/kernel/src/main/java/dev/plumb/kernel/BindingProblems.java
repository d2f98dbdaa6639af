package dev.plumb.kernel;

import dev.plumb.traces.Nearest;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/** The messages about binding modules, one factory each. */
public final class BindingProblems {
    private BindingProblems() {}

    /** There is no binding where the user says. */
    public static Problem noSuchBinding(Path file) {
        return problem(
                "PLUMB-B01",
                "There is no binding " + file + ".",
                Optional.empty(),
                "Give the path of a .tla that extends the specification; plumb bind SPEC writes one to start from.");
    }

    /** A binding speaks of the names of a spec, so it extends that. */
    public static Problem ofAnotherSpec(Path file, String spec, Collection<String> extended) {
        return problem(
                "PLUMB-B02",
                "This module does not extend " + spec + ", so it is no binding for it.",
                Optional.of(new Source(file.toString(), 0)),
                "Write EXTENDS " + spec + " in it, or name another file with --binding. It extends: "
                        + (extended.isEmpty() ? "nothing" : String.join(", ", extended)) + ".");
    }

    /** An operator of the wrong arity. */
    public static Problem wrongArity(Source at, String operator, int expected, int parameters) {
        return problem(
                "PLUMB-B03",
                operator + " has " + parameters + " parameter(s), and must have " + expected + ".",
                Optional.of(at),
                expected == 1
                        ? "Operators of a binding that are named OnX say what an event X is, and their parameter is the"
                                + " event: OnX(e) == A(e.args.n). Give a helper another name."
                        : "Write " + operator + " == A \\/ B.");
    }

    /** An operator that is no step. */
    public static Problem temporal(Source at, String operator) {
        return problem(
                "PLUMB-B04",
                operator + " speaks of whole behaviours, not of a step.",
                Optional.of(at),
                "It must be an action: a formula about a state and the next one, without [] and <>.");
    }

    /** Steps of an event that are not numbered from 1 on. */
    public static Problem missingStep(Source at, String operator, String missing) {
        return problem(
                "PLUMB-B05",
                operator + " is the later of several steps of an event, but there is no " + missing + ".",
                Optional.of(at),
                "An event that is several steps has an operator for each, OnX_1(e), OnX_2(e) and so on; one that is a"
                        + " single step has OnX(e).");
    }

    /** Both a single step and several. */
    public static Problem stepAndSteps(Source at, String operator, String step) {
        return problem(
                "PLUMB-B06",
                "There are both " + operator + " and " + step + ", so it is not clear what the event is.",
                Optional.of(at),
                "Keep " + operator + "(e) if it is a single step, else only the numbered ones.");
    }

    /** A field that no event has. */
    public static Problem unknownField(Source at, String operator, String field, Collection<String> known) {
        return problem(
                "PLUMB-B07",
                operator + " asks for the field " + field + " of the event, which has none of that name.",
                Optional.of(at),
                Nearest.to(field, known).map(n -> "Did you mean " + n + "? ").orElse("") + "Known: "
                        + String.join(", ", known) + ". What was recorded as args is in args.");
    }

    /** Not a number of steps. */
    public static Problem notANumberOfSteps(Source at, String value) {
        return problem(
                "PLUMB-B08",
                "SilentSteps is " + value + ", and must be a number of steps.",
                Optional.of(at),
                "It says how many steps of Silent there may be before an event: SilentSteps == 2.");
    }

    /** A value that TLA+ has and TLC does not. */
    public static Problem notAValueOfTlc(Source at) {
        return problem(
                "PLUMB-B09",
                "An argument of this event cannot be handed to the binding: TLC has no such value.",
                Optional.of(at),
                "In TLC the elements of a set are of one kind: all numbers, all strings, and so on.");
    }

    /** What a user may have written is not replaced unasked. */
    public static Problem exists(Path file) {
        return problem(
                "PLUMB-B10",
                "There is a binding " + file + " already.",
                Optional.empty(),
                "Name another file with --out, or replace it with --force.");
    }

    /** A module is named like its file. */
    public static Problem notNamedLikeAModule(Path file) {
        return problem(
                "PLUMB-B11",
                file + " cannot be the file of a module.",
                Optional.empty(),
                "A module has the name of its file: a word of letters, digits and _, with .tla behind it.");
    }

    private static Problem problem(String code, String what, Optional<Source> at, String nextStep) {
        return new Problem(Problem.Kind.INPUT, code, what, at, nextStep);
    }
}
