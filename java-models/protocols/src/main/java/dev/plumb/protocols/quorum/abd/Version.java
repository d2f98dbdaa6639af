package dev.plumb.protocols.quorum.abd;

import dev.plumb.protocols.SpecValues;
import dev.plumb.traces.TlaValue;

/**
 * A value with its place in the order of writes.
 *
 * @param num counts writes
 * @param by the client that wrote it, which breaks ties; 0 in {@link #OLDEST}
 */
public record Version(int num, int by, String val) {
    /** The specification's {@code Nothing}. */
    static final String NO_VALUE = "nothing";

    /** That of a register that was never written. */
    static final Version OLDEST = new Version(0, 0, NO_VALUE);

    /** {@code Newer(x, y) == x.num > y.num \/ (x.num = y.num /\ x.by > y.by)}. */
    boolean isNewerThan(Version other) {
        return num > other.num || (num == other.num && by > other.by);
    }

    /** The newer one of two. */
    Version or(Version other) {
        return other.isNewerThan(this) ? other : this;
    }

    TlaValue inSpec() {
        return SpecValues.record("num", num, "by", by, "val", val);
    }
}
