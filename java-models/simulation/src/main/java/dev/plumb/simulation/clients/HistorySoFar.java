package dev.plumb.simulation.clients;

import dev.plumb.histories.Answer;
import dev.plumb.histories.Budget;
import dev.plumb.histories.Call;
import dev.plumb.histories.ConsistencyModel;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.simulation.ClientAnswer;
import dev.plumb.simulation.ClientCall;
import dev.plumb.simulation.drive.SimulationProblems;
import dev.plumb.simulation.explore.Fingerprints;
import dev.plumb.simulation.explore.Monitor;
import dev.plumb.simulation.explore.WorldSystem;
import dev.plumb.simulation.world.World;
import dev.plumb.simulation.world.WorldState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * Any consistency model while a world is explored: remembers the whole history.
 *
 * <p>What a timeless model forbids is known as soon as no answer that is still to come can make it right, be it to a call that
 * has not been made yet. Of other models it is known when nobody calls or waits any more.
 */
final class HistorySoFar implements Monitor<WorldState, HistorySoFar.Memory> {
    private final World world;
    private final Clients clients;
    private final ConsistencyModel model;

    /**
     * What clients have called and heard.
     *
     * @param moment counts what they did, for models that look at time
     */
    record Memory(PSortedMap<String, PVector<Call>> calls, long moment, boolean isRight) {}

    HistorySoFar(World world, ConsistencyModel model) {
        this.world = world;
        this.clients = new Clients(world);
        this.model = model;
    }

    @Override
    public Memory begin(WorldState initial) {
        return new Memory(TreePMap.empty(), 0, true);
    }

    @Override
    public Memory next(Memory memory, WorldState from, Object action, WorldState to) {
        Following following = new Following(memory);
        clients.tell(from, ((WorldSystem.Event) action).happened(), following);
        boolean isKnown = model.isTimeless() ? following.hasHeard : isOver(to);
        return new Memory(following.calls, following.moment, !isKnown || isAllowed(following.calls, to));
    }

    private boolean isOver(WorldState state) {
        return state.allAnswered() || world.moves(state).isEmpty();
    }

    private boolean isAllowed(PSortedMap<String, PVector<Call>> made, WorldState state) {
        List<Call> all = new ArrayList<>();
        made.values().forEach(all::addAll);
        state.clients().forEach((name, client) -> client.ahead().stream()
                .filter(call -> call.operation() instanceof ClientCall)
                .map(call -> begun(name, ((ClientCall) call.operation()).invocation(), Long.MAX_VALUE))
                .forEach(all::add));
        Judgement judgement = model.judge(History.of("so far", all), Budget.standard());
        if (judgement instanceof Judgement.Unknown unknown) {
            throw SimulationProblems.notFoundOut(model.name(), unknown.limit());
        }
        return !(judgement instanceof Judgement.Forbidden);
    }

    private static Call begun(String client, ClientCall.Invocation call, long moment) {
        return new Call(
                0, client, call.key(), call.operation(), call.arguments(), moment, new Answer.None(), Optional.empty());
    }

    @Override
    public boolean isRight(Memory memory) {
        return memory.isRight();
    }

    @Override
    public long fingerprint(Memory memory) {
        return Fingerprints.of(memory);
    }

    private final class Following implements Clients.Listener {
        private PSortedMap<String, PVector<Call>> calls;
        private long moment;
        private boolean hasHeard;

        Following(Memory memory) {
            this.calls = memory.calls();
            this.moment = memory.moment();
        }

        private long now() {
            return model.isTimeless() ? 0 : ++moment;
        }

        @Override
        public void calls(String client, ClientCall.Invocation call) {
            PVector<Call> before = calls.getOrDefault(client, TreePVector.empty());
            calls = calls.plus(client, before.plus(begun(client, call, now())));
        }

        @Override
        public void hears(String client, ClientAnswer.Heard answer) {
            PVector<Call> before = Objects.requireNonNull(calls.get(client));
            int last = before.size() - 1;
            Call answered = before.get(last).with(RunHistory.answer(answer, now()));
            calls = calls.plus(client, before.with(last, answered));
            hasHeard = true;
        }
    }
}
