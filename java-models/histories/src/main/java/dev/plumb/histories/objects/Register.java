package dev.plumb.histories.objects;

import dev.plumb.histories.Call;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Map;

/**
 * Holds one value.
 *
 * <table>
 * <caption>Operations</caption>
 * <tr><td>{@code read()}</td><td>returns the value</td></tr>
 * <tr><td>{@code write(v)}</td><td>makes it v</td></tr>
 * <tr><td>{@code cas(old, new)}</td><td>makes it new if it is old, and returns whether it was</td></tr>
 * </table>
 */
public record Register(TlaValue init) implements SequentialSpec<TlaValue> {
    @Override
    public String name() {
        return "register";
    }

    @Override
    public Map<String, Integer> operations() {
        return Map.of("read", 0, "write", 1, "cas", 2);
    }

    @Override
    public List<Step<TlaValue>> steps(TlaValue value, Call call) {
        List<TlaValue> arguments = call.arguments();
        return switch (call.operation()) {
            case "read" -> Step.to(value, value);
            case "write" -> Step.to(arguments.get(0));
            default -> {
                boolean isOld = value.equals(arguments.get(0));
                yield Step.to(isOld ? arguments.get(1) : value, TlaValue.of(isOld));
            }
        };
    }

    @Override
    public boolean isQuery(String operation) {
        return operation.equals("read");
    }
}
