package dev.plumb.simulation.world;

import java.util.Comparator;

/** The way of messages from one node to another. */
public record Link(String from, String to) implements Comparable<Link> {
    private static final Comparator<Link> ORDER =
            Comparator.comparing(Link::from).thenComparing(Link::to);

    boolean isLoop() {
        return from.equals(to);
    }

    @Override
    public int compareTo(Link other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return from + "->" + to;
    }
}
