package dev.plumb.traces;

import java.util.Optional;

/** What can be wrong with files of formats that are not that of our traces. */
final class FormatProblems {
    private FormatProblems() {}

    static Problem documentIsNotJson(Source source, String why) {
        return problem("T70", source, "The file is not JSON here: " + why + ".", "Was it written to its end?");
    }

    static Problem statesAreMissing(Source source) {
        return problem(
                "T71",
                source,
                "The trace has no states.",
                "A trace in ITF is an object with vars and states, as Apalache and Quint write it.");
    }

    static Problem variableIsMissing(Source source, String variable) {
        return problem(
                "T72",
                source,
                "The state has no value for " + variable + ", which is one of vars.",
                "Each state of a trace in ITF tells all of vars.");
    }

    static Problem stepDoesNotFollow(Source source, long from, long last) {
        return problem(
                "T73",
                source,
                "The step begins in state " + from + ", and the one before has ended in state " + last + ".",
                "Steps of a counterexample that TLC wrote stand in their order.");
    }

    static Problem fileIsAHistory(Source source) {
        return problem(
                "T74",
                source,
                "The file is a history of the calls of clients, and no trace.",
                "plumb history checks it. The traces of a run are in the folder traces beside it.");
    }

    private static Problem problem(String code, Source source, String what, String nextStep) {
        return new Problem(Problem.Kind.INPUT, "PLUMB-" + code, what, Optional.of(source), nextStep);
    }
}
