package dev.plumb.simulation.clients;

import dev.plumb.simulation.ClientAnswer;
import dev.plumb.simulation.ClientCall;
import dev.plumb.simulation.Effect;
import dev.plumb.simulation.Message;
import dev.plumb.simulation.drive.SimulationProblems;
import dev.plumb.simulation.world.ClientState;
import dev.plumb.simulation.world.Happened;
import dev.plumb.simulation.world.Happened.Act;
import dev.plumb.simulation.world.Move;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldOptions.Network;
import dev.plumb.simulation.world.WorldState;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.pcollections.PVector;

/** What the clients of a world call and hear in its steps, as far as they call its service. */
final class Clients {
    private final World world;

    /** Is told of calls and answers in the order in which they happen. */
    interface Listener {
        void calls(String client, ClientCall.Invocation call);

        void hears(String client, ClientAnswer.Heard answer);
    }

    /** Of a world in which each call is made once. */
    Clients(World world) {
        if (world.options().network() == Network.GROWING) {
            throw new IllegalArgumentException("Where calls are made again and again there is no history");
        }
        this.world = world;
    }

    /** What happens to clients in a step from that state. */
    void tell(WorldState before, Happened happened, Listener listener) {
        Optional<String> caller = Optional.empty();
        if (happened.move() instanceof Move.Invoke invoked) {
            caller = Optional.of(invoked.client());
            if (callOf(
                            invoked.client(),
                            stateOf(before, invoked.client()).ahead().size())
                    instanceof ClientCall call) {
                listener.calls(invoked.client(), call.invocation());
            }
        }
        SortedSet<String> answered = new TreeSet<>();
        for (Act act : happened.acts()) {
            for (Effect effect : act.effects()) {
                if (effect instanceof Effect.Reply reply
                        && isWaiting(before, caller, reply.client(), act.node())
                        && answered.add(reply.client())) {
                    hear(before, caller, reply, listener);
                }
            }
        }
    }

    /** Whether a client waits for the node: it has called it in this step, or before. */
    private static boolean isWaiting(WorldState before, Optional<String> caller, String client, String node) {
        return caller.equals(Optional.of(client))
                || stateOf(before, client).waitsFor().equals(node);
    }

    private void hear(WorldState before, Optional<String> caller, Effect.Reply reply, Listener listener) {
        int callsNow = caller.equals(Optional.of(reply.client())) ? 1 : 0;
        int ahead = stateOf(before, reply.client()).ahead().size() + 1 - callsNow;
        if (callOf(reply.client(), ahead) instanceof ClientCall call) {
            if (!(reply.answer() instanceof ClientAnswer answer)) {
                throw SimulationProblems.answerIsNone(call, reply.answer());
            }
            listener.hears(reply.client(), answer.heard());
        }
    }

    private static ClientState stateOf(WorldState state, String client) {
        return Objects.requireNonNull(state.clients().get(client));
    }

    /** The call that a client makes when it has so many to make. */
    private Message callOf(String client, int ahead) {
        PVector<ClientState.Call> calls =
                Objects.requireNonNull(world.workload().get(client));
        return calls.get(calls.size() - ahead).operation();
    }
}
