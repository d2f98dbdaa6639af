package dev.plumb.protocols.quorum.store;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** Versions of which none follows another. */
record Siblings(PSortedSet<Version> versions) {
    /** Those of an object that was never written. */
    static final Siblings NONE = new Siblings(TreePSet.empty());

    static Siblings of(Version version) {
        return new Siblings(TreePSet.singleton(version));
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }

    /** {@code Merged(old \cup new)}: all but those that another one follows. */
    Siblings and(Siblings others) {
        PSortedSet<Version> all = versions.plusAll(others.versions);
        PSortedSet<Version> merged = all;
        for (Version version : all) {
            if (all.stream().anyMatch(other -> other.covers(version) && !version.covers(other))) {
                merged = merged.minus(version);
            }
        }
        return new Siblings(merged);
    }

    /** Whether each of the others is here, or a version that follows it. */
    boolean cover(Siblings others) {
        return others.versions.stream().allMatch(other -> versions.stream().anyMatch(version -> version.covers(other)));
    }

    /** {@code Joined(versions)}: the clock that all of them have together. */
    PSortedMap<String, Integer> clock() {
        PSortedMap<String, Integer> joined = TreePMap.empty();
        for (Version version : versions) {
            for (var entry : version.clock().entrySet()) {
                joined =
                        joined.plus(entry.getKey(), Math.max(entry.getValue(), joined.getOrDefault(entry.getKey(), 0)));
            }
        }
        return joined;
    }

    /** The values, in a fixed order. */
    Collection<String> values() {
        return versions.stream().map(Version::val).toList();
    }

    /** The bug: of siblings that with the greatest number stays. */
    Siblings orNewest(Siblings others) {
        PSortedSet<Version> all = versions.plusAll(others.versions);
        return all.isEmpty() ? NONE : of(Collections.max(all, Comparator.comparingInt(Version::writes)));
    }

    /** The bug: whoever comes first stays, unless it is followed. */
    Siblings orFollowers(Siblings others) {
        if (isEmpty()) {
            return others;
        }
        PSortedSet<Version> taken = versions;
        for (Version other : others.versions) {
            if (versions.stream().anyMatch(other::covers)) {
                taken = taken.plus(other);
            }
        }
        return NONE.and(new Siblings(taken));
    }
}
