package dev.plumb.protocols.quorum.store;

import java.util.Comparator;
import org.pcollections.PSortedMap;

/**
 * A value with its place among the writes.
 *
 * @param clock how many writes of each client it has taken in; a client without any is missing
 */
record Version(PSortedMap<String, Integer> clock, String val) implements Comparable<Version> {
    private static final Comparator<Version> ORDER = Comparator.comparing(
                    (Version version) -> version.clock().toString())
            .thenComparing(Version::val);

    /** {@code Covers(x, y) == \A c \in Client : x.clock[c] >= y.clock[c]}. */
    boolean covers(Version other) {
        return other.clock.entrySet().stream()
                .allMatch(entry -> clock.getOrDefault(entry.getKey(), 0) >= entry.getValue());
    }

    /** How many writes it has taken in. */
    int writes() {
        return clock.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Any order, for sets. */
    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }
}
