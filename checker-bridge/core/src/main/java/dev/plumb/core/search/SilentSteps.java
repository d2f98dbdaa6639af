package dev.plumb.core.search;

import dev.plumb.kernel.api.EventBinding;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.ObservedStep;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.Event;
import dev.plumb.traces.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToLongBiFunction;
import java.util.stream.Stream;

/**
 * The steps that were not recorded: all that may come before the next event, for one that fits it at once need not be the
 * only way to the events behind it.
 */
final class SilentSteps {
    private static final Source DECLARATION = new Source("--silent", 0);

    private final List<ObservedStep> actions;
    private final int max;

    SilentSteps(LoadedSpec spec, Silent silent) {
        Stream<ObservedStep> named = silent.actions().stream()
                .map(action -> spec.observe(Event.unrecorded(DECLARATION, Optional.of(action))));
        Stream<ObservedStep> bound = spec.binding().flatMap(EventBinding::silent).stream();
        this.actions = Stream.concat(named, bound).toList();
        this.max = silent.max(spec.binding());
    }

    /** A node and those that silent steps lead to, each state once, with as few steps as will do. */
    List<Node> from(
            Node node,
            BiFunction<Node, ObservedStep, List<Successor>> steps,
            ToLongBiFunction<SpecState, SpecState> broken) {
        if (actions.isEmpty()) {
            return List.of(node);
        }
        List<Node> all = new ArrayList<>(List.of(node));
        Set<Node.Key> seen = new HashSet<>(Set.of(key(node)));
        List<Node> last = List.copyOf(all);
        for (int i = 0; i < max; i++) {
            List<Node> next = new ArrayList<>();
            for (Node each : last) {
                for (ObservedStep action : actions) {
                    steps.apply(each, action).stream()
                            .map(step -> each.silently(step, broken.applyAsLong(each.state(), step.state())))
                            .filter(found -> seen.add(key(found)))
                            .forEach(next::add);
                }
            }
            all.addAll(next);
            last = next;
        }
        return all;
    }

    private static Node.Key key(Node node) {
        return node.key(node.state().fingerprint());
    }
}
