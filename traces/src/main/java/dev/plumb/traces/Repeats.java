package dev.plumb.traces;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The objects and arrays that stood at each place of the lines before. A step leaves most of a state as it is, and what is
 * written with the same bytes again need not be read again: it is the same {@link Json}, of which the same value was made.
 */
final class Repeats {
    private static final int PLACES = 1 << 10;

    /** Bounds the memory, together with the number of places. */
    private static final int LINE_BYTES_MAX = 1 << 15;

    private static final int OUTERMOST = 1;

    /** By the hash of the place; of two places with the same hash the later one stays. */
    private final @Nullable Read[] reads = new Read[PLACES];

    /** A value, and where it was read from. */
    static final class Read {
        private final byte[] line;
        private final int begin;
        private final int end;
        private final Json json;

        private Read(byte[] line, int begin, int end, Json json) {
            this.line = line;
            this.begin = begin;
            this.end = end;
            this.json = json;
        }

        Json json() {
            return json;
        }

        int length() {
            return end - begin;
        }

        private boolean isAt(byte[] other, int at) {
            return at + length() <= other.length && Arrays.equals(line, begin, end, other, at, at + length());
        }
    }

    /** The hash of the place of a line's one value. */
    static int outermost() {
        return OUTERMOST;
    }

    /** The hash of the place of a field or, by its index, of an item. */
    static int within(int place, int step) {
        return 31 * place + step;
    }

    /**
     * What stood in a place, or, since queues lose their heads, in the one after it, if a line has the same from
     * {@code at} on; null if it has something else.
     */
    @Nullable
    Read find(int place, byte[] line, int at) {
        int slot = slot(place);
        Read read = reads[slot];
        if (read != null && read.isAt(line, at)) {
            return read;
        }
        Read next = reads[slot(place + 1)];
        if (next != null && next.isAt(line, at)) {
            reads[slot] = next;
            return next;
        }
        return null;
    }

    void add(int place, byte[] line, int begin, int end, Json json) {
        if (line.length <= LINE_BYTES_MAX) {
            reads[slot(place)] = new Read(line, begin, end, json);
        }
    }

    private static int slot(int place) {
        return (place ^ place >>> 10 ^ place >>> 20) & (PLACES - 1);
    }
}
