package dev.plumb.simulation;

import dev.plumb.simulation.NodeProcess.Report;
import dev.plumb.traces.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Nodes that run in JVMs of their own, each with a trace file of its own.
 *
 * <p>No node is left behind: {@link #close} and the end of this JVM kill them, and if this JVM is killed itself they stop
 * because their standard input ends.
 */
public final class Cluster implements Closeable {
    private static final List<String> SMALL_AND_QUICK =
            List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

    private final Plan plan;
    private final List<NodeProcess> nodes = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    private final Thread killer = new Thread(this::kill, "kill-nodes");
    private final long deadlineNanos;

    /**
     * What to run.
     *
     * @param factory makes the nodes, in their JVMs
     * @param nodes their names, which also name their files
     * @param arguments for the factory
     * @param trace the name of the trace, whose parts the files are
     * @param dir where the files go; is created
     * @param classPath of the nodes' JVMs
     * @param timeout for everything, from start to end
     */
    public record Plan(
            Class<? extends NodeFactory> factory,
            List<String> nodes,
            List<String> arguments,
            String trace,
            Path dir,
            String classPath,
            Duration timeout) {

        /** A plan with the class path of this JVM. */
        public Plan(
                Class<? extends NodeFactory> factory,
                List<String> nodes,
                List<String> arguments,
                String trace,
                Path dir,
                Duration timeout) {
            this(factory, nodes, arguments, trace, dir, System.getProperty("java.class.path"), timeout);
        }

        Path traceFile(String node) {
            return dir.resolve(node + ".ndjson");
        }
    }

    private Cluster(Plan plan) {
        this.plan = plan;
        this.deadlineNanos = System.nanoTime() + plan.timeout().toNanos();
    }

    /**
     * Starts the nodes and lets them know each other.
     *
     * @throws Problem if one fails or they take too long
     */
    public static Cluster start(Plan plan) throws IOException, InterruptedException {
        Cluster cluster = new Cluster(plan);
        try {
            cluster.launch();
            return cluster;
        } catch (Throwable failed) {
            cluster.close();
            throw failed;
        }
    }

    private void launch() throws IOException, InterruptedException {
        Files.createDirectories(plan.dir());
        Runtime.getRuntime().addShutdownHook(killer);
        for (String name : plan.nodes()) {
            Path stderr = plan.dir().resolve(name + ".stderr.txt");
            nodes.add(NodeProcess.start(name, command(name), stderr, reports));
        }
        SortedMap<String, String> ports = new TreeMap<>();
        awaitFromAll(NodeMain.LISTENS, (node, port) -> ports.put(node, port));
        String table = NodeMain.text(ports);
        nodes.forEach(node -> node.tell(table));
    }

    private List<String> command(String name) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_AND_QUICK);
        command.addAll(List.of("-cp", plan.classPath(), NodeMain.class.getName()));
        command.addAll(List.of(
                plan.factory().getName(),
                name,
                plan.trace(),
                plan.traceFile(name).toString()));
        command.addAll(plan.arguments());
        return command;
    }

    /**
     * Waits until the work of every node is done, and stops them.
     *
     * @return the trace files, in the order of the nodes
     * @throws Problem if one fails or they take too long
     */
    public List<Path> await() throws IOException, InterruptedException {
        awaitFromAll(NodeMain.DONE, (node, nothing) -> {});
        for (NodeProcess node : nodes) {
            node.stop();
        }
        for (NodeProcess node : nodes) {
            if (!node.hasEndedWithin(nanosLeft())) {
                throw ClusterProblems.tookTooLong(plan.timeout(), new TreeSet<>(List.of(node.name())), plan.dir());
            } else if (node.process().exitValue() != 0) {
                throw nodeFailed(node);
            }
            node.forgetSilence();
        }
        return plan.nodes().stream().map(plan::traceFile).toList();
    }

    /** The processes of the nodes, whether they still live or not. */
    public List<ProcessHandle> processes() {
        return nodes.stream().map(node -> node.process().toHandle()).toList();
    }

    private void awaitFromAll(String word, BiConsumer<String, String> each) throws IOException, InterruptedException {
        SortedSet<String> pending = new TreeSet<>(plan.nodes());
        while (!pending.isEmpty()) {
            Report report = reports.poll(nanosLeft(), TimeUnit.NANOSECONDS);
            if (report == null) {
                throw ClusterProblems.tookTooLong(plan.timeout(), pending, plan.dir());
            } else if (report.isEnd()) {
                throw nodeFailed(report.node());
            } else if (report.line().startsWith(word)
                    && pending.remove(report.node().name())) {
                each.accept(report.node().name(), report.line().substring(word.length()));
            }
        }
    }

    private long nanosLeft() {
        return Math.max(0, deadlineNanos - System.nanoTime());
    }

    private static Problem nodeFailed(NodeProcess node) throws IOException, InterruptedException {
        node.process().waitFor();
        return ClusterProblems.nodeFailed(node.name(), node.process().exitValue(), node.lastWords());
    }

    private void kill() {
        nodes.forEach(node -> node.process().destroyForcibly());
    }

    /** Kills what still runs, and waits until it is gone. */
    @Override
    public void close() {
        kill();
        nodes.forEach(node -> node.process().onExit().join());
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException shuttingDown) {
            return;
        }
    }
}
