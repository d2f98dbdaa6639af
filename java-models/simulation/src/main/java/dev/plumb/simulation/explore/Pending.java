package dev.plumb.simulation.explore;

import dev.plumb.simulation.explore.Round.Found;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * States that were found, but whose steps were not yet looked at, in the rounds in which they will be. States of a round
 * are in no particular order; where there are several rounds of the same depth, who is in which must not depend on luck.
 */
final class Pending<S> {
    /** Enough to keep some threads busy. */
    static final int PART = 1 << 10;

    private final Deque<Round<S>> rounds = new ArrayDeque<>();
    private final boolean isDepthFirst;
    private long size;

    Pending(boolean isDepthFirst) {
        this.isDepthFirst = isDepthFirst;
    }

    /** @param inParts whether to look at fewer states at a time than there are of this depth */
    void add(Round<S> found, boolean inParts) {
        if (isDepthFirst || inParts) {
            parts(found).forEach(this::add);
        } else if (found.size() > 0) {
            add(found);
        }
    }

    private void add(Round<S> round) {
        size += round.size();
        if (isDepthFirst) {
            rounds.push(round);
        } else {
            rounds.add(round);
        }
    }

    private List<Round<S>> parts(Round<S> round) {
        List<Found<S>> sorted = new ArrayList<>(round.states());
        sorted.sort(Comparator.comparingLong(Found::print));
        List<Round<S>> parts = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += PART) {
            int to = Math.min(from + PART, sorted.size());
            parts.add(new Round<>(round.depth(), List.copyOf(sorted.subList(from, to))));
        }
        return parts;
    }

    boolean isEmpty() {
        return rounds.isEmpty();
    }

    Round<S> next() {
        Round<S> next = rounds.remove();
        size -= next.size();
        return next;
    }

    /** How many states wait. */
    long size() {
        return size;
    }

    /** The least depth of a state that waits. */
    int depth() {
        return rounds.stream().mapToInt(Round::depth).min().orElseThrow();
    }
}
