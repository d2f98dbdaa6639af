package dev.plumb.core;

import dev.plumb.core.TraceMutant.Kind;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Trace.Part;
import dev.plumb.traces.Trace.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The faults that runs of a trace can have, sorted by what they are about; of the many of one sort only some are kept, drawn
 * by a seed.
 */
final class TraceMutants {
    /** So many different values of one place are put in the place of others. */
    private static final int VALUES_MAX = 8;

    /** Faults of one sort. */
    record Sort(Kind kind, String action, String field) {}

    /** A fault, and the run that has it. */
    record Drawn(Run run, TraceMutant mutant) {}

    private record Place(String action, String field) {}

    /** Each fault that is offered is kept with the same probability. */
    private final class Reservoir {
        private final List<Drawn> kept = new ArrayList<>();
        private int offered;

        void offer(Drawn drawn) {
            offered++;
            if (kept.size() < max) {
                kept.add(drawn);
            } else {
                int at = random.nextInt(offered);
                if (at < max) {
                    kept.set(at, drawn);
                }
            }
        }
    }

    private final LoadedSpec spec;
    private final Predicate<String> isIndex;
    private final int max;
    private final Random random;
    private final Map<Sort, Reservoir> sorts = new LinkedHashMap<>();
    private final Map<Place, Set<Observation>> values = new LinkedHashMap<>();

    TraceMutants(LoadedSpec spec, Predicate<String> isIndex, List<Run> runs, int max, long seed) {
        this.spec = spec;
        this.isIndex = isIndex;
        this.max = max;
        this.random = new Random(seed);
        runs.forEach(run -> run.parts().forEach(part -> part.events().forEach(this::learnValues)));
        runs.forEach(this::offerAll);
    }

    /** How many there are, of which some may not have been kept. */
    long possible() {
        return sorts.values().stream().mapToLong(sort -> sort.offered).sum();
    }

    /** As many as are wanted, of each sort about as many. */
    List<Drawn> drawn() {
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; drawn.size() < max; i++) {
            int before = drawn.size();
            for (Reservoir sort : sorts.values()) {
                if (i < sort.kept.size() && drawn.size() < max) {
                    drawn.add(sort.kept.get(i));
                }
            }
            if (drawn.size() == before) {
                break;
            }
        }
        return drawn;
    }

    private void learnValues(Event recorded) {
        Event event = Field.named(recorded, spec);
        for (Field field : Field.of(event)) {
            Set<Observation> known = values.computeIfAbsent(place(event, field), place -> new LinkedHashSet<>());
            if (known.size() < VALUES_MAX) {
                known.add(field.in(event));
            }
        }
    }

    private Place place(Event event, Field field) {
        return new Place(action(event), field.text(isIndex));
    }

    private static String action(Event event) {
        return event.action().orElse("");
    }

    private void offerAll(Run run) {
        for (int part = 0; part < run.parts().size(); part++) {
            for (int i = 0; i < run.parts().get(part).events().size(); i++) {
                offerEventsOf(run, part, i);
                offerOrders(run, part, i);
                offerValues(run, part, i);
            }
        }
    }

    private void offer(Run run, Kind kind, String field, Event event, String fault, UnaryOperator<Run> change) {
        TraceMutant mutant = new TraceMutant(kind, action(event), field, event, fault, change);
        sorts.computeIfAbsent(new Sort(kind, action(event), field), sort -> new Reservoir())
                .offer(new Drawn(run, mutant));
    }

    /** That a run ends early is no fault: a beginning of a behaviour is one, too. */
    private void offerEventsOf(Run run, int part, int i) {
        Event event = run.parts().get(part).events().get(i);
        if (isFollowed(run, part, i)) {
            offer(run, Kind.DROP, "", event, "left out", of -> Perturbed.without(of, part, i));
        }
        offer(run, Kind.DUPLICATE, "", event, "twice", of -> Perturbed.withTwice(of, part, i));
    }

    private static boolean isFollowed(Run run, int part, int i) {
        return run.parts().stream()
                .map(Part::needs)
                .filter(needs -> !needs.isEmpty())
                .anyMatch(needs -> needs.get(needs.size() - 1)[part] > i);
    }

    /** Events that are in no order are tried in each. */
    private void offerOrders(Run run, int part, int i) {
        List<Event> events = run.parts().get(part).events();
        Event event = events.get(i);
        if (i > 0 && !saysTheSame(events.get(i - 1), event)) {
            String fault = "before " + events.get(i - 1).source();
            offer(run, Kind.SWAP, "", event, fault, of -> Perturbed.swapped(of, part, i - 1));
        }
        int[] needs = run.parts().get(part).needs().get(i);
        for (int other = 0; other < needs.length; other++) {
            if (other != part && isRightBefore(run, other, needs, part, i)) {
                int earlier = other;
                int position = needs[other] - 1;
                String fault = "before "
                        + run.parts().get(other).events().get(position).source();
                offer(run, Kind.SWAP, "", event, fault, of -> Perturbed.reversed(of, earlier, position, part, i));
            }
        }
    }

    private static boolean saysTheSame(Event one, Event other) {
        return one.action().equals(other.action())
                && one.arguments().equals(other.arguments())
                && one.before().equals(other.before())
                && one.state().equals(other.state());
    }

    /** Whether nothing else has to happen between the last event of a part that an event waits for, and that event. */
    private static boolean isRightBefore(Run run, int earlier, int[] needs, int part, int i) {
        for (int between = 0; between < needs.length; between++) {
            int last = between == part ? i : needs[between];
            List<int[]> ofBetween = run.parts().get(between).needs();
            if (between != earlier && last > 0 && ofBetween.get(last - 1)[earlier] >= needs[earlier]) {
                return false;
            }
        }
        return needs[earlier] > 0;
    }

    private void offerValues(Run run, int part, int i) {
        Event event = Field.named(run.parts().get(part).events().get(i), spec);
        for (Field field : Field.of(event)) {
            Observation own = field.in(event);
            for (Observation other : values.getOrDefault(place(event, field), Set.of())) {
                if (!other.equals(own)) {
                    offer(
                            run,
                            Kind.CHANGE,
                            field.text(isIndex),
                            event,
                            other.text() + " instead of " + own.text(),
                            of -> Perturbed.changed(of, part, i, each -> field.with(event, Optional.of(other))));
                }
            }
        }
    }
}
