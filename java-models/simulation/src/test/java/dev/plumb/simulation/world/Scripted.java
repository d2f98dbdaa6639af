package dev.plumb.simulation.world;

import dev.plumb.simulation.Input;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * A node that does what it is told: {@code a} sends each number that a client calls to {@code b}, which writes it down, and
 * then says so. Both remember all that happened to them since they were switched on.
 */
record Scripted(String name) implements Node<Scripted.Disk, PVector<Input>> {
    record Disk(int one, int other) {}

    record Number(int value) implements Message {}

    record Done(int value) implements Message {}

    record Alarm() {}

    record Write(int value) {}

    static World world(WorldOptions options, int... numbers) {
        PVector<ClientState.Call> calls = TreePVector.empty();
        for (int number : numbers) {
            calls = calls.plus(new ClientState.Call("a", new Number(number)));
        }
        PSortedMap<String, Node<?, ?>> nodes = TreePMap.empty();
        return new World(
                nodes.plus("a", new Scripted("a")).plus("b", new Scripted("b")),
                TreePMap.<String, PVector<ClientState.Call>>empty().plus("client", calls),
                java.util.List.of(),
                options);
    }

    @Override
    public Disk format() {
        return new Disk(0, 0);
    }

    @Override
    public PVector<Input> boot(Disk disk) {
        return TreePVector.empty();
    }

    @Override
    public Step<Disk, PVector<Input>> on(State<Disk, PVector<Input>> state, Input input) {
        return Node.super.on(state.withMemory(state.memory().plus(input)), input);
    }

    @Override
    public Step<Disk, PVector<Input>> call(State<Disk, PVector<Input>> state, String client, Message operation) {
        return Step.to(state).send("b", operation).reply(client, operation).startTimer(new Alarm(), 1_000);
    }

    @Override
    public Step<Disk, PVector<Input>> deliver(State<Disk, PVector<Input>> state, String from, Message message) {
        if (message instanceof Number number) {
            int value = number.value();
            return Step.to(state.withDisk(new Disk(value, value))).sync(new Write(value));
        }
        return Step.to(state).stopTimer(new Alarm());
    }

    @Override
    public Step<Disk, PVector<Input>> synced(State<Disk, PVector<Input>> state, Record write) {
        return Step.to(state).send("a", new Done(((Write) write).value()));
    }
}
