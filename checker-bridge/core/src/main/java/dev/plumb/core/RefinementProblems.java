package dev.plumb.core;

import dev.plumb.traces.Problem;
import dev.plumb.traces.Problem.Kind;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What there is to say of states of code that cannot be held against a spec. */
final class RefinementProblems {
    private RefinementProblems() {}

    static Problem otherVariables(String spec, Collection<String> given, Collection<String> variables) {
        return new Problem(
                Kind.INPUT,
                "PLUMB-E20",
                "The abstraction gives values of " + String.join(", ", given) + "; " + spec + " has the variables "
                        + String.join(", ", variables) + ".",
                Optional.empty(),
                "Missing: " + list(variables, given) + ". Unknown: " + list(given, variables) + ".");
    }

    private static String list(Collection<String> some, Collection<String> without) {
        SortedSet<String> rest = new TreeSet<>(some);
        rest.removeAll(without);
        return rest.isEmpty() ? "none" : String.join(", ", rest);
    }
}
