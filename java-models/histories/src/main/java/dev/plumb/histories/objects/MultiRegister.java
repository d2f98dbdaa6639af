package dev.plumb.histories.objects;

import dev.plumb.histories.Call;
import dev.plumb.histories.HistoryProblems;
import dev.plumb.traces.TlaValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Registers of which one call reads or writes several at once. It is one object: calls on it have no key.
 *
 * <table>
 * <caption>Operations</caption>
 * <tr><td>{@code read({x, y})}</td><td>returns their values, as the record {@code [x |-> 1, y |-> 2]}</td></tr>
 * <tr><td>{@code write([x |-> 1])}</td><td>makes them so, and leaves the others</td></tr>
 * </table>
 *
 * @param initOfEach the value of a register that was never written
 */
public record MultiRegister(TlaValue initOfEach) implements SequentialSpec<SortedMap<TlaValue, TlaValue>> {
    @Override
    public String name() {
        return "multi-register";
    }

    @Override
    public Map<String, Integer> operations() {
        return Map.of("read", 1, "write", 1);
    }

    @Override
    public SortedMap<TlaValue, TlaValue> init() {
        return new TreeMap<>();
    }

    @Override
    public List<Step<SortedMap<TlaValue, TlaValue>>> steps(SortedMap<TlaValue, TlaValue> values, Call call) {
        TlaValue argument = call.arguments().get(0);
        if (call.operation().equals("read")) {
            if (!(argument instanceof TlaValue.SetOf keys)) {
                throw HistoryProblems.argumentIsNot(call, "a set of registers", argument);
            }
            SortedMap<TlaValue, TlaValue> read = new TreeMap<>();
            keys.elements().forEach(key -> read.put(key, values.getOrDefault(key, initOfEach)));
            return Step.to(values, new TlaValue.Fn(read));
        }
        if (!(argument instanceof TlaValue.Fn written)) {
            throw HistoryProblems.argumentIsNot(call, "a record from registers to values", argument);
        }
        SortedMap<TlaValue, TlaValue> changed = new TreeMap<>(values);
        changed.putAll(written.entries());
        return Step.to(changed);
    }

    @Override
    public boolean isQuery(String operation) {
        return operation.equals("read");
    }

    @Override
    public List<Access> accesses(Call call) {
        Collection<TlaValue> registers = call.arguments().get(0) instanceof TlaValue.SetOf read
                ? read.elements()
                : call.arguments().get(0) instanceof TlaValue.Fn written
                        ? written.entries().keySet()
                        : Set.of();
        return registers.stream()
                .map(register -> new Access(Optional.of(register), !isQuery(call.operation())))
                .toList();
    }
}
