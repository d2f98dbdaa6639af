package dev.plumb.core;

import dev.plumb.core.search.Tried;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Steps;
import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which observations of an accepted trace constrained nothing. One did if it could have been wrong: if one of the states
 * that the search came to contradicts it, or if without it some event would have led to more states.
 *
 * <p>An argument is held against states as part of its action: one contradicts it in which the action is possible with
 * others. An action of which nothing else was recorded is contradicted by a state in which it is not possible.
 *
 * <p>It is asked of a sample of what the search tried, and only until it is known: of what was recorded with care, that is at
 * the first event. What cannot be evaluated counts as a constraint, because nothing is known of it.
 */
final class Vacuity {
    /** So many different states and values are enough to find a contradiction, if there is any to be found. */
    private static final int STATES_ASKED = 64;

    /** Before them, because to tell which are different takes longer than to ask these. */
    private static final int STATES_ASKED_FIRST = 32;

    private static final int VALUES_ASKED = 4;

    /** Of each saying. */
    private static final int EVENTS_ASKED = 64;

    private final LoadedSpec spec;
    private final Predicate<String> isIndex;
    private final List<Tried> tried;
    private final Set<String> modelValues;
    private final List<SpecState> first;
    private @Nullable List<SpecState> different;
    private final Map<SpecState, SortedMap<String, TlaValue>> values = new HashMap<>();

    /** @param tried by searches that found a behaviour */
    Vacuity(LoadedSpec spec, Predicate<String> isIndex, List<Tried> tried) {
        this.spec = spec;
        this.isIndex = isIndex;
        this.modelValues = spec.modelValues();
        this.tried = tried.stream()
                .map(each -> new Tried(each.from(), Field.named(each.event(), spec)))
                .toList();
        this.first = spread(tried.stream().map(Tried::from).toList(), STATES_ASKED_FIRST);
    }

    /** So many of them at most, from all over. */
    private static List<SpecState> spread(List<SpecState> states, int size) {
        int stride = 1 + states.size() / size;
        return IntStream.iterate(0, i -> i < states.size(), i -> i + stride)
                .mapToObj(states::get)
                .toList();
    }

    private boolean isSoInSomeState(Predicate<SpecState> claim) {
        return first.stream().anyMatch(claim) || different().stream().anyMatch(claim);
    }

    private List<SpecState> different() {
        if (different == null) {
            Map<Long, SpecState> byFingerprint = new LinkedHashMap<>();
            tried.forEach(each -> byFingerprint.putIfAbsent(each.from().fingerprint(), each.from()));
            different = spread(List.copyOf(byFingerprint.values()), STATES_ASKED);
        }
        return different;
    }

    /**
     * What events of one action say at one place.
     *
     * @param place empty where they say nothing but their action
     */
    private record Saying(Optional<String> action, String place) {}

    /** An event that says it, in a state that it was held against. */
    private record Said(SpecState from, Event event, Optional<Field> field) {
        Optional<Observation> value() {
            return field.map(each -> each.in(event));
        }
    }

    /** Sentences about those that constrained nothing, without a full stop. */
    List<String> suspicions() {
        List<String> suspicions = new ArrayList<>();
        sayings().forEach((saying, said) -> {
            if (!canBeWrong(said) && said.stream().limit(EVENTS_ASKED).noneMatch(this::isMissed)) {
                suspicions.add(text(saying));
            }
        });
        return suspicions;
    }

    private Map<Saying, List<Said>> sayings() {
        Map<Saying, List<Said>> sayings = new LinkedHashMap<>();
        for (Tried each : tried) {
            List<Optional<Field>> fields = new ArrayList<>();
            Field.of(each.event()).forEach(field -> fields.add(Optional.of(field)));
            if (fields.isEmpty()) {
                fields.add(Optional.empty());
            }
            for (Optional<Field> field : fields) {
                String place = field.map(of -> of.text(isIndex)).orElse("");
                sayings.computeIfAbsent(new Saying(each.event().action(), place), key -> new ArrayList<>())
                        .add(new Said(each.from(), each.event(), field));
            }
        }
        return sayings;
    }

    private static String text(Saying saying) {
        if (saying.place().isEmpty()) {
            return saying.action()
                    .map(action -> "events of " + action + " say nothing but its name, and the spec allows it in every"
                            + " state that the search came to")
                    .orElse("there are events that say nothing at all");
        }
        String of = saying.action().map(action -> " of " + action).orElse(" without an action");
        return "what events" + of + " say of " + saying.place()
                + " excludes nothing: no state that the search came to contradicts it, and without it the same steps fit";
    }

    /** Whether a state contradicts it. Of many events that say the same it is enough to ask one. */
    private boolean canBeWrong(List<Said> all) {
        Set<Optional<Observation>> different = new HashSet<>();
        return all.stream()
                .filter(said -> different.add(said.value()))
                .limit(VALUES_ASKED)
                .anyMatch(this::canBeWrong);
    }

    private boolean canBeWrong(Said said) {
        Event bare = Field.bare(said.event());
        if (said.field().isEmpty()) {
            return bare.action().isPresent()
                    && isSoInSomeState(state -> distinct(state, bare).orElse(0L) == 0);
        }
        Field field = said.field().get();
        if (field.kind() == Field.Kind.ARGUMENT) {
            Event alone = field.with(bare, said.value());
            return isSoInSomeState(state -> isFewer(state, alone, bare));
        }
        return isSoInSomeState(state -> isContradicted(field, said.event(), state));
    }

    /** What says how the state changed is contradicted by one that does not. */
    private boolean isContradicted(Field field, Event event, SpecState state) {
        String variable = field.path().get(0);
        Observation alone = field.alone(event).mapStrings(this::read);
        TlaValue value = Objects.requireNonNull(
                values.computeIfAbsent(state, SpecState::values).get(variable), variable);
        return !alone.differences(variable, Optional.of(value), value).isEmpty();
    }

    private TlaValue read(TlaValue string) {
        return string instanceof TlaValue.Str s && modelValues.contains(s.value()) ? TlaValue.model(s.value()) : string;
    }

    /** Whether the event would have led to more states without it. */
    private boolean isMissed(Said said) {
        return said.field()
                .map(field -> isFewer(said.from(), said.event(), field.with(said.event(), Optional.empty())))
                .orElse(false);
    }

    private boolean isFewer(SpecState from, Event one, Event other) {
        Optional<Long> fewer = distinct(from, one);
        Optional<Long> more = distinct(from, other);
        return fewer.isEmpty() || more.isEmpty() || fewer.get() < more.get();
    }

    /** How many states an event can lead to; empty if that is not known. */
    private Optional<Long> distinct(SpecState from, Event event) {
        try {
            Steps steps = spec.steps(from, spec.observe(event));
            return Optional.of(steps).filter(found -> found.errors().isEmpty()).map(found -> found.successors().stream()
                    .map(step -> step.state().fingerprint())
                    .distinct()
                    .count());
        } catch (Problem cannotBeEvaluated) {
            return Optional.empty();
        }
    }
}
