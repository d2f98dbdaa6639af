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
public final class RunHistory implements Clients.Listener {
    private final List<Call> calls = new ArrayList<>();
    /** Places of the calls that wait for an answer, by client. */
    private final SortedMap<String, Integer> open = new TreeMap<>();

    private int now;

    private RunHistory() {}

    /** The history of a run of nodes that are such a service. */
    public static History of(Run run, Service service, String name) {
        RunHistory history = new RunHistory();
        Clients clients = new Clients(run.scenario().world());
        List<WorldState> states = run.states();
        for (int step = 1; step < states.size(); step++) {
            history.now = step;
            clients.tell(states.get(step - 1), run.steps().get(step), history);
        }
        return new History(
                name,
                Optional.of(service.object().name()),
                service.init(),
                History.of(name, history.calls).calls(),
                List.of());
    }

    @Override
    public void calls(String client, ClientCall.Invocation call) {
        open.put(client, calls.size());
        calls.add(new Call(
                0, client, call.key(), call.operation(), call.arguments(), now, new Answer.None(), Optional.empty()));
    }

    @Override
    public void hears(String client, ClientAnswer.Heard answer) {
        int place = Objects.requireNonNull(open.remove(client));
        calls.set(place, calls.get(place).with(inHistory(answer, now)));
    }

    static Answer inHistory(ClientAnswer.Heard answer, long now) {
        return answer.isRefused() ? new Answer.Failed(now) : new Answer.Returned(now, answer.result());
    }
}
