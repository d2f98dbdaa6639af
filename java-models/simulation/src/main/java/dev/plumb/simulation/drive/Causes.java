package dev.plumb.simulation.drive;

import dev.plumb.simulation.Effect;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Happened.Act;
import dev.plumb.simulation.world.Link;
import dev.plumb.simulation.world.Move;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What in a run can have caused what: a step has what happened before to its node, what had happened to the sender of the
 * message that it receives, and what had happened to the client whose call it is. All other steps could as well have been left
 * out (Lamport, Time, Clocks, and the Ordering of Events in a Distributed System, 1978).
 */
final class Causes {
    private final UnderWay<Message, BitSet> underWay;
    /** What happened to each node and each client so far, and all that can have caused it, as numbers of steps. */
    private final SortedMap<String, BitSet> nodes = new TreeMap<>();

    private final SortedMap<String, BitSet> clients = new TreeMap<>();
    /** Of each step: itself and all that can have caused it. */
    private final List<BitSet> causes = new ArrayList<>();

    private Causes(Run run) {
        underWay = new UnderWay<>(run.scenario().options());
        run.steps().forEach(this::add);
    }

    static Causes of(Run run) {
        return new Causes(run);
    }

    /** Steps that can have caused the last one, itself included. */
    BitSet ofTheLast() {
        return (BitSet) causes.get(causes.size() - 1).clone();
    }

    /** The same with what happened to one node up to the end, for each of them. */
    List<BitSet> ofTheLastAndANode() {
        return nodes.values().stream()
                .map(node -> {
                    BitSet both = ofTheLast();
                    both.or(node);
                    return both;
                })
                .toList();
    }

    private void add(Happened happened) {
        BitSet before = new BitSet();
        before.set(causes.size());
        Move move = happened.move();
        if (move instanceof Move.Deliver delivery) {
            before.or(underWay.take(delivery).tag());
        } else if (move instanceof Move.Forge forged) {
            underWay.add(forged.link(), forged.message(), before);
        } else if (move instanceof Move.Invoke call) {
            before.or(of(clients, call.client()));
            clients.put(call.client(), before);
        } else if (move instanceof Move.AtNode at) {
            happens(at.node(), before);
        } else {
            underWay.suffer(move);
        }
        happened.acts().forEach(act -> add(act, before));
        causes.add(before);
    }

    private void add(Act act, BitSet before) {
        happens(act.node(), before);
        for (Effect effect : act.effects()) {
            if (effect instanceof Effect.Send send) {
                underWay.add(new Link(act.node(), send.to()), send.message(), before);
            } else if (effect instanceof Effect.Reply reply) {
                BitSet heard = (BitSet) before.clone();
                heard.or(of(clients, reply.client()));
                clients.put(reply.client(), heard);
            }
        }
    }

    private void happens(String node, BitSet before) {
        before.or(of(nodes, node));
        nodes.put(node, before);
    }

    private static BitSet of(SortedMap<String, BitSet> all, String name) {
        return all.computeIfAbsent(name, unknown -> new BitSet());
    }
}
