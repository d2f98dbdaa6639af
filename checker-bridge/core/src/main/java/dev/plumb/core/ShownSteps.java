package dev.plumb.core;

import dev.plumb.core.Behaviour.Step;
import dev.plumb.core.Coverage.Pair;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SourceRange;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What behaviours show of a spec. An event may name an operator around several actions: here they are told apart. */
final class ShownSteps {
    /** A step of the spec's graph. */
    record Transition(long from, long to, String action) {}

    private record Taken(long from, long to, Optional<String> action) {}

    private record Follows(String first, String second) {}

    private final LoadedSpec spec;
    private final Set<Long> states = new HashSet<>();
    private final Set<Transition> transitions = new HashSet<>();
    private final Map<SourceRange, Long> disjuncts = new HashMap<>();
    private final Map<Follows, Long> pairs = new HashMap<>();
    private final Map<Taken, Optional<ActionInstance>> known = new HashMap<>();

    ShownSteps(LoadedSpec spec, List<Behaviour> behaviours) {
        this.spec = spec;
        behaviours.forEach(this::add);
    }

    private void add(Behaviour behaviour) {
        Optional<SpecState> before = Optional.empty();
        Optional<String> last = Optional.empty();
        for (Step step : behaviour.steps()) {
            SpecState after = spec.state(step.state());
            states.add(after.fingerprint());
            Optional<ActionInstance> taken = before.flatMap(from -> taken(from, after, step.action()));
            if (taken.isPresent()) {
                String action = taken.get().name();
                transitions.add(new Transition(before.orElseThrow().fingerprint(), after.fingerprint(), action));
                disjuncts.merge(taken.get().disjunct(), 1L, Long::sum);
                last.ifPresent(first -> pairs.merge(new Follows(first, action), 1L, Long::sum));
                last = Optional.of(action);
            }
            before = Optional.of(after);
        }
    }

    /** The first of the spec's steps that leads there, of those with these arguments if there are some; none stutters. */
    private Optional<ActionInstance> taken(SpecState from, SpecState to, Optional<String> action) {
        return known.computeIfAbsent(new Taken(from.fingerprint(), to.fingerprint(), action), key -> {
            List<ActionInstance> candidates = spec.steps(from).successors().stream()
                    .filter(step -> step.state().fingerprint() == to.fingerprint())
                    .map(Successor::action)
                    .toList();
            return candidates.stream()
                    .filter(each -> action.equals(Optional.of(each.toString())))
                    .findFirst()
                    .or(() -> candidates.stream().findFirst());
        });
    }

    boolean has(SpecState state) {
        return states.contains(state.fingerprint());
    }

    boolean has(Transition transition) {
        return transitions.contains(transition);
    }

    long steps(SourceRange disjunct) {
        return disjuncts.getOrDefault(disjunct, 0L);
    }

    boolean haveFollowed(String first, String second) {
        return pairs.containsKey(new Follows(first, second));
    }

    /** The most frequent first. */
    List<Pair> pairs() {
        List<Pair> all = new ArrayList<>();
        pairs.forEach((pair, count) -> all.add(new Pair(pair.first(), pair.second(), count)));
        all.sort(Comparator.comparing(Pair::shown)
                .reversed()
                .thenComparing(Pair::first)
                .thenComparing(Pair::second));
        return all;
    }
}
