package dev.plumb.histories.objects;

import dev.plumb.histories.Call;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lock that one client holds at a time, once. Its states are the holder, if there is one.
 *
 * <table>
 * <caption>Operations</caption>
 * <tr><td>{@code acquire()}</td><td>takes the lock; not possible while it is held</td></tr>
 * <tr><td>{@code tryAcquire()}</td><td>takes the lock if nobody holds it, and returns whether it did</td></tr>
 * <tr><td>{@code release()}</td><td>gives it back; not possible for another than the holder</td></tr>
 * </table>
 */
public record Lock() implements SequentialSpec<Optional<String>> {
    @Override
    public String name() {
        return "lock";
    }

    @Override
    public Map<String, Integer> operations() {
        return Map.of("acquire", 0, "tryAcquire", 0, "release", 0);
    }

    @Override
    public Optional<String> init() {
        return Optional.empty();
    }

    @Override
    public List<Step<Optional<String>>> steps(Optional<String> holder, Call call) {
        Optional<String> caller = Optional.of(call.client());
        return switch (call.operation()) {
            case "acquire" -> holder.isEmpty() ? Step.to(caller) : List.of();
            case "tryAcquire" ->
                holder.isEmpty() ? Step.to(caller, TlaValue.of(true)) : Step.to(holder, TlaValue.of(false));
            default -> holder.equals(caller) ? Step.to(Optional.empty()) : List.of();
        };
    }
}
