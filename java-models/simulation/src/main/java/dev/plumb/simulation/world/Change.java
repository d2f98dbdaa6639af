package dev.plumb.simulation.world;

import dev.plumb.simulation.ClientCall;
import dev.plumb.simulation.Effect;
import dev.plumb.simulation.Input;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import dev.plumb.simulation.world.Happened.Act;
import dev.plumb.simulation.world.NodeState.PendingSync;
import dev.plumb.simulation.world.NodeState.RunningTimer;
import dev.plumb.simulation.world.WorldOptions.Network;
import dev.plumb.simulation.world.WorldState.InFlight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** A step of the world while it happens: what a move changes, and what nodes then do. */
final class Change {
    private static final long SLOWNESS = 50;

    private final World world;
    private final Delays delays;
    private final List<Act> acts = new ArrayList<>(1);

    private PSortedMap<String, NodeState> nodes;
    private PSortedMap<Link, PVector<InFlight>> network;
    private PSortedMap<Link, Long> blocked;
    private PSortedMap<String, ClientState> clients;
    private PSortedMap<Fault, Integer> budget;
    private long nowMillis;

    Change(World world, WorldState state, Chooser chooser) {
        this.world = world;
        this.delays = new Delays(world.options().timed(), chooser);
        this.nodes = state.nodes();
        this.network = state.network();
        this.blocked = state.blocked();
        this.clients = state.clients();
        this.budget = state.budget();
        this.nowMillis = state.nowMillis();
    }

    static Stepped bigBang(World world, Chooser chooser) {
        Delays delays = new Delays(world.options().timed(), chooser);
        PSortedMap<String, NodeState> nodes = TreePMap.empty();
        for (Map.Entry<String, Node<?, ?>> entry : world.nodes().entrySet()) {
            LocalClock clock =
                    LocalClock.TRUE.jumpedBy(delays.offWithin(world.options().uncertaintyMillis()));
            nodes = nodes.plus(entry.getKey(), NodeState.booted(entry.getValue().format(), "", clock, false));
        }
        PSortedMap<String, ClientState> clients = TreePMap.empty();
        for (var calls : world.workload().entrySet()) {
            ClientState client = ClientState.of(calls.getValue(), delays.choose(Delays.Kind.THINKING));
            clients = clients.plus(calls.getKey(), client);
        }
        WorldState nothing = new WorldState(
                nodes,
                TreePMap.empty(),
                TreePMap.empty(),
                clients,
                world.options().faults(),
                0);
        Change change = new Change(world, nothing, chooser);
        nodes.keySet().forEach(change::switchOn);
        return new Stepped(change.state(), new Happened(new Move.Begin(), change.acts));
    }

    Stepped take(Move move) {
        if (move instanceof Move.Faulty faulty) {
            spend(faulty.fault());
            new Faults(this).happen(faulty);
        } else {
            happen(move);
        }
        return new Stepped(state(), new Happened(move, acts));
    }

    private WorldState state() {
        return new WorldState(nodes, network, blocked, clients, budget, nowMillis);
    }

    private void spend(Fault fault) {
        int left = Objects.requireNonNull(budget.get(fault)) - 1;
        budget = left == 0 ? budget.minus(fault) : budget.plus(fault, left);
    }

    private void happen(Move move) {
        if (move instanceof Move.Deliver delivery) {
            deliver(delivery.link(), delivery.index());
        } else if (move instanceof Move.RunOut timer) {
            runOut(timer.node(), timer.timer());
        } else if (move instanceof Move.Sync sync) {
            PendingSync ended = endSync(sync.node());
            put(sync.node(), node(sync.node()).withSynced(ended.disk()));
            act(sync.node(), new Input.Synced(ended.write()));
        } else if (move instanceof Move.Invoke call) {
            invoke(call.client());
        } else if (move instanceof Move.Restart restart) {
            now(node(restart.node()).dueMillis());
            switchOn(restart.node());
        } else if (move instanceof Move.Resume resume) {
            now(node(resume.node()).dueMillis());
            put(resume.node(), node(resume.node()).with(NodeState.Status.UP, 0));
        } else if (move instanceof Move.Heal heal) {
            now(Objects.requireNonNull(blocked.get(heal.link())));
            blocked = blocked.minus(heal.link());
        } else {
            throw new IllegalArgumentException(move + " happens only once, first");
        }
    }

    private void now(long millis) {
        nowMillis = Math.max(nowMillis, millis);
    }

    /** Whether what was sent, started or called once may come again and again. */
    private boolean isGrowing() {
        return world.options().network() == Network.GROWING;
    }

    NodeState node(String name) {
        return Objects.requireNonNull(nodes.get(name));
    }

    void put(String name, NodeState node) {
        nodes = nodes.plus(name, node);
    }

    long nowMillis() {
        return nowMillis;
    }

    /** The time after so long, in a world with time. */
    long after(Delays.Kind kind) {
        return nowMillis + delays.choose(kind);
    }

    /** The same where a node has to do with it that may be slow. */
    private long after(Delays.Kind kind, NodeState node) {
        return nowMillis + delays.choose(kind) * (node.isSlow() ? SLOWNESS : 1);
    }

    private void switchOn(String name) {
        NodeState node = node(name);
        Object memory = behaviour(name).boot(node.disk());
        put(name, NodeState.booted(node.disk(), memory, node.clock(), node.isSlow()));
        act(name, new Input.Start());
    }

    private void deliver(Link link, int index) {
        PVector<InFlight> messages = onLink(link);
        InFlight message = messages.get(index);
        now(message.dueMillis());
        if (!isGrowing()) {
            put(link, messages.minus(index));
        }
        act(link.to(), new Input.Deliver(link.from(), message.message()));
    }

    private void runOut(String name, String text) {
        NodeState node = node(name);
        RunningTimer timer = Objects.requireNonNull(node.timers().get(text));
        now(timer.dueMillis());
        if (!isGrowing()) {
            put(name, node.with(node.timers().minus(text)));
        }
        act(name, new Input.Timer(timer.timer()));
    }

    /** The node's oldest sync, which is none of its pending ones any more. */
    PendingSync endSync(String name) {
        NodeState node = node(name);
        PendingSync oldest = node.syncs().get(0);
        now(oldest.dueMillis());
        put(name, node.with(node.syncs().minus(0)));
        return oldest;
    }

    private void invoke(String client) {
        ClientState caller = Objects.requireNonNull(clients.get(client));
        ClientState.Call call = caller.ahead().get(0);
        now(caller.dueMillis());
        if (!isMadeAgain(caller)) {
            clients = clients.plus(client, caller.called());
        }
        act(call.node(), new Input.Call(client, call.operation()));
    }

    /** A call of a service is made once, also where others are made again: made again it is another one, which has effects, too. */
    private boolean isMadeAgain(ClientState caller) {
        return isGrowing()
                && caller.ahead().size() == 1
                && !(caller.ahead().get(0).operation() instanceof ClientCall);
    }

    /** Nobody who waits for this node will ever hear of it. */
    void hangUp(String node) {
        for (Map.Entry<String, ClientState> client : clients.entrySet()) {
            if (client.getValue().waitsFor().equals(node)) {
                clients = clients.plus(client.getKey(), client.getValue().free(after(Delays.Kind.THINKING)));
            }
        }
    }

    void block(Link link) {
        blocked = blocked.plus(link, after(Delays.Kind.OUTAGE));
    }

    PVector<InFlight> onLink(Link link) {
        PVector<InFlight> messages = network.get(link);
        return messages == null ? TreePVector.empty() : messages;
    }

    void put(Link link, PVector<InFlight> messages) {
        network = messages.isEmpty() ? network.minus(link) : network.plus(link, messages);
    }

    /** Lets the node handle the input, and does what it then asks for. */
    void act(String name, Input input) {
        NodeState node = node(name);
        Step<Object, Object> step =
                behaviour(name).on(new State<>(node.disk(), node.memory(), world.clock(node, nowMillis)), input);
        put(name, node.knowing(step.state().disk(), step.state().memory()));
        acts.add(new Act(name, input, step.notes(), step.effects()));
        for (Effect effect : step.effects()) {
            perform(name, effect);
        }
        if (world.options().syncsAtOnce()) {
            for (Effect effect : step.effects()) {
                if (effect instanceof Effect.Sync sync) {
                    act(name, new Input.Synced(sync.write()));
                }
            }
        }
    }

    @SuppressWarnings("unchecked") // a node gets back the disk and memory that it gave
    private Node<Object, Object> behaviour(String name) {
        return (Node<Object, Object>) Objects.requireNonNull(world.nodes().get(name));
    }

    private void perform(String name, Effect effect) {
        if (effect instanceof Effect.Send send) {
            send(new Link(name, send.to()), send.message());
        } else if (effect instanceof Effect.Sync sync) {
            sync(name, sync.write());
        } else if (effect instanceof Effect.StartTimer start) {
            NodeState node = node(name);
            long due = world.options().timed() ? nowMillis + node.clock().trueMillis(start.delayMillis()) : 0;
            RunningTimer timer = new RunningTimer(start.timer(), due);
            put(name, node.with(node.timers().plus(start.timer().toString(), timer)));
        } else if (effect instanceof Effect.StopTimer stop) {
            NodeState node = node(name);
            put(name, node.with(node.timers().minus(stop.timer().toString())));
        } else if (effect instanceof Effect.Reply reply) {
            ClientState client = Objects.requireNonNull(clients.get(reply.client()));
            if (client.waitsFor().equals(name)) {
                clients = clients.plus(reply.client(), client.free(after(Delays.Kind.THINKING)));
            }
        }
    }

    void send(Link link, Message message) {
        if (!nodes.containsKey(link.to())) {
            throw new IllegalArgumentException("There is no node " + link.to() + " among " + nodes.keySet());
        }
        PVector<InFlight> messages = onLink(link);
        InFlight sent = new InFlight(message, link.isLoop() ? nowMillis : arrival(link, messages));
        if (!isGrowing() || !messages.contains(sent)) {
            put(link, messages.plus(sent));
        }
    }

    private long arrival(Link link, PVector<InFlight> before) {
        long due = after(Delays.Kind.LATENCY, node(link.to()));
        return world.options().network() == Network.FIFO && !before.isEmpty()
                ? Math.max(due, before.get(before.size() - 1).dueMillis())
                : due;
    }

    private void sync(String name, Record write) {
        NodeState node = node(name);
        if (world.options().syncsAtOnce()) {
            put(name, node.withSynced(node.disk()));
        } else {
            long started = node.syncs().isEmpty()
                    ? nowMillis
                    : node.syncs().get(node.syncs().size() - 1).dueMillis();
            long due = Math.max(started, after(Delays.Kind.SYNC, node));
            put(name, node.with(node.syncs().plus(new PendingSync(write, node.disk(), due))));
        }
    }
}
