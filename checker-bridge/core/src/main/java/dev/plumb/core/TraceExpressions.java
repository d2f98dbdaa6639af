package dev.plumb.core;

import dev.plumb.core.Behaviour.Expression;
import dev.plumb.core.Behaviour.Step;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.Level;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.kernel.api.SpecState;
import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a user wants to see of each state of a counterexample beside the variables: expressions, and the fields of the
 * {@code ALIAS} in the {@code .cfg}. They are evaluated here and not by TLC, some of which do not know that keyword, while
 * the others print its fields instead of the state.
 */
final class TraceExpressions {
    /** The keyword. */
    static final String ALIAS = "ALIAS";

    private final Model model;
    private final Config config;
    private final List<String> texts;
    private final TlcJar jar;
    private final List<String> warnings = new ArrayList<>();

    TraceExpressions(Model model, Config config, List<String> texts, TlcJar jar) {
        this.model = model;
        this.config = config;
        this.texts = texts;
        this.jar = jar;
    }

    /**
     * Parses the expressions, so that a mistake in one is not found after an hour of TLC. The {@code ALIAS} is part of the
     * model: what is wrong with it is no reason not to check that.
     *
     * @throws Problem if one is no expression about a state or a step
     */
    void check() {
        if (!texts.isEmpty()) {
            load(texts).close();
        }
    }

    private Expressions load(List<String> expressions) {
        Expressions loaded = Expressions.load(model, config, expressions, jar);
        for (int i = 0; i < expressions.size(); i++) {
            if (loaded.level(i) == Level.BEHAVIOUR) {
                loaded.close();
                throw CoreProblems.expressionIsTemporal(expressions.get(i));
            }
        }
        return loaded;
    }

    /** What was wrong with those that have no value. */
    List<String> warnings() {
        return warnings;
    }

    /** A counterexample with their values. */
    Behaviour in(Behaviour behaviour) {
        List<Expression> all = new ArrayList<>();
        if (!texts.isEmpty()) {
            all.addAll(expressions(behaviour));
        }
        config.name(ALIAS).ifPresent(name -> all.addAll(fields(name, behaviour)));
        return behaviour.with(all);
    }

    private List<Expression> expressions(Behaviour behaviour) {
        try (Expressions loaded = load(texts)) {
            List<List<SpecState>> moments = moments(behaviour, loaded.spec());
            List<Expression> all = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                all.add(new Expression(texts.get(i), values(loaded, i, texts.get(i), moments)));
            }
            return all;
        } catch (Problem | LinkageError problem) {
            warnings.add("The expressions are not shown: " + problem.getMessage());
            return List.of();
        }
    }

    private List<Expression> fields(String alias, Behaviour behaviour) {
        try (Expressions loaded = load(List.of(alias))) {
            List<List<SpecState>> moments = new ArrayList<>(moments(behaviour, loaded.spec()));
            // As TLC does: an alias is one expression, which would have no value at all in the last state.
            moments.replaceAll(moment -> moment.size() > 1 ? moment : List.of(moment.get(0), moment.get(0)));
            List<Map<String, TlaValue>> records = values(loaded, 0, ALIAS + " " + alias, moments).stream()
                    .map(value -> value.map(v -> fields(alias, v)).orElse(Map.of()))
                    .toList();
            Set<String> names = new LinkedHashSet<>();
            records.forEach(record -> names.addAll(record.keySet()));
            return names.stream()
                    .map(name -> field(name, records))
                    .filter(field -> !repeatsVariable(field, behaviour.steps()))
                    .toList();
        } catch (Problem | LinkageError problem) {
            warnings.add(ALIAS + " " + alias + " is not shown: " + problem.getMessage());
            return List.of();
        }
    }

    /** An alias that is no record is one field of its own name. */
    private static Map<String, TlaValue> fields(String alias, TlaValue value) {
        if (!(value instanceof TlaValue.Fn fn && fn.isRecord())) {
            return Map.of(alias, value);
        }
        Map<String, TlaValue> fields = new LinkedHashMap<>();
        fn.entries().forEach((name, field) -> fields.put(((TlaValue.Str) name).value(), field));
        return fields;
    }

    private static Expression field(String name, List<Map<String, TlaValue>> records) {
        return new Expression(
                name,
                records.stream()
                        .map(record -> Optional.ofNullable(record.get(name)))
                        .toList());
    }

    /** As an alias does that is written to show less than all variables. */
    private static boolean repeatsVariable(Expression field, List<Step> steps) {
        return IntStream.range(0, steps.size()).allMatch(i -> field.values()
                .get(i)
                .equals(Optional.ofNullable(steps.get(i).state().get(field.text()))));
    }

    /** Each state with the one that follows it, if there is one. */
    private static List<List<SpecState>> moments(Behaviour behaviour, LoadedSpec spec) {
        List<SpecState> states =
                behaviour.steps().stream().map(step -> spec.state(step.state())).toList();
        int back = behaviour.loopsTo().orElse(0) - 1;
        List<List<SpecState>> moments = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            int next = i + 1 < states.size() ? i + 1 : back;
            moments.add(next < 0 ? List.of(states.get(i)) : List.of(states.get(i), states.get(next)));
        }
        return moments;
    }

    private List<Optional<TlaValue>> values(
            Expressions loaded, int expression, String name, List<List<SpecState>> moments) {
        boolean needsNext = loaded.level(expression) == Level.STEP;
        List<Optional<TlaValue>> values = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (List<SpecState> moment : moments) {
            boolean isAsked = !needsNext || moment.size() > 1;
            try {
                values.add(isAsked ? Optional.of(loaded.value(expression, moment)) : Optional.empty());
            } catch (Problem problem) {
                failures.add("state " + (values.size() + 1) + ": " + problem.what());
                values.add(Optional.empty());
            }
        }
        failures.stream().limit(1).forEach(first -> warnings.add(name + " has no value in " + first));
        return values;
    }
}
