package dev.plumb.core;

import dev.plumb.traces.Event;
import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Faults of a recorder: events that are missing, there twice or in another order, and wrong values and names. */
final class Perturbation {
    private final Random random;
    private final RandomObservations seen;
    private final List<String> actions;

    /** @param actions names to be mixed up */
    Perturbation(Random random, List<String> actions) {
        this.random = random;
        this.seen = new RandomObservations(random);
        this.actions = actions;
    }

    /** The events with two to four faults, some of which nobody can notice. */
    List<Event> of(List<Event> events) {
        List<Event> perturbed = new ArrayList<>(events);
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(perturbed.size());
            switch (random.nextInt(8)) {
                case 0 -> Mutation.SWAP.apply(perturbed, at);
                case 1 -> Mutation.DUPLICATE.apply(perturbed, at);
                case 2 -> dropOneOfSeveral(perturbed, at);
                default -> perturbed.set(at, changed(perturbed.get(at)));
            }
        }
        return perturbed;
    }

    private static void dropOneOfSeveral(List<Event> events, int at) {
        if (events.size() > 1) {
            Mutation.DROP.apply(events, at);
        }
    }

    private Event changed(Event event) {
        boolean isRenamed = event.action().isPresent() && random.nextInt(6) == 0;
        return new Event(
                event.source(),
                event.process(),
                event.run(),
                isRenamed ? Optional.of(actions.get(random.nextInt(actions.size()))) : event.action(),
                isRenamed ? Arguments.NONE : random.nextInt(3) == 0 ? changed(event.arguments()) : event.arguments(),
                random.nextInt(3) == 0 ? changed(event.before()) : event.before(),
                changed(event.state()),
                event.clock(),
                event.at());
    }

    private Arguments changed(Arguments arguments) {
        if (arguments instanceof Arguments.Named named) {
            SortedMap<String, TlaValue> values = new TreeMap<>(named.values());
            values.replaceAll((name, value) -> seen.changed(value));
            return new Arguments.Named(values);
        }
        return new Arguments.Positional(((Arguments.Positional) arguments)
                .values().stream().map(seen::changed).toList());
    }

    private SortedMap<String, Observation> changed(SortedMap<String, Observation> observed) {
        SortedMap<String, Observation> changed = new TreeMap<>(observed);
        changed.replaceAll((variable, observation) -> random.nextBoolean() ? seen.changed(observation) : observation);
        return changed;
    }
}
