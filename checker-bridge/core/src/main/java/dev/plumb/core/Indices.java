package dev.plumb.core;

import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What tells {@code rmState["r1"]}, one of many of its kind, from {@code node.term}: a trace writes both alike. An index is
 * what the model or a constant of the trace has as a value, or a process.
 */
final class Indices implements Predicate<String> {
    private final Set<String> names;

    Indices(LoadedSpec spec, TraceHeader header, Collection<String> processes) {
        this.names = new HashSet<>(spec.modelValues());
        names.addAll(processes);
        header.constants().values().forEach(value -> value.mapStrings(this::add));
    }

    private TlaValue add(TlaValue string) {
        names.add(((TlaValue.Str) string).value());
        return string;
    }

    @Override
    public boolean test(String key) {
        return names.contains(key);
    }
}
