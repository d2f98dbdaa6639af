package dev.plumb.core;

import dev.plumb.core.Explained.Moment;
import dev.plumb.core.Outcome.Violates;
import dev.plumb.kernel.api.ActionInstance;
import dev.plumb.kernel.api.Lasso;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.LoopFairness;
import dev.plumb.kernel.api.OpenFormula;
import dev.plumb.kernel.api.OpenFormula.Part;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.kernel.api.Successor;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.traces.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Works out why a behaviour is as it is. What cannot be evaluated is left out: the counterexample stands without it. Of a
 * long behaviour only the end is explained, which is where it goes wrong.
 */
final class Explanation {
    private static final int MOMENTS_MAX = 200;

    /** Over all states: a model with thousands of instances of actions has fewer states explained. */
    private static final int INSTANCES_MAX = 20_000;

    private static final int DISABLED_SHOWN = 40;

    private final LoadedSpec spec;
    private final StatePath path;
    private final OptionalInt loopsTo;
    private final int momentsMax;

    /** @param loopsTo number of the state that follows the last one */
    Explanation(LoadedSpec spec, StatePath path, OptionalInt loopsTo) {
        this(spec, path, loopsTo, MOMENTS_MAX);
    }

    /** @param momentsMax of how many states it is told what could follow */
    Explanation(LoadedSpec spec, StatePath path, OptionalInt loopsTo, int momentsMax) {
        this.spec = spec;
        this.path = path;
        this.loopsTo = loopsTo;
        this.momentsMax = momentsMax;
    }

    Explained of(Outcome outcome) {
        Optional<OpenFormula> property = outcome instanceof Violates violates ? property(violates) : Optional.empty();
        return new Explained(Optional.empty(), Optional.empty(), property, moments(), fairness());
    }

    private Optional<OpenFormula> property(Violates violates) {
        try {
            return switch (violates.kind()) {
                case INVARIANT -> Optional.of(invariant(violates.name()));
                case ACTION_PROPERTY, TEMPORAL ->
                    path.isWhole() ? Optional.of(spec.explanations().open(violates.name(), lasso())) : Optional.empty();
                default -> Optional.empty();
            };
        } catch (Problem unknown) {
            return Optional.empty();
        }
    }

    private OpenFormula invariant(String name) {
        return spec.explanations().open(name, List.of(path.last())).in(path.number(path.size() - 1), Part.ROOT);
    }

    /** What is violated by a finite behaviour is violated too if it stutters from there on. */
    private Lasso lasso() {
        int to = loopsTo.orElse(path.size());
        return new Lasso(path.states(), Math.max(1, Math.min(to, path.size())) - 1);
    }

    private List<LoopFairness> fairness() {
        try {
            return loopsTo.isPresent() ? spec.explanations().fairness(lasso()) : List.of();
        } catch (Problem unknown) {
            return List.of();
        }
    }

    private List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        Map<Long, Choices> known = new LinkedHashMap<>();
        int instances = 0;
        for (int i = path.size() - 1; i >= 0 && moments.size() < momentsMax && instances < INSTANCES_MAX; i--) {
            SpecState state = path.states().get(i);
            Choices choices = known.computeIfAbsent(state.fingerprint(), fingerprint -> choices(state));
            instances += choices.enabled().size() + choices.disabled().size();
            moments.add(moment(i, choices));
        }
        Collections.reverse(moments);
        return moments;
    }

    private record Choices(List<ActionInstance> enabled, List<WhyNot> disabled) {}

    private Choices choices(SpecState state) {
        Map<String, ActionInstance> enabled = new LinkedHashMap<>();
        spec.steps(state).successors().stream()
                .map(Successor::action)
                .forEach(action -> enabled.putIfAbsent(action.toString(), action));
        return new Choices(List.copyOf(enabled.values()), spec.explanations().disabled(state));
    }

    private Moment moment(int index, Choices choices) {
        List<WhyNot> shown = choices.disabled().stream().limit(DISABLED_SHOWN).toList();
        int number = path.number(index);
        return new Moment(
                number,
                path.actions().get(index).flatMap(action -> spec.explanations()
                        .open(
                                action,
                                path.states().get(index - 1),
                                path.states().get(index))
                        .map(opened -> opened.in(number, Part.ROOT))),
                choices.enabled(),
                shown,
                choices.disabled().size() - shown.size());
    }
}
