package dev.plumb.simulation.sockets;

import dev.plumb.refinement.Stamp;
import dev.plumb.simulation.Input;
import dev.plumb.simulation.RecordText;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.drive.RunLog;
import dev.plumb.simulation.drive.UnderWay;
import dev.plumb.simulation.sockets.HeldProcess.Answer;
import dev.plumb.simulation.world.Fault;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Happened.Act;
import dev.plumb.simulation.world.Link;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldState;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Has real processes do what a simulated run did: each node in a JVM of its own, with its disk in a file. Every message goes
 * through this controller, which releases messages, timers and syncs in the order of the run. What a node answers is compared
 * with what it did in the simulation.
 */
public final class SocketReplay implements Closeable {
    private static final int ANY_PORT = 0;
    private static final int USUAL_BACKLOG = 0;

    private final Run run;
    private final World world;
    private final Path dir;
    private final String trace;
    private final ServerSocket server;
    private final SortedMap<String, HeldProcess> processes = new TreeMap<>();
    private final SortedMap<String, Integer> incarnations = new TreeMap<>();
    private final SortedMap<String, String> lastStamps = new TreeMap<>();
    private final UnderWay<String, Stamp> underWay;
    private final List<Path> traces = new ArrayList<>();
    private final List<String> injected = new ArrayList<>();

    /**
     * What came of it.
     *
     * @param traces what the processes recorded; a process that was started again has a file of its own
     * @param injected each fault, and what caused it
     * @param difference the first step in which a node did something else than in the simulation
     */
    public record Outcome(List<Path> traces, List<String> injected, Optional<String> difference) {}

    private SocketReplay(Run run, Path dir, String trace) throws IOException {
        this.run = run;
        this.world = run.scenario().world();
        this.dir = dir;
        this.trace = trace;
        this.underWay = new UnderWay<>(run.scenario().options());
        this.server = new ServerSocket(ANY_PORT, USUAL_BACKLOG, InetAddress.getLoopbackAddress());
    }

    /**
     * Replays a run.
     *
     * @param dir where disks and traces go; what is there of an earlier replay is deleted
     * @param trace the name of the trace
     */
    public static Outcome of(Run run, Path dir, String trace) throws IOException {
        Files.createDirectories(dir);
        try (var old = Files.newDirectoryStream(dir, "*.{json,ndjson,txt}")) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
        try (SocketReplay replay = new SocketReplay(run, dir, trace)) {
            return replay.all();
        }
    }

    private Outcome all() throws IOException {
        List<WorldState> states = run.states();
        for (int i = 0; i < run.steps().size(); i++) {
            Happened step = run.steps().get(i);
            String told = "step " + i + ": " + RunLog.text(step);
            List<String> done = happen(step, states.get(i));
            List<String> simulated = step.acts().stream()
                    .map(Act::effects)
                    .flatMap(List::stream)
                    .map(Object::toString)
                    .toList();
            if (step.move() instanceof Move.Faulty fault) {
                injected.add(told + ": " + cause(fault));
            }
            if (!done.equals(simulated)) {
                return new Outcome(
                        traces, injected, Optional.of(told + "\nsimulated: " + simulated + "\non sockets: " + done));
            }
        }
        return new Outcome(traces, injected, Optional.empty());
    }

    private static String cause(Move.Faulty fault) {
        return switch (fault.fault()) {
            case CRASH -> "its process was killed";
            case TORN_WRITE -> "its storage wrote that much, and its process was killed";
            case LOST_WRITE, IO_ERROR, FULL_DISK -> "said its storage";
            case SKEW, DRIFT -> "said its clock";
            case LOSS, DUPLICATE, PARTITION, PAUSE, SLOW, FORGE -> "done by the controller";
        };
    }

    /** Has a step happen, and gives the effects that nodes asked for. */
    private List<String> happen(Happened step, WorldState after) throws IOException {
        Move move = step.move();
        if (move instanceof Move.Begin) {
            List<String> effects = new ArrayList<>();
            for (String node : world.nodes().keySet()) {
                effects.addAll(switchOn(node, after));
            }
            return effects;
        } else if (move instanceof Move.Restart restart) {
            return switchOn(restart.node(), after);
        } else if (move instanceof Move.Crash crash) {
            kill(crash.node());
        } else if (move instanceof Move.Tear tear) {
            tell(tear.node(), after, "tear", String.valueOf(tear.components()));
            kill(tear.node());
        } else if (move instanceof Move.Forge forged) {
            underWay.add(forged.link(), RecordText.of(forged.message()), Stamp.NONE);
        } else if (step.acts().isEmpty()) {
            underWay.suffer(move); // or nobody has anything to do but wait
        } else {
            return act(move, step.acts().get(0), after);
        }
        return List.of();
    }

    private List<String> act(Move move, Act act, WorldState after) throws IOException {
        Input input = act.input();
        if (move instanceof Move.Deliver delivery) {
            var arrived = underWay.take(delivery);
            String stamp = arrived.tag().text();
            return tell(act.node(), after, "deliver", delivery.link().from(), stamp, arrived.message());
        } else if (input instanceof Input.Timer timer) {
            return tell(act.node(), after, "timer", RecordText.of(timer.timer()));
        } else if (input instanceof Input.Call call) {
            return tell(act.node(), after, "call", call.client(), RecordText.of(call.operation()));
        } else if (move instanceof Move.LoseWrite) {
            return tell(act.node(), after, "lose");
        } else if (move instanceof Move.FailSync failure) {
            Input.Cause cause = failure.fault() == Fault.FULL_DISK ? Input.Cause.FULL_DISK : Input.Cause.IO_ERROR;
            return tell(act.node(), after, "fail", cause.name());
        }
        return tell(act.node(), after, "sync");
    }

    private List<String> tell(String node, WorldState after, String what, String... more) throws IOException {
        HeldProcess process = Objects.requireNonNull(processes.get(node));
        Answer answer = process.tell(what, world.clock(after.node(node), after.nowMillis()), more);
        answer.sent()
                .forEach(sent -> underWay.add(new Link(node, sent.to()), sent.message(), Stamp.parse(sent.stamp())));
        lastStamps.put(node, process.stamp());
        return answer.effects();
    }

    private List<String> switchOn(String node, WorldState after) throws IOException {
        int incarnation = incarnations.merge(node, 1, Integer::sum);
        String process = incarnation == 1 ? node : node + "." + incarnation;
        Path recorded = dir.resolve(process + ".ndjson");
        traces.add(recorded);
        List<String> arguments = List.of(
                run.scenario().protocol(),
                String.valueOf(run.scenario().nodes()),
                run.scenario().bug(),
                String.valueOf(run.scenario().options().syncsAtOnce()),
                node,
                process,
                dir.resolve(node + ".json").toString(),
                recorded.toString(),
                trace,
                lastStamps.getOrDefault(node, ""));
        processes.put(node, HeldProcess.start(node, arguments, server, dir.resolve(process + ".stderr.txt")));
        return tell(node, after, "start");
    }

    private void kill(String node) throws IOException {
        Objects.requireNonNull(processes.remove(node)).close();
    }

    @Override
    public void close() throws IOException {
        for (HeldProcess process : processes.values()) {
            process.close();
        }
        server.close();
    }
}
