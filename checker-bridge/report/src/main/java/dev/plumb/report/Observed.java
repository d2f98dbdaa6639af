package dev.plumb.report;

import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What an event says about the state, as lines that read like TLA+. */
final class Observed {
    private Observed() {}

    /** One thing that was seen: {@code tmState} {@code = "committed"}. */
    record Line(String path, String seen) {}

    static List<Line> lines(SortedMap<String, Observation> state) {
        List<Line> lines = new ArrayList<>();
        state.forEach((variable, observation) -> collect(variable, observation, lines));
        return lines;
    }

    private static void collect(String path, Observation observation, List<Line> lines) {
        if (observation instanceof Observation.Whole whole) {
            lines.add(new Line(path, "= " + whole.value()));
        } else if (observation instanceof Observation.Part part) {
            part.entries().forEach((key, inner) -> collect(path + "[" + key + "]", inner, lines));
        } else if (observation instanceof Observation.Content content) {
            elements(path, "has", content.has(), lines);
            elements(path, "has not", content.hasNot(), lines);
            elements(path, "added", content.added(), lines);
            elements(path, "removed", content.removed(), lines);
            elements(path, "appended", content.appended(), lines);
            content.length().ifPresent(length -> lines.add(new Line(path, "has length " + length)));
        } else if (observation instanceof Observation.Updates updates) {
            updates.updates().forEach(update -> lines.add(new Line(path(path, update), written(update))));
        } else if (observation instanceof Observation.Untyped untyped) {
            lines.add(new Line(path, "= " + untyped.value()));
        }
    }

    private static void elements(String path, String verb, Optional<List<TlaValue>> elements, List<Line> lines) {
        elements.ifPresent(values -> values.forEach(value -> lines.add(new Line(path, verb + " " + value))));
    }

    private static String path(String variable, Update update) {
        StringBuilder path = new StringBuilder(variable);
        update.path().forEach(key -> path.append('[').append(key).append(']'));
        return path.toString();
    }

    private static String written(Update update) {
        List<String> arguments =
                update.arguments().stream().map(TlaValue::toString).toList();
        return update.operation().written() + "(" + String.join(", ", arguments) + ")";
    }
}
