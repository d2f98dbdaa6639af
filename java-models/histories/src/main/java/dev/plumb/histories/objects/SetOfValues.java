package dev.plumb.histories.objects;

import dev.plumb.histories.Call;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A set.
 *
 * <table>
 * <caption>Operations</caption>
 * <tr><td>{@code add(v)}</td><td>puts v in and returns whether it was not in</td></tr>
 * <tr><td>{@code remove(v)}</td><td>takes v out and returns whether it was in</td></tr>
 * <tr><td>{@code contains(v)}</td><td>returns whether v is in</td></tr>
 * <tr><td>{@code read()}</td><td>returns the set</td></tr>
 * </table>
 */
public record SetOfValues() implements SequentialSpec<SortedSet<TlaValue>> {
    @Override
    public String name() {
        return "set";
    }

    @Override
    public Map<String, Integer> operations() {
        return Map.of("add", 1, "remove", 1, "contains", 1, "read", 0);
    }

    @Override
    public SortedSet<TlaValue> init() {
        return new TreeSet<>();
    }

    @Override
    public List<Step<SortedSet<TlaValue>>> steps(SortedSet<TlaValue> elements, Call call) {
        if (call.operation().equals("read")) {
            return Step.to(elements, TlaValue.set(elements));
        }
        TlaValue value = call.arguments().get(0);
        boolean isIn = elements.contains(value);
        return switch (call.operation()) {
            case "contains" -> Step.to(elements, TlaValue.of(isIn));
            case "add" -> {
                SortedSet<TlaValue> more = new TreeSet<>(elements);
                more.add(value);
                yield Step.to(more, TlaValue.of(!isIn));
            }
            default -> {
                SortedSet<TlaValue> fewer = new TreeSet<>(elements);
                fewer.remove(value);
                yield Step.to(fewer, TlaValue.of(isIn));
            }
        };
    }

    @Override
    public boolean isQuery(String operation) {
        return operation.equals("contains") || operation.equals("read");
    }
}
