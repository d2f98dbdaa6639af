package dev.plumb.core;

import dev.plumb.core.Divergence.Fit;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import dev.plumb.traces.Event;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Finds out which observations of an event stand in the way. All are left out, and each is put back if there is still a step
 * that fits: first the action, which programs record most reliably. What cannot be put back is minimal: none of it alone
 * can. There may be smaller sets.
 */
final class LeavingOut {
    /** More than anybody would read about, and each costs a search for steps. */
    private static final int OBSERVATIONS_MAX = 100;

    private final LoadedSpec spec;
    private final SpecState from;
    private final Event event;

    LeavingOut(LoadedSpec spec, SpecState from, Event event) {
        this.spec = spec;
        this.from = from;
        this.event = event;
    }

    /**
     * The step that the event could be. Empty if nothing of the event can stay, if what can says no more than that nothing changed, or if there is too much to try.
     *
     * @param eventsAfter how many events would be explained after a step
     */
    Optional<Fit> fit(ToIntFunction<Successor> eventsAfter) {
        List<String> all = observations(event);
        Set<String> kept = new HashSet<>();
        if (all.size() > OBSERVATIONS_MAX || steps(kept).isEmpty()) {
            return Optional.empty();
        }
        for (String each : all) {
            kept.add(each);
            if (steps(kept).isEmpty()) {
                kept.remove(each);
            }
        }
        Event rest = only(kept::contains);
        if (observations(rest).isEmpty()) {
            return Optional.empty();
        }
        List<String> without = all.stream().filter(each -> !kept.contains(each)).toList();
        return steps(kept).stream()
                .filter(step -> rest.action().isPresent() || step.state().fingerprint() != from.fingerprint())
                .findFirst()
                .map(step -> new Fit(without, step.action(), eventsAfter.applyAsInt(step)));
    }

    private List<Successor> steps(Set<String> kept) {
        return spec.steps(from, spec.observe(only(kept::contains))).successors();
    }

    private List<String> observations(Event event) {
        List<String> names = new ArrayList<>();
        only(event, names::add);
        return names;
    }

    private Event only(Predicate<String> isKept) {
        return only(event, isKept);
    }

    private Event only(Event event, Predicate<String> isKept) {
        Optional<String> action = event.action().filter(name -> isKept.test("the action"));
        return new Event(
                event.source(),
                event.process(),
                event.run(),
                action,
                action.map(name -> arguments(name, event, isKept)).orElse(Arguments.NONE),
                only(event.before(), path -> isKept.test(path + " before the step")),
                only(event.state(), isKept),
                event.clock(),
                event.at());
    }

    /** A binding asks an event for its arguments, so they stay with the action. */
    private Arguments arguments(String action, Event event, Predicate<String> isKept) {
        boolean isBound =
                spec.binding().filter(binding -> binding.explains(action)).isPresent();
        return isBound ? event.arguments() : only(event.arguments(), isKept);
    }

    private static Arguments only(Arguments arguments, Predicate<String> isKept) {
        if (arguments instanceof Arguments.Named named) {
            Map<String, TlaValue> kept = new HashMap<>(named.values());
            kept.keySet().removeIf(name -> !isKept.test("the argument " + name));
            return new Arguments.Named(kept);
        }
        return isKept.test("the arguments") ? arguments : Arguments.NONE;
    }

    private static SortedMap<String, Observation> only(
            SortedMap<String, Observation> observed, Predicate<String> isKept) {
        SortedMap<String, Observation> kept = new TreeMap<>();
        observed.forEach((variable, observation) ->
                only(variable, observation, isKept).ifPresent(rest -> kept.put(variable, rest)));
        return kept;
    }

    private static Optional<Observation> only(String path, Observation observation, Predicate<String> isKept) {
        if (!(observation instanceof Observation.Part part)) {
            return Optional.of(observation).filter(whole -> isKept.test(path));
        }
        SortedMap<String, Observation> kept = new TreeMap<>();
        part.entries().forEach((key, entry) -> only(path + "[" + key + "]", entry, isKept)
                .ifPresent(rest -> kept.put(key, rest)));
        return kept.isEmpty() ? Optional.empty() : Optional.of(new Observation.Part(kept));
    }
}
