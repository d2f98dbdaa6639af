package dev.plumb.simulation.commands;

import dev.plumb.simulation.explore.Exploration;
import dev.plumb.simulation.explore.Explorer;
import dev.plumb.simulation.explore.Limits;
import dev.plumb.simulation.explore.Progress;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How to explore, and how far. */
final class ExploreOptions {
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

    @Option(names = "--continue", description = "Go on where something is violated, until each property is decided.")
    private boolean goesOn;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "0 is one a core. The results are the same for any number.")
    private int threads;

    <S> Exploration<S> applyTo(Explorer<S> explorer, LiveLine live) {
        explorer.within(limits());
        if (depthFirst) {
            explorer.depthFirst();
        }
        if (goesOn) {
            explorer.goingOn();
        }
        if (ProtocolOptions.atLeast(0, "--threads", threads) > 0) {
            explorer.threads(threads);
        }
        return explorer.telling(progress -> live.tell(() -> text(progress))).explore();
    }

    private Limits limits() {
        return new Limits(
                ProtocolOptions.atLeastOne("--states", states),
                ProtocolOptions.atLeastOne("--depth", depth),
                Duration.ofSeconds(Math.min(
                        ProtocolOptions.atLeastOne("--seconds", seconds),
                        Limits.NONE.time().toSeconds())));
    }

    static String text(Progress progress) {
        double seconds = Math.max(progress.time().toNanos() / NANOS, 1 / NANOS);
        return String.format(
                Locale.ROOT,
                "exploring: %,d states, %,d steps (%,.0f/s), depth %d",
                progress.distinct(),
                progress.generated(),
                progress.generated() / seconds,
                progress.depth());
    }
}
