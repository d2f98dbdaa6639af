package dev.plumb.cli;

import dev.plumb.core.tlc.Statistics;
import java.util.Locale;

/** A line on a terminal that says how far TLC has come, and is gone when it is through. */
final class Progress implements AutoCloseable {
    private final String what;
    private final boolean shown;

    Progress(String what, boolean shown) {
        this.what = what;
        this.shown = shown;
        if (shown) {
            System.err.print("checking " + what + " …");
        }
    }

    void show(Statistics counts) {
        if (shown) {
            System.err.printf(
                    Locale.ROOT,
                    "\r\033[Kchecking %s … %,d states, %,d distinct, %,d on the queue",
                    what,
                    counts.generated(),
                    counts.distinct(),
                    counts.queued());
        }
    }

    @Override
    public void close() {
        if (shown) {
            System.err.print("\r\033[K");
        }
    }
}
