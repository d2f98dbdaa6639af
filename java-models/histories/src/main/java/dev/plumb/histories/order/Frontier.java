package dev.plumb.histories.order;

import dev.plumb.histories.Answer;
import dev.plumb.histories.Call;
import dev.plumb.histories.objects.PerKey;
import dev.plumb.histories.objects.SequentialSpec;
import dev.plumb.histories.objects.SequentialSpec.Step;
import dev.plumb.traces.TlaValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Linearizability as time goes by: all that the calls so far leave open about the objects, as an immutable value. An
 * explorer keeps one beside each state of the world and asks after each answer whether {@link #isLinearizable} still
 * holds; equal frontiers have the same future, so that a state of the world that was seen with the same frontier need
 * not be explored again.
 *
 * <p>It grows with the number of calls that overlap and not with the length of the history.
 *
 * @param <S> the states of the object
 */
public final class Frontier<S> {
    private final PerKey<S> object;

    /** Calls without an answer so far, in slots: times and numbers are left out, so that frontiers can be equal. */
    private final Map<Integer, Call> open;

    private final Map<String, Integer> slotOf;
    private final Set<Situation<S>> situations;

    /**
     * One way in which the calls so far can have taken effect.
     *
     * @param taken open calls that have, with what they will have to return; empty where any result will do
     */
    private record Situation<S>(Map<Optional<TlaValue>, S> state, Map<Integer, Optional<TlaValue>> taken) {}

    private Frontier(
            PerKey<S> object, Map<Integer, Call> open, Map<String, Integer> slotOf, Set<Situation<S>> situations) {
        this.object = object;
        this.open = open;
        this.slotOf = slotOf;
        this.situations = situations;
    }

    /** Before the first call. */
    public static <S> Frontier<S> of(SequentialSpec<S> object) {
        PerKey<S> objects = new PerKey<>(object);
        return new Frontier<>(objects, Map.of(), Map.of(), Set.of(new Situation<>(objects.init(), Map.of())));
    }

    /** Whether the calls so far can have taken effect, each between its start and its end. */
    public boolean isLinearizable() {
        return !situations.isEmpty();
    }

    /** What frontiers of the same object are compared by: values that are equal for those, and only those, that are equal. */
    public List<Object> content() {
        return List.of(open, slotOf, situations);
    }

    /** A client calls. A call of the same client that still waits for its answer will get none any more. */
    public Frontier<S> begin(String client, Optional<TlaValue> key, String operation, List<TlaValue> arguments) {
        int slot = 0;
        while (open.containsKey(slot)) {
            slot++;
        }
        Map<Integer, Call> more = new TreeMap<>(open);
        more.put(slot, new Call(0, client, key, operation, arguments, 0, new Answer.None(), Optional.empty()));
        Map<String, Integer> slots = new TreeMap<>(slotOf);
        slots.put(client, slot);
        return new Frontier<>(object, more, slots, situations);
    }

    /**
     * A client hears of its last call.
     *
     * @throws IllegalArgumentException if it has none that waits
     */
    public Frontier<S> end(String client, Answer answer) {
        Integer slot = slotOf.get(client);
        if (slot == null) {
            throw new IllegalArgumentException("client " + client + " has no call that waits for an answer");
        }
        Map<String, Integer> slots = new TreeMap<>(slotOf);
        slots.remove(client);
        if (answer instanceof Answer.None) {
            return new Frontier<>(object, open, slots, situations);
        }
        Map<Integer, Call> fewer = new TreeMap<>(open);
        fewer.remove(slot);
        Set<Situation<S>> left =
                answer instanceof Answer.Returned returned ? returned(slot, returned.result()) : failed(slot);
        return new Frontier<>(object, fewer, slots, left);
    }

    private Set<Situation<S>> failed(int slot) {
        Set<Situation<S>> left = new HashSet<>(situations);
        left.removeIf(situation -> situation.taken().containsKey(slot));
        return left;
    }

    /** Lets open calls take effect, until the one that returned has: later ones may as well do so later. */
    private Set<Situation<S>> returned(int slot, Optional<TlaValue> result) {
        Set<Situation<S>> left = new HashSet<>();
        Set<Situation<S>> seen = new HashSet<>(situations);
        Deque<Situation<S>> waiting = new ArrayDeque<>(situations);
        while (!waiting.isEmpty()) {
            Situation<S> situation = waiting.remove();
            Optional<TlaValue> promised = situation.taken().get(slot);
            if (promised == null) {
                open.keySet().stream()
                        .filter(other -> !situation.taken().containsKey(other))
                        .flatMap(other -> take(situation, other).stream())
                        .filter(seen::add)
                        .forEach(waiting::add);
            } else if (new Step<>(situation.state(), promised).fits(result)) {
                Map<Integer, Optional<TlaValue>> taken = new TreeMap<>(situation.taken());
                taken.remove(slot);
                left.add(new Situation<>(situation.state(), taken));
            }
        }
        return left;
    }

    private List<Situation<S>> take(Situation<S> situation, int slot) {
        Call call = Objects.requireNonNull(open.get(slot));
        return object.steps(situation.state(), call).stream()
                .map(step -> {
                    Map<Integer, Optional<TlaValue>> taken = new TreeMap<>(situation.taken());
                    taken.put(slot, step.result());
                    return new Situation<>(step.state(), taken);
                })
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frontier<?> frontier
                && object.equals(frontier.object)
                && open.equals(frontier.open)
                && slotOf.equals(frontier.slotOf)
                && situations.equals(frontier.situations);
    }

    @Override
    public int hashCode() {
        return situations.hashCode() * 31 + open.hashCode();
    }
}
