package dev.plumb.simulation;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Problem.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;

/** The messages about nodes that run in JVMs of their own, one factory each. */
final class ClusterProblems {
    private ClusterProblems() {}

    static Problem tookTooLong(Duration timeout, SortedSet<String> pending, Path folder) {
        return problem(
                "PLUMB-W30",
                "The cluster was not done after " + timeout.toMillis() + " ms: still waiting for "
                        + String.join(", ", pending) + ".",
                "Likely cause: a message that a node waits for is never sent, or the machine is busy.\n"
                        + "What the nodes did until then is in " + folder + ".");
    }

    static Problem nodeFailed(String node, int exitCode, String lastWords) {
        return problem(
                "PLUMB-W31",
                "Node " + node + " ended with exit code " + exitCode + " before its work was done.",
                "Its standard error ends with:\n" + lastWords);
    }

    private static Problem problem(String code, String what, String nextStep) {
        return new Problem(Kind.TOOL, code, what, Optional.empty(), nextStep);
    }
}
