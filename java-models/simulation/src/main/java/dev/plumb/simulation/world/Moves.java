package dev.plumb.simulation.world;

import dev.plumb.simulation.Records;
import dev.plumb.simulation.world.NodeState.RunningTimer;
import dev.plumb.simulation.world.NodeState.Status;
import dev.plumb.simulation.world.WorldState.InFlight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pcollections.PVector;

/** What can happen in a state. With time, what is due first; without, everything that is under way. */
final class Moves {
    private static final long DRIFT_PPM = 5_000;

    private final World world;
    private final WorldState state;
    private final List<Move> found = new ArrayList<>();
    private long earliestMillis = Long.MAX_VALUE;

    Moves(World world, WorldState state) {
        this.world = world;
        this.state = state;
    }

    List<Move> ordinary() {
        state.nodes().forEach(this::syncs);
        state.network().forEach(this::deliveries);
        state.clients().forEach(this::calls);
        state.nodes().forEach(this::timers);
        state.nodes().forEach(this::wakings);
        state.blocked().forEach((link, until) -> add(until, new Move.Heal(link)));
        return found;
    }

    private void add(long dueMillis, Move move) {
        long due = Math.max(dueMillis, state.nowMillis()); // what waited for a node or link that was gone is late
        if (due < earliestMillis) {
            earliestMillis = due;
            found.clear();
        }
        if (due == earliestMillis) {
            found.add(move);
        }
    }

    private void syncs(String name, NodeState node) {
        if (node.isUp() && !node.syncs().isEmpty()) {
            add(node.syncs().get(0).dueMillis(), new Move.Sync(name));
        }
    }

    private void deliveries(Link link, PVector<InFlight> messages) {
        if (state.node(link.to()).isUp() && !state.blocked().containsKey(link)) {
            int candidates = world.options().network() == WorldOptions.Network.FIFO ? 1 : messages.size();
            for (int i = 0; i < candidates; i++) {
                add(messages.get(i).dueMillis(), new Move.Deliver(link, i));
            }
        }
    }

    private void calls(String name, ClientState client) {
        if (client.canCall() && state.node(client.ahead().get(0).node()).isUp()) {
            add(client.dueMillis(), new Move.Invoke(name));
        }
    }

    private void timers(String name, NodeState node) {
        if (node.isUp()) {
            for (Map.Entry<String, RunningTimer> timer : node.timers().entrySet()) {
                add(timer.getValue().dueMillis(), new Move.RunOut(name, timer.getKey()));
            }
        }
    }

    private void wakings(String name, NodeState node) {
        if (node.status() == Status.DOWN) {
            add(node.dueMillis(), new Move.Restart(name));
        } else if (node.status() == Status.PAUSED) {
            add(node.dueMillis(), new Move.Resume(name));
        }
    }

    List<Move> faulty() {
        state.nodes().forEach(this::nodeFaults);
        state.network().forEach(this::messageFaults);
        if (mayStill(Fault.PARTITION)) {
            blockableLinks();
        }
        if (mayStill(Fault.FORGE)) {
            world.forgeries().forEach(forged -> found.add(new Move.Forge(forged.link(), forged.message())));
        }
        return found;
    }

    private boolean mayStill(Fault fault) {
        return state.budget().containsKey(fault);
    }

    private void nodeFaults(String name, NodeState node) {
        if (!node.isUp()) {
            return;
        }
        if (mayStill(Fault.CRASH)) {
            found.add(new Move.Crash(name));
        }
        if (mayStill(Fault.PAUSE)) {
            found.add(new Move.Pause(name));
        }
        if (world.options().timed()) {
            timeFaults(name, node);
        }
        if (!node.syncs().isEmpty()) {
            syncFaults(name, node);
        }
    }

    /** Beyond what a clock may be off and says so. */
    private void timeFaults(String name, NodeState node) {
        if (mayStill(Fault.SKEW)) {
            long jump = 10 * world.options().uncertaintyMillis();
            found.add(new Move.Skew(name, jump));
            found.add(new Move.Skew(name, -jump));
        }
        if (mayStill(Fault.DRIFT)) {
            found.add(new Move.Drift(name, DRIFT_PPM));
            found.add(new Move.Drift(name, -DRIFT_PPM));
        }
        if (mayStill(Fault.SLOW) && !node.isSlow()) {
            found.add(new Move.Slow(name));
        }
    }

    private void syncFaults(String name, NodeState node) {
        if (mayStill(Fault.TORN_WRITE)) {
            int components = Records.parts(node.synced());
            for (int written = 1; written < components; written++) {
                found.add(new Move.Tear(name, written));
            }
        }
        if (mayStill(Fault.LOST_WRITE)) {
            found.add(new Move.LoseWrite(name));
        }
        for (Fault failure : List.of(Fault.IO_ERROR, Fault.FULL_DISK)) {
            if (mayStill(failure)) {
                found.add(new Move.FailSync(name, failure));
            }
        }
    }

    /** A node's messages to itself do not leave it. */
    private void messageFaults(Link link, PVector<InFlight> messages) {
        if (link.isLoop()) {
            return;
        }
        for (int i = 0; i < messages.size(); i++) {
            if (mayStill(Fault.LOSS)) {
                found.add(new Move.Lose(link, i));
            }
            if (mayStill(Fault.DUPLICATE)) {
                found.add(new Move.Duplicate(link, i));
            }
        }
    }

    private void blockableLinks() {
        for (String from : state.nodes().keySet()) {
            for (String to : state.nodes().keySet()) {
                Link link = new Link(from, to);
                if (!link.isLoop() && !state.blocked().containsKey(link)) {
                    found.add(new Move.Block(link));
                }
            }
        }
    }
}
