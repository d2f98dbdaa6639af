package dev.plumb.protocols.commit.twophase;

import dev.plumb.simulation.Cluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two-phase commit on real sockets: the coordinator and three resource managers, each in a JVM of its own. */
public final class TwoPhaseCluster {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private TwoPhaseCluster() {}

    /**
     * Runs the transactions to their ends, several at a time. Every third one is refused by a resource manager.
     *
     * @param dir where the traces go
     * @return the trace files, parts of one trace: {@code tm.ndjson}, {@code r1.ndjson} and so on
     * @throws dev.plumb.traces.Problem if a node fails or they take too long
     */
    public static List<Path> run(Path dir, Bug bug, int transactions) throws IOException, InterruptedException {
        Setup setup = Setup.ofThree(transactions, bug);
        List<String> nodes = new ArrayList<>(List.of(Setup.COORDINATOR));
        nodes.addAll(setup.resourceManagers());
        String trace = "two-phase-" + bug.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Cluster.Plan plan = new Cluster.Plan(TwoPhaseNodes.class, nodes, setup.arguments(), trace, dir, TIMEOUT);
        try (Cluster cluster = Cluster.start(plan)) {
            return cluster.await();
        }
    }
}
