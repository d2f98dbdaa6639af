package dev.plumb.cli;

import dev.plumb.core.StateGraph;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Problem.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The messages about pictures of state graphs, one factory each. */
final class PictureProblems {
    private PictureProblems() {}

    /** {@code folds} are options that make fewer nodes of them. */
    static Problem tooManyNodes(StateGraph graph, int nodesMax, List<String> folds) {
        String count = (graph.isWhole() ? "" : "more than ") + graph.nodes().size();
        String offer = folds.isEmpty()
                ? "Fold it with --group-by EXPR: one node for each value of an expression."
                : "Fold it: " + String.join(", or ", folds) + ".";
        return problem(
                Kind.INPUT,
                "PLUMB-G21",
                "The graph of " + graph.spec() + " has " + count + " nodes; of more than " + nodesMax
                        + " nobody could read a picture.",
                offer + "\nTo draw it all the same: --nodes " + graph.nodes().size() + ".");
    }

    static Problem noGraphviz() {
        return problem(
                Kind.TOOL,
                "PLUMB-G22",
                "There is no dot on the path, so Graphviz cannot lay out the graph.",
                "Install Graphviz, or leave out --layout dot: Plumb has a layout of its own.");
    }

    static Problem noPicture(String program, int exitCode) {
        return problem(
                Kind.TOOL,
                "PLUMB-G23",
                program + " made no picture of the graph; its exit code is " + exitCode + ".",
                "Draw it with --layout plumb.");
    }

    static Problem severalModels(String spec, List<String> models) {
        return problem(
                Kind.USAGE,
                "PLUMB-G24",
                spec + " has several models: " + String.join(", ", models) + ".",
                "Name the one to draw: plumb graph SPEC.cfg.");
    }

    static Problem noCounterexample(Path result) {
        return problem(
                Kind.INPUT,
                "PLUMB-R70",
                result + " has no counterexample: nothing was wrong when the model was checked.",
                "Leave out --counterexample to draw all states.");
    }

    static Problem resultOfAnother(Path result, String spec, String wanted) {
        return problem(
                Kind.INPUT,
                "PLUMB-R71",
                result + " is of " + spec + ", not of " + wanted + ".",
                "Check the model again, and name the same --out.");
    }

    private static Problem problem(Kind kind, String code, String what, String nextStep) {
        return new Problem(kind, code, what, Optional.empty(), nextStep);
    }
}
