package dev.plumb.core;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings the steps of each process together, so that a reader need not jump between processes for no reason. Two steps that
 * follow each other change places only if TLC's evaluator can take them in the other order too, and they lead to the same state;
 * the last step, which is what is wrong, stays the last one.
 *
 * <p>Greedy: each pair of turns that can be made one is, so that there are fewer changes of process afterwards, and not always
 * the fewest possible.
 */
final class Calming {
    /** Attempts in all: what is left then is calm enough. */
    private static final int SWAPS_MAX = 5_000;

    private final ActionSteps steps;
    private final Constraints constraints;
    private final Breach breach;
    private int swaps;

    Calming(LoadedSpec spec, Constraints constraints, Breach breach) {
        this.steps = new ActionSteps(spec);
        this.constraints = constraints;
        this.breach = breach;
    }

    /** How often the process changes in the steps after the initial state. */
    static int changes(List<String> lanes) {
        return Math.max(0, turns(lanes, lanes.size()).size() - 1);
    }

    /** Of a behaviour that was found with so many changes, and is shown with fewer. */
    static String inWords(int found, int shown) {
        return "independent steps were brought together; changes of process: " + shown + " instead of " + found;
    }

    /**
     * A path of the same steps, with the same first state and the same last step.
     *
     * @param lanes the process of each step, at the index of the state that it leads to
     */
    StatePath of(StatePath path, List<String> lanes) {
        Order order = new Order(path.states(), path.actions(), lanes);
        for (Optional<Order> calmer = calmer(order); calmer.isPresent(); calmer = calmer(order)) {
            order = calmer.get();
        }
        return new StatePath(order.states(), order.actions());
    }

    private record Order(List<SpecState> states, List<Optional<ActionInstance>> actions, List<String> lanes) {}

    /** Steps of one process that follow each other, by their first and last index. */
    private record Turn(String lane, int from, int to) {}

    private static List<Turn> turns(List<String> lanes, int end) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 1; i < end; i++) {
            Turn last = turns.isEmpty() ? new Turn("", 0, 0) : turns.get(turns.size() - 1);
            if (!turns.isEmpty() && last.lane().equals(lanes.get(i))) {
                turns.set(turns.size() - 1, new Turn(last.lane(), last.from(), i));
            } else {
                turns.add(new Turn(lanes.get(i), i, i));
            }
        }
        return turns;
    }

    /** With two turns of a process made one; empty if that cannot be. */
    private Optional<Order> calmer(Order order) {
        List<Turn> turns = turns(order.lanes(), order.lanes().size());
        for (int i = 0; i < turns.size(); i++) {
            for (int j = i + 2; j < turns.size(); j++) {
                if (turns.get(i).lane().equals(turns.get(j).lane())) {
                    Optional<Order> calmer = together(turns, i, j, order);
                    if (calmer.isPresent()) {
                        return calmer;
                    }
                    break;
                }
            }
        }
        return Optional.empty();
    }

    /** The two meet behind one of the turns between them, or behind the first of them. */
    private Optional<Order> together(List<Turn> turns, int first, int second, Order order) {
        for (int behind = second - 1; behind >= first; behind--) {
            int end = turns.get(behind).to();
            Optional<Order> met =
                    down(turns.get(first), end, order).flatMap(half -> up(turns.get(second), end + 1, half));
            if (met.isPresent()) {
                return met;
            }
        }
        return Optional.empty();
    }

    /** With a turn that ends at an index. */
    private Optional<Order> down(Turn turn, int end, Order order) {
        Optional<Order> moved = Optional.of(order);
        for (int i = turn.to(); i >= turn.from() && moved.isPresent(); i--) {
            for (int at = i; at < end - (turn.to() - i) && moved.isPresent(); at++) {
                moved = swapped(at, moved.get());
            }
        }
        return moved;
    }

    /** With a turn that begins at an index. */
    private Optional<Order> up(Turn turn, int begin, Order order) {
        Optional<Order> moved = Optional.of(order);
        for (int i = turn.from(); i <= turn.to() && moved.isPresent(); i++) {
            for (int at = i; at > begin + (i - turn.from()) && moved.isPresent(); at--) {
                moved = swapped(at - 1, moved.get());
            }
        }
        return moved;
    }

    /** With the step at an index and the one after it in the other order; empty if they depend on each other. */
    private Optional<Order> swapped(int index, Order order) {
        boolean isLast = index + 1 == order.states().size() - 1;
        if (isLast || swaps++ >= SWAPS_MAX) {
            return Optional.empty();
        }
        SpecState before = order.states().get(index - 1);
        SpecState after = order.states().get(index + 1);
        return steps.after(order.actions().get(index + 1).orElseThrow(), before).stream()
                .filter(between -> leads(before, between, after))
                .filter(between -> steps.after(order.actions().get(index).orElseThrow(), between).stream()
                        .anyMatch(end -> end.fingerprint() == after.fingerprint()))
                .findFirst()
                .map(between -> swapped(index, between, order));
    }

    /** Whether the model has both steps, and neither is the one that is wrong. */
    private boolean leads(SpecState before, SpecState between, SpecState after) {
        return constraints.allow(between)
                && constraints.allow(before, between)
                && constraints.allow(between, after)
                && !breach.isAt(Optional.of(before), between)
                && !breach.isAt(Optional.of(between), after);
    }

    private static Order swapped(int index, SpecState between, Order order) {
        List<SpecState> states = new ArrayList<>(order.states());
        states.set(index, between);
        return new Order(states, exchanged(index, order.actions()), exchanged(index, order.lanes()));
    }

    private static <T> List<T> exchanged(int index, List<T> all) {
        List<T> exchanged = new ArrayList<>(all);
        exchanged.set(index, all.get(index + 1));
        exchanged.set(index + 1, all.get(index));
        return exchanged;
    }
}
