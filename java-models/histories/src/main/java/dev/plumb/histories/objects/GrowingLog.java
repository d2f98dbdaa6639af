package dev.plumb.histories.objects;

import dev.plumb.histories.Call;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A log: entries are put at its end and stay.
 *
 * <table>
 * <caption>Operations</caption>
 * <tr><td>{@code append(v)}</td><td>puts v at the end and returns its place, counted from 1</td></tr>
 * <tr><td>{@code read()}</td><td>returns all entries, as a sequence</td></tr>
 * </table>
 */
public record GrowingLog() implements SequentialSpec<List<TlaValue>> {
    @Override
    public String name() {
        return "log";
    }

    @Override
    public Map<String, Integer> operations() {
        return Map.of("append", 1, "read", 0);
    }

    @Override
    public List<TlaValue> init() {
        return List.of();
    }

    @Override
    public List<Step<List<TlaValue>>> steps(List<TlaValue> entries, Call call) {
        if (isQuery(call.operation())) {
            return Step.to(entries, TlaValue.tuple(entries));
        }
        List<TlaValue> longer = new ArrayList<>(entries);
        longer.add(call.arguments().get(0));
        return Step.to(List.copyOf(longer), TlaValue.of(longer.size()));
    }

    @Override
    public boolean isQuery(String operation) {
        return operation.equals("read");
    }
}
