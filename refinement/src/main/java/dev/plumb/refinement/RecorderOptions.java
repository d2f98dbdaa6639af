package dev.plumb.refinement;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a recorder records.
 *
 * @param flush when steps are handed to the operating system
 * @param secrets names of which no value gets into the file
 * @param lineBytesMax how long a step's line can be
 */
public record RecorderOptions(Flush flush, SortedSet<String> secrets, int lineBytesMax) {
    private static final int USUAL_LINE_BYTES_MAX = 1 << 20;

    /** In batches, with no secrets, and lines of a mebibyte at most. */
    public static final RecorderOptions DEFAULT =
            new RecorderOptions(Flush.BATCHES, Collections.emptySortedSet(), USUAL_LINE_BYTES_MAX);

    /** When steps are handed to the operating system, so that they survive the process. */
    public enum Flush {
        /**
         * When a thread has gathered some, ten times a second, before a stamp is given away, and when the JVM ends. No
         * thread waits for another one to record; a process that is killed loses the last steps, but none that another
         * process can know of.
         */
        BATCHES,
        /** Before {@link RecordedStep#done} returns: a process that is killed loses no step that it completed. */
        EACH_STEP
    }

    public RecorderOptions {
        secrets = Collections.unmodifiableSortedSet(new TreeSet<>(secrets));
        if (lineBytesMax < 1) {
            throw new IllegalArgumentException("no line has " + lineBytesMax + " bytes");
        }
    }

    /** These, with each step in the file when it is done. */
    public RecorderOptions flushEachStep() {
        return new RecorderOptions(Flush.EACH_STEP, secrets, lineBytesMax);
    }

    /**
     * These, with more names that are secret: of variables, arguments, constants, indices and record fields. An argument
     * or observation that has to do with one of them, however deep in its value, is left out as a whole.
     */
    public RecorderOptions secret(String... names) {
        SortedSet<String> more = new TreeSet<>(secrets);
        more.addAll(List.of(names));
        return new RecorderOptions(flush, more, lineBytesMax);
    }

    /**
     * These, with lines of at most so many bytes. Of a step that needs more, the largest observations and arguments are
     * left out until it fits, with a warning.
     */
    public RecorderOptions lineBytesMax(int bytes) {
        return new RecorderOptions(flush, secrets, bytes);
    }
}
