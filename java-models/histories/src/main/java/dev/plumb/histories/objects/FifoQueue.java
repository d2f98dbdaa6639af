package dev.plumb.histories.objects;

import dev.plumb.histories.Call;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A queue: first in, first out.
 *
 * <table>
 * <caption>Operations</caption>
 * <tr><td>{@code enqueue(v)}</td><td>puts v at the end</td></tr>
 * <tr><td>{@code dequeue()}</td><td>takes the first away and returns it; returns {@code nothing} if there is none</td></tr>
 * </table>
 *
 * @param nothing what an empty queue returns
 */
public record FifoQueue(TlaValue nothing) implements SequentialSpec<List<TlaValue>> {
    @Override
    public String name() {
        return "queue";
    }

    @Override
    public Map<String, Integer> operations() {
        return Map.of("enqueue", 1, "dequeue", 0);
    }

    @Override
    public List<TlaValue> init() {
        return List.of();
    }

    @Override
    public List<Step<List<TlaValue>>> steps(List<TlaValue> waiting, Call call) {
        if (call.operation().equals("enqueue")) {
            List<TlaValue> longer = new ArrayList<>(waiting);
            longer.add(call.arguments().get(0));
            return Step.to(List.copyOf(longer));
        }
        return waiting.isEmpty()
                ? Step.to(waiting, nothing)
                : Step.to(List.copyOf(waiting.subList(1, waiting.size())), waiting.get(0));
    }
}
