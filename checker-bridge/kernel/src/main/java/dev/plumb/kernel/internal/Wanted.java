package dev.plumb.kernel.internal;

import dev.plumb.traces.TlaValue;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tla2sany.semantic.FormalParamNode;
import tlc2.value.impl.Value;

/** What an event says of its action, in the terms of the loaded spec. Long traces say the same again and again. */
final class Wanted {
    /** Of an event that does not say which action it is. */
    static final Wanted UNKNOWN = new Wanted(Optional.empty(), Map.of(), Map.of());

    private final Optional<String> action;
    private final Map<Integer, TlaValue> arguments;
    private final Map<FormalParamNode, Value> fixed;
    private final int hash;

    /**
     * @param arguments those that were recorded, by the index of the action's parameter
     * @param fixed quantified variables, whose value follows from {@code arguments}
     */
    Wanted(Optional<String> action, Map<Integer, TlaValue> arguments, Map<FormalParamNode, Value> fixed) {
        this.action = action;
        this.arguments = arguments;
        this.fixed = fixed;
        this.hash = Objects.hash(action, arguments);
    }

    Optional<String> action() {
        return action;
    }

    Map<Integer, TlaValue> arguments() {
        return arguments;
    }

    Map<FormalParamNode, Value> fixed() {
        return fixed;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Wanted wanted
                        && wanted.action.equals(action)
                        && wanted.arguments.equals(arguments));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
