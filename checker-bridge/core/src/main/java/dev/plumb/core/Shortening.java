package dev.plumb.core;

import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a behaviour shorter that was found at random: leaves steps out, more and more of them first, and takes the others
 * once more, each by TLC's evaluator, to see whether they still lead to a violation. In the end none of them can be left
 * out alone.
 */
final class Shortening {
    /** Over all attempts: a behaviour of a hundred steps needs a few thousand. */
    private static final int STEPS_MAX = 20_000;

    private final ActionSteps steps;
    private final Constraints constraints;
    private final Breach breach;
    private int taken;

    Shortening(LoadedSpec spec, Constraints constraints, Breach breach) {
        this.steps = new ActionSteps(spec);
        this.constraints = constraints;
        this.breach = breach;
    }

    /** Whether nothing is known that was not tried. */
    boolean isMinimal() {
        return taken < STEPS_MAX;
    }

    /** A path with the same first state that ends in a violation, too. */
    StatePath of(StatePath path) {
        StatePath shortest = withoutCircles(path);
        int chunk = Math.max(1, shortest.states().size() / 2);
        while (chunk > 0 && isMinimal()) {
            StatePath shorter = withoutChunks(chunk, shortest);
            // What was left out may have been the only reason for a step before it.
            chunk = chunk == 1 && shorter.states().size() < shortest.states().size() ? 1 : chunk / 2;
            shortest = shorter;
        }
        return shortest;
    }

    private StatePath withoutChunks(int chunk, StatePath path) {
        StatePath shortest = path;
        int from = 1;
        while (from < shortest.states().size() && isMinimal()) {
            Optional<StatePath> shorter = without(from, from + chunk, shortest);
            from = shorter.isPresent() ? from : from + chunk;
            shortest = shorter.orElse(shortest);
        }
        return shortest;
    }

    /** From each state the steps are taken that the last one of the same kind was left by; the last step stays in any case. */
    private static StatePath withoutCircles(StatePath path) {
        Map<Long, Integer> last = new HashMap<>();
        for (int i = 0; i < path.size() - 1; i++) {
            last.put(path.states().get(i).fingerprint(), i);
        }
        List<SpecState> states = new ArrayList<>();
        List<Optional<ActionInstance>> actions = new ArrayList<>();
        int i = 0;
        while (i < path.states().size()) {
            states.add(path.states().get(i));
            actions.add(path.actions().get(i));
            boolean isLast = i == path.size() - 1;
            i = isLast ? i + 1 : last.getOrDefault(path.states().get(i).fingerprint(), i) + 1;
        }
        return new StatePath(states, actions);
    }

    /** Empty if the other steps cannot be taken, or lead to no violation. */
    private Optional<StatePath> without(int from, int to, StatePath path) {
        List<SpecState> states = new ArrayList<>(path.states().subList(0, from));
        List<Optional<ActionInstance>> actions = new ArrayList<>(path.actions().subList(0, from));
        Optional<SpecState> beforeLast = from > 1 ? Optional.of(states.get(from - 2)) : Optional.empty();
        if (breach.isAt(beforeLast, states.get(from - 1))) {
            return Optional.of(new StatePath(states, actions));
        }
        for (int i = to; i < path.states().size(); i++) {
            ActionInstance action = path.actions().get(i).orElseThrow();
            SpecState last = states.get(states.size() - 1);
            Optional<SpecState> next = next(action, last, path.states().get(i));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            states.add(next.get());
            actions.add(Optional.of(action));
            if (breach.isAt(Optional.of(last), next.get())) {
                return Optional.of(new StatePath(states, actions));
            }
        }
        return Optional.empty();
    }

    /** Of several states the one to which the step led before, if that is one of them. The model has no steps from outside. */
    private Optional<SpecState> next(ActionInstance action, SpecState from, SpecState before) {
        taken++;
        if (!constraints.allow(from)) {
            return Optional.empty();
        }
        List<SpecState> states = steps.after(action, from).stream()
                .filter(state -> constraints.allow(from, state))
                .toList();
        return states.stream()
                .filter(state -> state.fingerprint() == before.fingerprint())
                .findFirst()
                .or(() -> states.stream().findFirst());
    }
}
