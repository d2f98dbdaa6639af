package dev.plumb.kernel.api;

import static java.util.stream.Collectors.joining;

import dev.plumb.traces.TlaValue;
import java.util.Collection;
import java.util.LinkedHashMap;

/**
 * An action with values for its parameters, in the order of its definition. Parameters are missing that have no value
 * before the step, stand for operators, or have a value that is too large to show or infinite.
 *
 * @param name of the innermost named operator, {@code Next} where there is none
 * @param disjunct of the action that was taken; the whole of it where an event names the action, since TLC chooses then
 */
public record ActionInstance(
        String name, LinkedHashMap<String, TlaValue> arguments, SourceRange definition, SourceRange disjunct) {
    public ActionInstance(String name, LinkedHashMap<String, TlaValue> arguments, SourceRange definition) {
        this(name, arguments, definition, definition);
    }

    /** {@code TMRcvPrepared(r1)}, as the spec would write it. */
    @Override
    public String toString() {
        Collection<TlaValue> values = arguments.values();
        return values.isEmpty()
                ? name
                : name + values.stream().map(TlaValue::toString).collect(joining(", ", "(", ")"));
    }
}
