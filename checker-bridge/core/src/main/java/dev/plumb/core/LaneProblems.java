package dev.plumb.core;

import dev.plumb.traces.Nearest;
import dev.plumb.traces.Problem;
import java.util.Collection;
import java.util.Optional;

/** What can be wrong with the definitions by which a model says what its processes are. */
final class LaneProblems {
    private LaneProblems() {}

    static Problem noProcesses(String operator, String value) {
        return problem(
                "PLUMB-L01",
                operator + " is neither a set nor a sequence of processes: it is " + value + ".",
                "For example: " + operator + " == <<\"r1\", \"r2\">>, or the constant that is the set of processes.");
    }

    static Problem noNames(String operator, String value) {
        return problem(
                "PLUMB-L02",
                operator + " is no set of names of variables: it is " + value + ".",
                "For example: " + operator + " == {\"msgs\"}, or {} if nothing carries messages.");
    }

    static Problem noVariable(String operator, String name, String module, Collection<String> variables) {
        String nearest = Nearest.to(name, variables)
                .map(near -> "Did you mean " + near + "? ")
                .orElse("");
        return problem(
                "PLUMB-L03",
                operator + " names " + name + ", which is no variable of " + module + ".",
                nearest + "Variables: " + String.join(", ", variables) + ".");
    }

    static Problem noName(String operator, String value) {
        return problem(
                "PLUMB-L04",
                operator + " is no name: it is " + value + ".",
                "For example: " + operator + " == \"network\".");
    }

    static Problem dependsOnState(String operator) {
        return problem(
                "PLUMB-L05",
                operator + " depends on the state.",
                "Lanes are the same in the whole picture: write it without variables.");
    }

    private static Problem problem(String code, String what, String nextStep) {
        return new Problem(Problem.Kind.INPUT, code, what, Optional.empty(), nextStep);
    }
}
