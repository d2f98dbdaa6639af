package dev.plumb.core;

import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.Level;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Evaluates an expression in the context of a module, and, where its value depends on that, in a state. */
public final class Evaluation {
    private final Model model;
    private final TlcJar jar;

    public Evaluation(Model model, TlcJar jar) {
        this.model = model;
        this.jar = jar;
    }

    /**
     * The value of an expression.
     *
     * @throws dev.plumb.traces.Problem if it cannot be parsed, has no value, or needs a state that is not given
     */
    public Evaluated of(String expression, Optional<RecordedState> state) {
        Config config = model.config().map(Config::read).orElseGet(Config::none);
        try (Expressions expressions = Expressions.load(model, config, List.of(expression), jar)) {
            Level level = expressions.level(0);
            if (level == Level.BEHAVIOUR) {
                throw CoreProblems.expressionIsTemporal(expression);
            } else if (level != Level.CONSTANT && state.isEmpty()) {
                throw CoreProblems.expressionNeedsState(expression);
            } else if (level == Level.STEP && state.flatMap(RecordedState::next).isEmpty()) {
                throw CoreProblems.expressionNeedsNextState(
                        expression, state.orElseThrow().number());
            }
            List<SpecState> states =
                    state.map(given -> states(given, expressions.spec())).orElse(List.of());
            OptionalInt number =
                    state.map(given -> OptionalInt.of(given.number())).orElseGet(OptionalInt::empty);
            return new Evaluated(model.moduleName(), expression, number, expressions.value(0, states));
        }
    }

    private static List<SpecState> states(RecordedState state, LoadedSpec spec) {
        List<SpecState> states = new ArrayList<>(List.of(state(state.values(), state, spec)));
        state.next().ifPresent(next -> states.add(state(next, state, spec)));
        return states;
    }

    private static SpecState state(SortedMap<String, TlaValue> values, RecordedState from, LoadedSpec spec) {
        if (!values.keySet().equals(Set.copyOf(spec.variables()))) {
            throw CoreProblems.otherVariables(from.file(), spec.variables(), values.keySet());
        }
        SortedMap<String, TlaValue> meant = new TreeMap<>();
        values.forEach((name, value) ->
                meant.put(name, value.mapStrings(string -> asModelValue((TlaValue.Str) string, spec.modelValues()))));
        return spec.state(meant);
    }

    /** A result writes model values as strings. */
    private static TlaValue asModelValue(TlaValue.Str string, Set<String> modelValues) {
        return modelValues.contains(string.value()) ? TlaValue.model(string.value()) : string;
    }
}
