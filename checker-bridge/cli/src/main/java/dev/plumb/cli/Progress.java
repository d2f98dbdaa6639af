package dev.plumb.cli;

import dev.plumb.core.tlc.Statistics;
import java.io.PrintWriter;
import java.util.Locale;

/** A line on a terminal that says how far TLC has come, and is gone when it is through. */
final class Progress implements AutoCloseable {
    private static final String CLEAR_LINE = "\r\033[K";

    private final String what;
    private final PrintWriter terminal;
    private final boolean shown;

    Progress(String what, PrintWriter terminal, boolean shown) {
        this.what = what;
        this.terminal = terminal;
        this.shown = shown;
        print("checking " + what + " ...");
    }

    void show(Statistics counts) {
        print(String.format(
                Locale.ROOT,
                "checking %s ... %,d states, %,d distinct, %,d on the queue",
                what,
                counts.generated(),
                counts.distinct(),
                counts.queued()));
    }

    @Override
    public void close() {
        print("");
    }

    private void print(String line) {
        if (shown) {
            terminal.print(CLEAR_LINE + line);
            terminal.flush();
        }
    }
}
