package dev.plumb.simulation.explore;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found so far, of each property the first: that of the earliest round, and among those of the same round the one
 * with the least fingerprints, whichever thread came first.
 */
final class Findings {

    /**
     * A state, or a step.
     *
     * @param before the fingerprint of the state before the step, {@link Visited#NONE} if a state is meant
     */
    record Finding(long before, long print) {
        boolean isBefore(Finding other) {
            int order = Long.compareUnsigned(before, other.before);
            return order < 0 || (order == 0 && Long.compareUnsigned(print, other.print) < 0);
        }
    }

    /** The code of the system or of a property failed. */
    record Failure(Finding in, String what, RuntimeException cause) {}

    private final List<? extends Property<?>> properties;
    private final @Nullable Finding[] found;
    private final boolean[] isClosed;
    private volatile @Nullable Failure failure;

    Findings(List<? extends Property<?>> properties) {
        this.properties = properties;
        this.found = new Finding[properties.size()];
        this.isClosed = new boolean[properties.size()];
    }

    /** Whether another finding for the property could be told instead of what is known. */
    boolean wants(int property) {
        return !isClosed[property];
    }

    synchronized void add(int property, long before, long print) {
        Finding finding = new Finding(before, print);
        Finding known = found[property];
        if (known == null || (wants(property) && finding.isBefore(known))) {
            found[property] = finding;
        }
    }

    synchronized void failed(long before, long print, String what, RuntimeException cause) {
        Finding finding = new Finding(before, print);
        Failure known = failure;
        if (known == null || finding.isBefore(known.in())) {
            failure = new Failure(finding, what, cause);
        }
    }

    void endRound() {
        for (int i = 0; i < found.length; i++) {
            isClosed[i] = found[i] != null;
        }
    }

    Optional<Finding> of(int property) {
        return Optional.ofNullable(found[property]);
    }

    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** Something that must not be was found. */
    boolean areBad() {
        for (int i = 0; i < found.length; i++) {
            if (found[i] != null && !(properties.get(i) instanceof Property.Sometimes)) {
                return true;
            }
        }
        return false;
    }
}
