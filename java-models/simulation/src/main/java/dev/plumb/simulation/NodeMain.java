package dev.plumb.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.plumb.refinement.Recorder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A node's JVM. Its launcher and it talk in lines: it says which port it listens on, is told everyone's ports, says when
 * its work is done, and stops when its standard input ends. A launcher that dies, however it dies, closes that input, so
 * no node outlives it.
 */
public final class NodeMain {
    static final String LISTENS = "plumb:listens ";
    static final String DONE = "plumb:done";

    private static final long STOP_MILLIS_MAX = 2_000;

    private NodeMain() {}

    /** Arguments: the class of the {@link NodeFactory}, the node's name, the trace's name, its file, the factory's own. */
    public static void main(String[] args) throws Exception {
        String name = args[1];
        List<String> arguments = List.of(args).subList(4, args.length);
        NodeFactory factory = Class.forName(args[0])
                .asSubclass(NodeFactory.class)
                .getConstructor()
                .newInstance();
        try (Recorder recorder = Recorder.toFile(
                        Path.of(args[3]), factory.header(arguments).named(args[2]), name);
                SocketRunner<?, ?> runner =
                        SocketRunner.open(name, factory.node(name, arguments), recorder, () -> say(DONE))) {
            factory.calls(name, arguments).forEach(runner::call);
            say(LISTENS + runner.port());
            serve(runner, new BufferedReader(new InputStreamReader(System.in, UTF_8)));
        }
    }

    private static void serve(SocketRunner<?, ?> runner, BufferedReader launcher)
            throws IOException, InterruptedException {
        String ports = launcher.readLine();
        if (ports != null) {
            Thread watch = new Thread(() -> stopAtTheEndOf(launcher, runner), "launcher");
            watch.setDaemon(true);
            watch.start();
            runner.run(ports(ports));
        }
    }

    /** Where each node listens, as a launcher tells it. */
    static String text(SortedMap<String, String> ports) {
        return ports.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(joining(","));
    }

    private static SortedMap<String, Integer> ports(String line) {
        SortedMap<String, Integer> ports = new TreeMap<>();
        for (String entry : line.split(",", -1)) {
            int equals = entry.lastIndexOf('=');
            ports.put(entry.substring(0, equals), Integer.valueOf(entry.substring(equals + 1)));
        }
        return ports;
    }

    /** Asks first, so that the recorder is closed; a node that hangs in a handler is ended nevertheless. */
    private static void stopAtTheEndOf(BufferedReader launcher, SocketRunner<?, ?> runner) {
        try {
            while (launcher.readLine() != null) {}
            runner.stop();
            Thread.sleep(STOP_MILLIS_MAX);
        } catch (IOException | InterruptedException gone) {
            // the same as the end
        }
        Runtime.getRuntime().halt(1);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
