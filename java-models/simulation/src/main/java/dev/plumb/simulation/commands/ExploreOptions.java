package dev.plumb.simulation.commands;

import dev.plumb.cli.CommonOptions;
import dev.plumb.simulation.explore.Exploration;
import dev.plumb.simulation.explore.Explorer;
import dev.plumb.simulation.explore.Limits;
import dev.plumb.simulation.explore.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How to explore, and how far. */
final class ExploreOptions {
    private static final String CLEAR_LINE = "\r\033[K";
    private static final double NANOS = 1e9;

    @Option(
            names = "--states",
            paramLabel = "N",
            defaultValue = "2000000",
            description = "States after which to stop (default: ${DEFAULT-VALUE}).")
    private long states = 2_000_000;

    @Option(names = "--depth", paramLabel = "N", description = "Depth at which to stop; the beginning has depth 1.")
    private int depth = Integer.MAX_VALUE;

    @Option(names = "--seconds", paramLabel = "N", description = "Time after which to stop.")
    private long seconds = Limits.NONE.time().toSeconds();

    @Option(
            names = "--depth-first",
            description = "Go deep soon: less memory, but what is found is found on longer ways.")
    private boolean depthFirst;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "0 is one a core. The results are the same for any number.")
    private int threads;

    <S> Exploration<S> applyTo(Explorer<S> explorer, CommonOptions options, PrintWriter terminal) {
        explorer.within(new Limits(states, depth, Duration.ofSeconds(seconds)));
        if (depthFirst) {
            explorer.depthFirst();
        }
        if (threads > 0) {
            explorer.threads(threads);
        }
        if (!options.progress()) {
            return explorer.explore();
        }
        Exploration<S> found =
                explorer.telling(progress -> tell(progress, terminal)).explore();
        print(terminal, "");
        return found;
    }

    private static void tell(Progress progress, PrintWriter terminal) {
        double time = progress.time().toNanos() / NANOS;
        print(
                terminal,
                String.format(
                        Locale.ROOT,
                        "exploring: %,d states, %,d steps (%,.0f/s), depth %d, %.0f s",
                        progress.distinct(),
                        progress.generated(),
                        progress.generated() / Math.max(time, 1 / NANOS),
                        progress.depth(),
                        time));
    }

    private static void print(PrintWriter terminal, String line) {
        terminal.print(CLEAR_LINE + line);
        terminal.flush();
    }
}
