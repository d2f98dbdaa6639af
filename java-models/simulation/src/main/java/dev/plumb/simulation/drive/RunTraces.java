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
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes the traces of a run, a file for each node as if it had recorded itself.
 */
public final class RunTraces implements Closeable {
    private final SortedMap<String, Recorder> recorders = new TreeMap<>();
    private final UnderWay<Message, Stamp> underWay;

    private RunTraces(WorldOptions options) {
        this.underWay = new UnderWay<>(options);
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
                traces.recorders.put(
                        node, Recorder.toFile(file, deployment.header().named(name), node));
            }
            run.steps().forEach(traces::add);
        }
        return files;
    }

    private void add(Happened happened) {
        if (happened.move() instanceof Move.Deliver delivery) {
            recorder(delivery.link().to()).received(underWay.take(delivery).tag());
        } else if (happened.move() instanceof Move.Forge forged) {
            underWay.add(forged.link(), forged.message(), Stamp.NONE);
        } else {
            underWay.suffer(happened.move());
        }
        happened.acts().forEach(this::add);
    }

    private void add(Act act) {
        Recorder recorder = recorder(act.node());
        act.notes().forEach(recorder::record);
        for (Effect effect : act.effects()) {
            if (effect instanceof Effect.Send send) {
                underWay.add(new Link(act.node(), send.to()), send.message(), recorder.stamp());
            }
        }
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
