package dev.plumb.cli;

import dev.plumb.kernel.api.Counts;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A line on a terminal that says how far TLC has come, and is gone when it is through. Several checks may go on at the
 * same time: the line tells of the first of them.
 */
final class Progress {
    private static final String CLEAR_LINE = "\r\033[K";
    private static final int BAR = 20;
    private static final double NANOS = 1e9;

    private final PrintWriter terminal;
    private final boolean shown;
    private final SortedMap<String, Running> running = new TreeMap<>();

    private record Running(String name, long expected, long startNanos) {}

    Progress(PrintWriter terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    synchronized void start(CheckJob job) {
        running.put(job.name(), new Running(job.name(), job.expectedStates(), System.nanoTime()));
        print("checking " + running.firstKey() + others() + " ...");
    }

    synchronized void show(CheckJob job, Counts counts) {
        Running first = running.get(job.name());
        if (first != null && running.firstKey().equals(job.name())) {
            double seconds = (System.nanoTime() - first.startNanos()) / NANOS;
            print(String.format(
                    Locale.ROOT,
                    "checking %s%s  %s%,d distinct, %,d generated (%,.0f/s), %,d on the queue, depth %d, %.0f s",
                    first.name(),
                    others(),
                    bar(first.expected(), counts.distinct()),
                    counts.distinct(),
                    counts.generated(),
                    counts.generated() / Math.max(seconds, 1 / NANOS),
                    counts.queued(),
                    counts.depth(),
                    seconds));
        }
    }

    private String others() {
        return running.size() > 1 ? " and " + (running.size() - 1) + " more" : "";
    }

    private static String bar(long expected, long distinct) {
        if (expected <= 0) {
            return "";
        }
        int full = (int) Math.min(BAR, BAR * distinct / expected);
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] ";
    }

    synchronized void end(CheckJob job) {
        running.remove(job.name());
        print("");
    }

    private void print(String line) {
        if (shown) {
            terminal.print(CLEAR_LINE + line);
            terminal.flush();
        }
    }
}
