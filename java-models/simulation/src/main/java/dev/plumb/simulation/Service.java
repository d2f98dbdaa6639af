package dev.plumb.simulation;

import dev.plumb.histories.ConsistencyModel;
import dev.plumb.histories.objects.SequentialSpec;
import dev.plumb.histories.order.Linearizability;
import dev.plumb.traces.TlaValue;
import java.util.Optional;

/**
 * What the nodes are to their clients: one object, as far as the model promises it.
 *
 * @param object what calls do when they come one after the other, as {@code KnownObjects.register()} says it of a register
 * @param model which histories of calls that overlap it may show
 */
public record Service(SequentialSpec<?> object, ConsistencyModel model) {

    /** Clients can tell the nodes from one object in one place only by how long their calls take. */
    public static Service linearizable(SequentialSpec<?> object) {
        return new Service(object, new Linearizability<>(object));
    }

    /** Whether it is enough to remember what the calls so far leave open about the object. */
    public boolean isLinearizable() {
        return model instanceof Linearizability;
    }

    /** The initial value, for the header of a history, where the object has one. */
    public Optional<TlaValue> init() {
        return object.init() instanceof TlaValue value ? Optional.of(value) : Optional.empty();
    }
}
