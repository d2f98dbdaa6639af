package dev.plumb.core;

import dev.plumb.core.lanes.Annotation;
import dev.plumb.kernel.api.Formulas;
import dev.plumb.kernel.api.Level;
import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.traces.TlaValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Definitions by which a model says what its processes are. They stand in its module, or in one that this extends, as
 * operators without parameters that are the same in all states; each may be missing.
 */
final class LaneDefinitions {
    /** The set of the processes, or the sequence in whose order their lanes are drawn. */
    static final String LANES = "PlumbLanes";

    /** The set of the names of the variables that carry messages. */
    static final String MESSAGES = "PlumbMessages";

    /** The name of the lane for steps that no process takes. */
    static final String OTHER = "PlumbOther";

    private final LoadedSpec spec;
    private final Formulas formulas;

    private LaneDefinitions(LoadedSpec spec) {
        this.spec = spec;
        this.formulas = spec.formulas();
    }

    /**
     * What they say.
     *
     * @throws dev.plumb.traces.Problem if one is not what it must be
     */
    static Annotation of(LoadedSpec spec) {
        LaneDefinitions definitions = new LaneDefinitions(spec);
        return new Annotation(
                definitions.value(LANES, LaneDefinitions::processes),
                definitions.value(MESSAGES, definitions::variables),
                definitions.value(OTHER, LaneDefinitions::string));
    }

    private <T> Optional<T> value(String name, Function<TlaValue, T> read) {
        if (!formulas.defines(name)) {
            return Optional.empty();
        } else if (formulas.level(name) != Level.CONSTANT) {
            throw LaneProblems.dependsOnState(name);
        }
        return Optional.of(read.apply(formulas.value(name, List.of())));
    }

    private static List<TlaValue> processes(TlaValue value) {
        boolean isSequence = value instanceof TlaValue.Fn fn && fn.isTuple();
        Collection<TlaValue> processes = value instanceof TlaValue.SetOf set
                ? set.elements()
                : isSequence ? ((TlaValue.Fn) value).entries().values() : List.of();
        if (processes.isEmpty()) {
            throw LaneProblems.noProcesses(LANES, value.toString());
        }
        return List.copyOf(processes);
    }

    private Set<String> variables(TlaValue value) {
        if (!(value instanceof TlaValue.SetOf set)) {
            throw LaneProblems.noNames(MESSAGES, value.toString());
        }
        Set<String> names = new TreeSet<>();
        for (TlaValue element : set.elements()) {
            String name = element instanceof TlaValue.Str string ? string.value() : element.toString();
            if (!spec.variables().contains(name)) {
                throw LaneProblems.noVariable(MESSAGES, name, spec.module(), spec.variables());
            }
            names.add(name);
        }
        return names;
    }

    private static String string(TlaValue value) {
        if (value instanceof TlaValue.Str string && !string.value().isBlank()) {
            return string.value();
        }
        throw LaneProblems.noName(OTHER, value.toString());
    }
}
