package dev.plumb.simulation.sockets;

import dev.plumb.refinement.Recorder;
import dev.plumb.refinement.RecorderOptions;
import dev.plumb.refinement.Stamp;
import dev.plumb.simulation.ClockReading;
import dev.plumb.simulation.Effect;
import dev.plumb.simulation.Input;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.RecordText;
import dev.plumb.simulation.Records;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import dev.plumb.simulation.drive.Protocols;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A node in a JVM of its own that does one thing at a time, when its controller says so: the controller holds its messages
 * and timers, and says when a sync ends. It stops when the controller has gone.
 */
public final class HeldNode {
    private final Node<Object, Object> node;
    private final Storage storage;
    private final Recorder recorder;
    private final Conversation controller;
    private final boolean syncsAtOnce;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private Object disk;
    private Object memory;
    private Object synced;

    private record Pending(Record write, Object disk) {}

    private HeldNode(
            Node<Object, Object> node, Storage storage, Recorder recorder, Conversation controller, boolean syncsAtOnce)
            throws IOException {
        this.node = node;
        this.storage = storage;
        this.recorder = recorder;
        this.controller = controller;
        this.syncsAtOnce = syncsAtOnce;
        this.disk = storage.read().orElseGet(node::format);
        this.synced = disk;
        this.memory = node.boot(disk);
    }

    /**
     * Arguments: the controller's port, protocol, number of nodes, bug, whether syncs end at once, the node's name, its name
     * in the trace, the file of its disk, the file of its trace, the name of the trace, and a stamp of what it comes after.
     */
    public static void main(String[] args) throws IOException {
        var deployment = Protocols.named(args[1]).deploy(Integer.parseInt(args[2]), args[3]);
        @SuppressWarnings("unchecked") // a node gets back the disk and memory that it gave
        Node<Object, Object> node =
                (Node<Object, Object>) Objects.requireNonNull(deployment.nodes().get(args[5]));
        try (Conversation controller =
                        new Conversation(new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])));
                Recorder recorder = Recorder.toFile(
                        Path.of(args[8]),
                        deployment.header().named(args[9]),
                        args[6],
                        RecorderOptions.DEFAULT.flushEachStep())) {
            recorder.received(Stamp.parse(args[10]));
            Storage storage = new Storage(Path.of(args[7]));
            controller.say("hello", args[5]);
            new HeldNode(node, storage, recorder, controller, Boolean.parseBoolean(args[4])).obey();
        }
    }

    private void obey() throws IOException {
        for (Optional<List<String>> heard = controller.hear(); heard.isPresent(); heard = controller.hear()) {
            try {
                obey(heard.get());
                controller.say("done", recorder.stamp().text());
            } catch (RuntimeException thrown) {
                controller.say("threw", thrown.toString());
            }
        }
    }

    /** The first words: what to do, and what the clock shows. */
    private void obey(List<String> words) throws IOException {
        ClockReading clock = new ClockReading(Long.parseLong(words.get(1)), Long.parseLong(words.get(2)));
        switch (words.get(0)) {
            case "start" -> handle(new Input.Start(), clock);
            case "deliver" -> {
                recorder.received(Stamp.parse(words.get(4)));
                handle(new Input.Deliver(words.get(3), (Message) RecordText.parse(words.get(5))), clock);
            }
            case "timer" -> handle(new Input.Timer((Record) RecordText.parse(words.get(3))), clock);
            case "call" -> handle(new Input.Call(words.get(3), (Message) RecordText.parse(words.get(4))), clock);
            case "sync" -> {
                synced = pending.element().disk();
                storage.sync(synced);
                handle(new Input.Synced(pending.remove().write()), clock);
            }
            case "lose" -> handle(new Input.Synced(pending.remove().write()), clock);
            case "fail" ->
                handle(new Input.SyncFailed(pending.remove().write(), Input.Cause.valueOf(words.get(3))), clock);
            case "tear" -> storage.sync(Records.torn(synced, pending.element().disk(), Integer.parseInt(words.get(3))));
            default -> throw new IllegalArgumentException(words.toString());
        }
    }

    private void handle(Input input, ClockReading clock) throws IOException {
        Step<Object, Object> step = node.on(new State<>(disk, memory, clock), input);
        disk = step.state().disk();
        memory = step.state().memory();
        step.notes().forEach(recorder::record);
        for (Effect effect : step.effects()) {
            perform(effect);
        }
        while (syncsAtOnce && !pending.isEmpty()) {
            synced = pending.element().disk();
            storage.sync(synced);
            handle(new Input.Synced(pending.remove().write()), clock);
        }
    }

    private void perform(Effect effect) throws IOException {
        controller.say("effect", effect.toString());
        if (effect instanceof Effect.Send send) {
            controller.say("send", send.to(), recorder.stamp().text(), RecordText.of(send.message()));
        } else if (effect instanceof Effect.Sync sync) {
            pending.add(new Pending(sync.write(), disk));
        }
    }
}
