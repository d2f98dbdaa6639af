package dev.plumb.simulation.clients;

import dev.plumb.histories.objects.SequentialSpec;
import dev.plumb.histories.order.Frontier;
import dev.plumb.simulation.ClientAnswer;
import dev.plumb.simulation.ClientCall;
import dev.plumb.simulation.explore.Fingerprints;
import dev.plumb.simulation.explore.Monitor;
import dev.plumb.simulation.explore.WorldSystem;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldState;

/**
 * Linearizability while a world is explored: remembers what the calls so far leave open about the object.
 *
 * @param <O> the object's states
 */
final class LinearizableSoFar<O> implements Monitor<WorldState, Frontier<O>> {
    private final Clients clients;
    private final Frontier<O> beginning;

    LinearizableSoFar(World world, SequentialSpec<O> object) {
        this.clients = new Clients(world);
        this.beginning = Frontier.of(object);
    }

    @Override
    public Frontier<O> begin(WorldState initial) {
        return beginning;
    }

    @Override
    public Frontier<O> next(Frontier<O> memory, WorldState from, Object action, WorldState to) {
        Following<O> following = new Following<>(memory);
        clients.tell(from, ((WorldSystem.Event) action).happened(), following);
        return following.frontier;
    }

    @Override
    public boolean isRight(Frontier<O> memory) {
        return memory.isLinearizable();
    }

    @Override
    public long fingerprint(Frontier<O> memory) {
        return Fingerprints.of(memory.content());
    }

    private static final class Following<O> implements Clients.Listener {
        private Frontier<O> frontier;

        Following(Frontier<O> frontier) {
            this.frontier = frontier;
        }

        @Override
        public void calls(String client, ClientCall.Invocation call) {
            frontier = frontier.begin(client, call.key(), call.operation(), call.arguments());
        }

        @Override
        public void hears(String client, ClientAnswer.Heard answer) {
            frontier = frontier.end(client, RunHistory.answer(answer, 0));
        }
    }
}
