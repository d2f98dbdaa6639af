package dev.plumb.simulation.clients;

import dev.plumb.histories.Answer;
import dev.plumb.histories.Call;
import dev.plumb.histories.History;
import dev.plumb.simulation.ClientAnswer;
import dev.plumb.simulation.ClientCall;
import dev.plumb.simulation.Service;
import dev.plumb.simulation.drive.Run;
import dev.plumb.simulation.world.WorldState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the clients of a run saw. The steps of the run are the time of its history. */
public final class RunHistory {
    private RunHistory() {}

    /** The history of a run of nodes that are such a service. */
    public static History of(Run run, Service service, String name) {
        Calls calls = new Calls();
        Clients clients = new Clients(run.scenario().world());
        List<WorldState> states = run.states();
        for (int step = 1; step < states.size(); step++) {
            calls.now = step;
            clients.tell(states.get(step - 1), run.steps().get(step), calls);
        }
        return new History(
                name,
                Optional.of(service.object().name()),
                service.init(),
                History.of(name, calls.all).calls(),
                List.of());
    }

    static Answer answer(ClientAnswer.Heard heard, long now) {
        return heard.isRefused() ? new Answer.Failed(now) : new Answer.Returned(now, heard.result());
    }

    private static final class Calls implements Clients.Listener {
        private final List<Call> all = new ArrayList<>();
        /** Places of those that wait for an answer, by client. */
        private final SortedMap<String, Integer> open = new TreeMap<>();

        private int now;

        @Override
        public void calls(String client, ClientCall.Invocation call) {
            open.put(client, all.size());
            all.add(new Call(
                    0,
                    client,
                    call.key(),
                    call.operation(),
                    call.arguments(),
                    now,
                    new Answer.None(),
                    Optional.empty()));
        }

        @Override
        public void hears(String client, ClientAnswer.Heard heard) {
            int place = Objects.requireNonNull(open.remove(client));
            all.set(place, all.get(place).with(answer(heard, now)));
        }
    }
}
