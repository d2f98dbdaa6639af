package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Supplier;

/** A line on a terminal, if somebody is watching, that says once a second how far a command has come, and is gone at the end. */
final class LiveLine implements AutoCloseable {
    private static final String CLEAR_LINE = "\r\033[K";
    private static final long SECOND = 1_000_000_000;

    private final PrintWriter terminal;
    private final boolean isShown;
    private final long start = System.nanoTime();
    private long told = start;

    LiveLine(CommonOptions options, PrintWriter terminal) {
        this(options.progress(), terminal);
    }

    LiveLine(boolean isShown, PrintWriter terminal) {
        this.isShown = isShown;
        this.terminal = terminal;
    }

    /** Tells that, unless something was told less than a second ago. */
    synchronized void tell(Supplier<String> what) {
        long now = System.nanoTime();
        if (isShown && now - told >= SECOND) {
            told = now;
            print(String.format(Locale.ROOT, "%s, %d s", what.get(), (now - start) / SECOND));
        }
    }

    private void print(String line) {
        terminal.print(CLEAR_LINE + line);
        terminal.flush();
    }

    /** Makes room for what a command prints before it is through. */
    synchronized void clear() {
        if (isShown) {
            print("");
        }
    }

    @Override
    public void close() {
        clear();
    }
}
