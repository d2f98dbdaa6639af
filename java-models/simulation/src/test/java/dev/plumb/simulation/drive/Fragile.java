package dev.plumb.simulation.drive;

import dev.plumb.simulation.Deployment;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.Node;
import dev.plumb.simulation.Nothing;
import dev.plumb.simulation.Protocol;
import dev.plumb.simulation.State;
import dev.plumb.simulation.Step;
import dev.plumb.simulation.world.ClientState;
import dev.plumb.traces.TraceHeader;
import java.util.Collections;
import java.util.List;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * A protocol for tests: a client puts numbers on a shelf one after the other. With its bugs the shelf breaks under a 3, under a
 * second number, or under any number that comes late.
 */
public final class Fragile implements Protocol {
    record Put(int number) implements Message {}

    record Shelf(String bug) implements Node<Nothing, Integer> {
        private static final int LATE_MILLIS = 100;

        @Override
        public Nothing format() {
            return Nothing.NOTHING;
        }

        @Override
        public Integer boot(Nothing disk) {
            return 0;
        }

        @Override
        public Step<Nothing, Integer> deliver(State<Nothing, Integer> state, String from, Message message) {
            int number = ((Put) message).number();
            boolean breaks =
                    switch (bug) {
                        case "breaks" -> number == 3;
                        case "breaks-under-two" -> state.memory() > 0;
                        case "breaks-late" -> state.clock().earliestMillis() >= LATE_MILLIS;
                        default -> false;
                    };
            if (breaks) {
                throw new IllegalStateException("the shelf breaks");
            }
            return Step.to(state.withMemory(state.memory() + number));
        }

        @Override
        public Step<Nothing, Integer> call(State<Nothing, Integer> state, String client, Message operation) {
            return Step.to(state).send("shelf", operation).reply(client, operation);
        }
    }

    @Override
    public String name() {
        return "fragile";
    }

    @Override
    public List<String> bugs() {
        return List.of("breaks", "breaks-under-two", "breaks-late");
    }

    @Override
    public boolean readsClocks() {
        return true;
    }

    @Override
    public Deployment deploy(int nodes, String bug) {
        PVector<ClientState.Call> calls = TreePVector.empty();
        for (int i = 1; i <= 5; i++) {
            calls = calls.plus(new ClientState.Call("shelf", new Put(i)));
        }
        PSortedMap<String, Node<?, ?>> shelf = TreePMap.empty();
        return new Deployment(
                shelf.plus("shelf", new Shelf(bug)),
                TreePMap.<String, PVector<ClientState.Call>>empty().plus("client", calls),
                List.of(),
                List.of(),
                state -> Collections.emptySortedMap(),
                TraceHeader.NONE);
    }
}
