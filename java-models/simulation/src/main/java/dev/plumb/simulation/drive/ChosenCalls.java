package dev.plumb.simulation.drive;

import static java.util.stream.Collectors.joining;

import dev.plumb.simulation.world.ClientState.Call;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Which of the calls of their workload clients make: fewer than all, or one of them instead of another one, where a failure was
 * made small.
 *
 * @param places in its workload of the calls that a client makes, in order; a client that is missing makes all
 */
public record ChosenCalls(SortedMap<String, List<Integer>> places) {
    /** Each client makes all of its calls. */
    public static final ChosenCalls ALL = new ChosenCalls(Collections.emptySortedMap());

    public ChosenCalls {
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }

    /**
     * Those calls of a workload. One with fewer nodes may have fewer clients.
     *
     * @throws IllegalArgumentException if a client has no such call
     */
    PSortedMap<String, PVector<Call>> from(PSortedMap<String, PVector<Call>> workload) {
        PSortedMap<String, PVector<Call>> chosen = workload;
        for (Map.Entry<String, PVector<Call>> client : workload.entrySet()) {
            PVector<Call> all = client.getValue();
            List<Integer> made = of(client.getKey(), all.size());
            if (made.stream().anyMatch(place -> place < 0 || place >= all.size())) {
                throw new IllegalArgumentException("no client makes the calls " + text(client.getKey(), made));
            }
            chosen = chosen.plus(
                    client.getKey(),
                    TreePVector.from(made.stream().map(all::get).toList()));
        }
        return chosen;
    }

    /** The places of the calls that a client makes who has so many in its workload. */
    List<Integer> of(String client, int all) {
        return places.getOrDefault(client, IntStream.range(0, all).boxed().toList());
    }

    /** The same for these clients alone: with fewer nodes there may be fewer. */
    ChosenCalls ofClients(Set<String> clients) {
        SortedMap<String, List<Integer>> theirs = new TreeMap<>(places);
        theirs.keySet().retainAll(clients);
        return new ChosenCalls(theirs);
    }

    /** The same where a client makes these calls. */
    ChosenCalls with(String client, List<Integer> made) {
        SortedMap<String, List<Integer>> changed = new TreeMap<>(places);
        changed.put(client, List.copyOf(made));
        return new ChosenCalls(changed);
    }

    /** As the end of a sentence, {@code , calls c1:1+3} for instance, counted from 1; nothing if all are made. */
    public String text() {
        return places.isEmpty()
                ? ""
                : places.entrySet().stream()
                        .map(client -> text(client.getKey(), client.getValue()))
                        .collect(joining(", ", ", calls ", ""));
    }

    private static String text(String client, List<Integer> made) {
        return client + ":"
                + (made.isEmpty()
                        ? "none"
                        : made.stream().map(place -> String.valueOf(place + 1)).collect(joining("+")));
    }
}
