package dev.plumb.core;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Problem.Kind;
import java.util.Optional;

/** The messages about state graphs, one factory each. */
final class GraphProblems {
    private GraphProblems() {}

    static Problem expressionOfSteps(String expression) {
        return new Problem(
                Kind.USAGE,
                "PLUMB-G20",
                "States cannot be grouped by " + expression + ", which is about a step: something in it is primed.",
                Optional.empty(),
                "Group them by what has a value in each state: a variable, or an expression without primes.");
    }
}
