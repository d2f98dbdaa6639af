package dev.plumb.simulation.drive;

import dev.plumb.refinement.Recorder;
import dev.plumb.refinement.Stamp;
import dev.plumb.simulation.Effect;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Happened.Act;
import dev.plumb.simulation.world.Link;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.WorldOptions;
import dev.plumb.simulation.world.WorldOptions.Network;
import dev.plumb.traces.TraceHeader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes the traces of a run, a file for each node as if it had recorded itself. A message carries its sender's stamp: for
 * each message under way in the world, this has its stamp at the same place.
 */
public final class RunTraces implements Closeable {
    private final SortedMap<String, Recorder> recorders = new TreeMap<>();
    private final SortedMap<Link, List<Stamped>> underWay = new TreeMap<>();
    private final boolean grows;
    private final boolean holdsOnce;

    private record Stamped(Message message, Stamp stamp) {}

    private RunTraces(WorldOptions options) {
        this.grows = options.network() == Network.GROWING;
        this.holdsOnce = grows && !options.timed();
    }

    /**
     * Writes the traces of this run.
     *
     * @param dir where the files go; is created
     * @param name of the trace, whose parts they are
     * @return the files, in the order of the nodes' names
     */
    public static List<Path> write(Run run, Path dir, String name) throws IOException {
        Files.createDirectories(dir);
        var deployment = run.scenario().deployment();
        List<Path> files = new ArrayList<>();
        try (RunTraces traces = new RunTraces(run.scenario().options())) {
            for (String node : deployment.nodes().keySet()) {
                Path file = dir.resolve(node + ".ndjson");
                files.add(file);
                traces.recorders.put(node, Recorder.toFile(file, named(deployment.header(), name), node));
            }
            run.steps().forEach(traces::add);
        }
        return files;
    }

    private static TraceHeader named(TraceHeader header, String name) {
        return new TraceHeader(
                header.spec(), header.constants(), Optional.of(name), header.init(), header.order(), false);
    }

    private void add(Happened happened) {
        Move move = happened.move();
        if (move instanceof Move.Deliver delivery) {
            List<Stamped> messages = onLink(delivery.link());
            Stamped arrived = grows ? messages.get(delivery.index()) : messages.remove(delivery.index());
            recorder(delivery.link().to()).received(arrived.stamp());
        } else if (move instanceof Move.Lose loss) {
            onLink(loss.link()).remove(loss.index());
        } else if (move instanceof Move.Duplicate twice) {
            onLink(twice.link()).add(onLink(twice.link()).get(twice.index()));
        } else if (move instanceof Move.Forge forged) {
            add(forged.link(), new Stamped(forged.message(), Stamp.NONE));
        }
        happened.acts().forEach(this::add);
    }

    private void add(Act act) {
        Recorder recorder = recorder(act.node());
        act.notes().forEach(recorder::record);
        for (Effect effect : act.effects()) {
            if (effect instanceof Effect.Send send) {
                add(new Link(act.node(), send.to()), new Stamped(send.message(), recorder.stamp()));
            }
        }
    }

    private void add(Link link, Stamped sent) {
        List<Stamped> messages = onLink(link);
        if (!holdsOnce || messages.stream().noneMatch(before -> before.message().equals(sent.message()))) {
            messages.add(sent);
        }
    }

    private List<Stamped> onLink(Link link) {
        return underWay.computeIfAbsent(link, none -> new ArrayList<>());
    }

    private Recorder recorder(String node) {
        return Objects.requireNonNull(recorders.get(node));
    }

    @Override
    public void close() throws IOException {
        for (Recorder recorder : recorders.values()) {
            recorder.close();
        }
    }
}
