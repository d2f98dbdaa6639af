package dev.plumb.core;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.util.Optional;

/** What can be wrong with a trace that could be read. */
public final class TraceInputProblems {
    private TraceInputProblems() {}

    static Problem ignoredIsAnAction(Source source, String name, String module) {
        return input(
                "PLUMB-T78",
                name + " is to be ignored, and it is an action of " + module + ".",
                Optional.of(source),
                "Events of the specification cannot be left out: what follows would not fit. Steps that the program does"
                        + " not record are told with --silent.");
    }

    public static Problem untypedIsInexpressible(String variable) {
        return input(
                "PLUMB-T79",
                "What was seen of " + variable + " has no types, so it cannot be written as a module for TLC.",
                Optional.empty(),
                "Validate the trace without --emit, or write it in ITF.");
    }

    private static Problem input(String code, String what, Optional<Source> source, String nextStep) {
        return new Problem(Problem.Kind.INPUT, code, what, source, nextStep);
    }
}
