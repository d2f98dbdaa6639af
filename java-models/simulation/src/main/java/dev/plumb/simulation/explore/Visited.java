package dev.plumb.simulation.explore;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The fingerprints of all states that were found, each with that of a state before it: an open-addressing table of
 * longs, in parts that threads use independently of each other.
 *
 * <p>Which thread finds a state first is a matter of luck, but not what is kept: of several predecessors in the same round
 * of the search the one with the least fingerprint.
 */
final class Visited {
    /** Stands for the predecessor of an initial state, and for an unused place. */
    static final long NONE = 0;

    private static final int PARTS = 128;
    private static final int PLACES_AT_FIRST = 64;

    private final Part[] parts = Stream.generate(Part::new).limit(PARTS).toArray(Part[]::new);

    /**
     * Adds a state.
     *
     * @param parent the fingerprint of the state before it, or {@link #NONE}
     * @return whether it was not there before
     */
    boolean add(long print, long parent) {
        return part(print).add(print, parent);
    }

    /** The predecessor that was kept of a state that was added. */
    long parent(long print) {
        return part(print).parent(print);
    }

    /** States that are found from now on belong to a new round. */
    void startRound() {
        for (Part part : parts) {
            part.startRound();
        }
    }

    long size() {
        return Arrays.stream(parts).mapToLong(part -> part.size).sum();
    }

    /** What the table takes. */
    long bytes() {
        return Arrays.stream(parts).mapToLong(Part::bytes).sum();
    }

    private Part part(long print) {
        return parts[(int) (print >>> 57)];
    }

    /** Fingerprints in even places, predecessors in odd ones; at most three quarters full. */
    private static final class Part {
        private long[] table = new long[2 * PLACES_AT_FIRST];
        /** A bit for each place whose state was found in this round. */
        private long[] fresh = new long[PLACES_AT_FIRST / Long.SIZE];

        private int size;
        private boolean hasFresh;

        synchronized boolean add(long print, long parent) {
            int place = place(print);
            if (table[2 * place] == NONE) {
                insert(place, print, parent);
                return true;
            } else if (isFresh(place) && Long.compareUnsigned(parent, table[2 * place + 1]) < 0) {
                table[2 * place + 1] = parent;
            }
            return false;
        }

        private void insert(int place, long print, long parent) {
            set(place, print, parent, true);
            hasFresh = true;
            size++;
            if (4L * size > 3L * table.length / 2) {
                grow();
            }
        }

        synchronized long parent(long print) {
            int place = place(print);
            if (table[2 * place] == NONE) {
                throw new IllegalArgumentException("There is no state " + Long.toHexString(print));
            }
            return table[2 * place + 1];
        }

        /** Where a fingerprint is, or else would be. */
        private int place(long print) {
            int mask = table.length / 2 - 1;
            int place = (int) print & mask;
            while (table[2 * place] != NONE && table[2 * place] != print) {
                place = (place + 1) & mask;
            }
            return place;
        }

        private void set(int place, long print, long parent, boolean isFresh) {
            table[2 * place] = print;
            table[2 * place + 1] = parent;
            if (isFresh) {
                fresh[place >> 6] |= 1L << place;
            }
        }

        private boolean isFresh(int place) {
            return (fresh[place >> 6] & 1L << place) != 0;
        }

        private void grow() {
            long[] oldTable = table;
            long[] oldFresh = fresh;
            table = new long[2 * oldTable.length];
            fresh = new long[2 * oldFresh.length];
            for (int place = 0; place < oldTable.length / 2; place++) {
                long print = oldTable[2 * place];
                if (print != NONE) {
                    set(place(print), print, oldTable[2 * place + 1], (oldFresh[place >> 6] & 1L << place) != 0);
                }
            }
        }

        synchronized void startRound() {
            if (hasFresh) {
                Arrays.fill(fresh, 0);
                hasFresh = false;
            }
        }

        long bytes() {
            return (long) Long.BYTES * (table.length + fresh.length);
        }
    }
}
