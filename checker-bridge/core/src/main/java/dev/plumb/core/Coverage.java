package dev.plumb.core;

import dev.plumb.kernel.api.SourceRange;
import java.util.List;

/**
 * What of a spec the behaviours show that explain traces. Where several behaviours explain a trace, that is what the one shows
 * that was found.
 *
 * @param spec the root module
 * @param behaviours how many
 * @param alternatives all that Next is made of, in its order
 * @param pairs of actions that followed each other, the most frequent first
 */
public record Coverage(String spec, int behaviours, List<Alternative> alternatives, List<Pair> pairs, Graph graph) {
    /**
     * One of the alternatives of Next.
     *
     * @param action the innermost named operator around it
     * @param shown how many steps were of it
     */
    public record Alternative(String action, SourceRange place, long shown) {}

    /** Two actions, and how many times one followed the other. */
    public record Pair(String first, String second, long shown) {}

    /** How many there are, and how many of them were shown. */
    public record Count(long all, long shown) {}

    /**
     * The states that the spec can reach, and the steps between them.
     *
     * @param isWhole whether there are no more of them; else these are those that were found up to the limit
     * @param unseenStates some of those that no behaviour shows, those first that the fewest steps lead to
     * @param unseenTransitions one of each action, of those that no behaviour shows, likewise
     * @param unseenPairs all pairs of actions that can follow each other, and in no behaviour do; empty if it is not whole
     */
    public record Graph(
            boolean isWhole,
            Count states,
            Count transitions,
            List<String> unseenStates,
            List<String> unseenTransitions,
            List<Pair> unseenPairs) {}

    /** How many actions there are, and how many of them were shown. */
    public Count actions() {
        return new Count(
                alternatives.stream().map(Alternative::action).distinct().count(),
                alternatives.stream()
                        .filter(each -> each.shown() > 0)
                        .map(Alternative::action)
                        .distinct()
                        .count());
    }
}
