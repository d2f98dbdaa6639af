package dev.plumb.simulation.explore;

/**
 * An infinite behaviour: after the last step of the path it goes on as it did from state number {@code backTo}, again and
 * again. Where that is the last state itself, nothing happens any more.
 *
 * @param path whose last state is that of number {@code backTo}
 */
public record Lasso<S>(Path<S> path, int backTo) {

    /** Whether nothing happens any more. */
    public boolean stutters() {
        return backTo == path.length();
    }
}
