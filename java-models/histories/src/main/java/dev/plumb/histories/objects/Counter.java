package dev.plumb.histories.objects;

import dev.plumb.histories.Call;
import dev.plumb.histories.HistoryProblems;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Map;

/**
 * Counts.
 *
 * <table>
 * <caption>Operations</caption>
 * <tr><td>{@code read()}</td><td>returns the count</td></tr>
 * <tr><td>{@code add(n)}</td><td>adds n, which may be negative</td></tr>
 * <tr><td>{@code addAndGet(n)}</td><td>adds n and returns the count after it</td></tr>
 * </table>
 */
public record Counter(int start) implements SequentialSpec<Integer> {
    @Override
    public String name() {
        return "counter";
    }

    @Override
    public Map<String, Integer> operations() {
        return Map.of("read", 0, "add", 1, "addAndGet", 1);
    }

    @Override
    public Integer init() {
        return start;
    }

    @Override
    public List<Step<Integer>> steps(Integer count, Call call) {
        if (call.operation().equals("read")) {
            return Step.to(count, TlaValue.of(count));
        }
        if (!(call.arguments().get(0) instanceof TlaValue.Int added)) {
            throw HistoryProblems.argumentIsNot(
                    call, "an integer", call.arguments().get(0));
        }
        int sum = count + added.value();
        return call.operation().equals("add") ? Step.to(sum) : Step.to(sum, TlaValue.of(sum));
    }

    @Override
    public boolean isQuery(String operation) {
        return operation.equals("read");
    }
}
