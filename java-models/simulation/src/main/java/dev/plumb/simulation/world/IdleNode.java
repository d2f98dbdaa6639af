package dev.plumb.simulation.world;

import dev.plumb.simulation.Input;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;

/** A node that does nothing about anything, with the disk and memory of another one. */
record IdleNode(Node<?, ?> other) implements Node<Object, Object> {
    @Override
    public Object format() {
        return other.format();
    }

    @Override
    public Object boot(Object disk) {
        return disk;
    }

    @Override
    public Step<Object, Object> on(State<Object, Object> state, Input input) {
        return Step.to(state);
    }

    @Override
    public Step<Object, Object> deliver(State<Object, Object> state, String from, Message message) {
        return Step.to(state);
    }
}
