package dev.plumb.histories.order;

import dev.plumb.histories.Call;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A cut in which a call waits for the earlier ones of its own client only: how far each client has come. */
final class ProgramCut implements Cut {
    private final List<List<Call>> clients;
    private final Map<String, Integer> indexOf;
    private final int[] taken;
    private final int progress;

    private ProgramCut(List<List<Call>> clients, Map<String, Integer> indexOf, int[] taken, int progress) {
        this.clients = clients;
        this.indexOf = indexOf;
        this.taken = taken;
        this.progress = progress;
    }

    /** The empty one of these answered calls, which are in the order of their starts. */
    static ProgramCut of(List<Call> answered) {
        Map<String, List<Call>> byClient = new TreeMap<>();
        answered.forEach(call -> byClient.computeIfAbsent(call.client(), name -> new ArrayList<>())
                .add(call));
        Map<String, Integer> indexOf = new TreeMap<>();
        byClient.keySet().forEach(client -> indexOf.put(client, indexOf.size()));
        return new ProgramCut(List.copyOf(byClient.values()), indexOf, new int[byClient.size()], 0);
    }

    @Override
    public int candidate(int from) {
        for (int client = from; client < taken.length; client++) {
            if (taken[client] < clients.get(client).size()) {
                return client;
            }
        }
        return NONE;
    }

    @Override
    public Call call(int candidate) {
        return clients.get(candidate).get(taken[candidate]);
    }

    @Override
    public ProgramCut plus(int candidate) {
        int[] more = taken.clone();
        more[candidate]++;
        return new ProgramCut(clients, indexOf, more, progress + 1);
    }

    /** An unanswered call waits for the earlier calls of its client, but no later call waits for it. */
    @Override
    public boolean admits(Call unanswered) {
        Integer client = indexOf.get(unanswered.client());
        if (client == null) {
            return true;
        }
        List<Call> calls = clients.get(client);
        return taken[client] == calls.size() || !calls.get(taken[client]).precedes(unanswered);
    }

    @Override
    public int progress() {
        return progress;
    }

    @Override
    public boolean isWhole() {
        return candidate(0) == NONE;
    }

    @Override
    public int cost() {
        return 1 + taken.length / 8;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProgramCut cut && Arrays.equals(taken, cut.taken);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(taken);
    }
}
