package dev.plumb.simulation.world;

import dev.plumb.simulation.Input;
import dev.plumb.simulation.Records;
import dev.plumb.simulation.world.NodeState.PendingSync;
import dev.plumb.simulation.world.NodeState.Status;
import dev.plumb.simulation.world.WorldState.InFlight;
import org.pcollections.PVector;

/** What each fault does. */
record Faults(Change change) {

    void happen(Move.Faulty move) {
        if (move instanceof Move.Crash crash) {
            crash(crash.node(), change.node(crash.node()).synced());
        } else if (move instanceof Move.Tear tear) {
            NodeState node = change.node(tear.node());
            Object written = node.syncs().get(0).disk();
            crash(tear.node(), Records.torn(node.synced(), written, tear.components()));
        } else if (move instanceof Move.LoseWrite lost) {
            PendingSync ended = change.endSync(lost.node());
            change.act(lost.node(), new Input.Synced(ended.write()));
        } else if (move instanceof Move.FailSync failure) {
            PendingSync ended = change.endSync(failure.node());
            change.act(failure.node(), new Input.SyncFailed(ended.write(), cause(failure.fault())));
        } else if (move instanceof Move.Pause pause) {
            long until = change.after(Delays.Kind.OUTAGE);
            change.put(pause.node(), change.node(pause.node()).with(Status.PAUSED, until));
        } else {
            inTime(move);
        }
    }

    private void inTime(Move.Faulty move) {
        if (move instanceof Move.Skew skew) {
            NodeState node = change.node(skew.node());
            change.put(skew.node(), node.with(node.clock().jumpedBy(skew.byMillis())));
        } else if (move instanceof Move.Drift drift) {
            NodeState node = change.node(drift.node());
            change.put(drift.node(), node.with(node.clock().runningAt(drift.ppm(), change.nowMillis())));
        } else if (move instanceof Move.Slow slow) {
            change.put(slow.node(), change.node(slow.node()).slow());
        } else {
            onTheNetwork(move);
        }
    }

    private void onTheNetwork(Move.Faulty move) {
        if (move instanceof Move.Lose loss) {
            change.put(loss.link(), change.onLink(loss.link()).minus(loss.index()));
        } else if (move instanceof Move.Duplicate twice) {
            PVector<InFlight> messages = change.onLink(twice.link());
            change.put(twice.link(), messages.plus(messages.get(twice.index())));
        } else if (move instanceof Move.Block block) {
            change.block(block.link());
        } else if (move instanceof Move.Forge forge) {
            change.send(forge.link(), forge.message());
        }
    }

    private void crash(String name, Object survives) {
        change.put(name, change.node(name).crashed(survives, change.after(Delays.Kind.OUTAGE)));
        change.hangUp(name);
    }

    private static Input.Cause cause(Fault fault) {
        return fault == Fault.FULL_DISK ? Input.Cause.FULL_DISK : Input.Cause.IO_ERROR;
    }
}
