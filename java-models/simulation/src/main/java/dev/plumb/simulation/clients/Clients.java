package dev.plumb.simulation.clients;

import dev.plumb.simulation.ClientAnswer;
import dev.plumb.simulation.ClientCall;
import dev.plumb.simulation.Effect;
import dev.plumb.simulation.Input;
import dev.plumb.simulation.drive.SimulationProblems;
import dev.plumb.simulation.world.ClientState;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Happened.Act;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldState;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pcollections.PVector;

/** What the clients of a world call and hear in its steps, as far as they call its service. */
final class Clients {
    private final World world;

    /** Is told of calls and answers in the order in which they happen. */
    interface Listener {
        void calls(String client, ClientCall.Invocation call);

        void hears(String client, ClientAnswer.Heard answer);
    }

    Clients(World world) {
        this.world = world;
    }

    /** What happens to clients in a step from that state. */
    void tell(WorldState before, Happened happened, Listener listener) {
        SortedMap<String, ClientState.Call> open = open(before);
        for (Act act : happened.acts()) {
            if (act.input() instanceof Input.Call call) {
                open.put(call.client(), new ClientState.Call(act.node(), call.operation()));
                if (call.operation() instanceof ClientCall called) {
                    listener.calls(call.client(), called.invocation());
                }
            }
            for (Effect effect : act.effects()) {
                if (effect instanceof Effect.Reply reply) {
                    answer(act.node(), reply, open, listener);
                }
            }
        }
    }

    /** The calls that wait for an answer, by client. */
    private SortedMap<String, ClientState.Call> open(WorldState state) {
        SortedMap<String, ClientState.Call> open = new TreeMap<>();
        state.clients().forEach((name, client) -> {
            if (!client.waitsFor().isEmpty()) {
                PVector<ClientState.Call> calls =
                        Objects.requireNonNull(world.workload().get(name));
                open.put(name, calls.get(calls.size() - client.ahead().size() - 1));
            }
        });
        return open;
    }

    /** What nobody waits for is not heard. */
    private static void answer(
            String node, Effect.Reply reply, SortedMap<String, ClientState.Call> open, Listener listener) {
        ClientState.Call call = open.get(reply.client());
        if (call == null || !call.node().equals(node)) {
            return;
        }
        open.remove(reply.client());
        if (call.operation() instanceof ClientCall) {
            if (!(reply.answer() instanceof ClientAnswer answer)) {
                throw SimulationProblems.answerIsNone(call.operation(), reply.answer());
            }
            listener.hears(reply.client(), answer.heard());
        }
    }
}
