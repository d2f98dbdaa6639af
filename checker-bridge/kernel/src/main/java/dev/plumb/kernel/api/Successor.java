package dev.plumb.kernel.api;

import java.util.List;
import java.util.function.Supplier;

/**
 * A state that an action instance leads to.
 *
 * @param by the instance, worked out when it is asked for: few of the steps of a search are ever shown
 * @param via the steps before it, if the event is several
 */
public record Successor(Supplier<ActionInstance> by, SpecState state, List<Successor> via) {
    public Successor(Supplier<ActionInstance> by, SpecState state) {
        this(by, state, List.of());
    }

    public Successor(ActionInstance by, SpecState state) {
        this(() -> by, state);
    }

    public ActionInstance action() {
        return by.get();
    }
}
