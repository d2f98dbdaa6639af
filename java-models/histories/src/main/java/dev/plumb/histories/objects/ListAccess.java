package dev.plumb.histories.objects;

import dev.plumb.histories.Call;
import dev.plumb.histories.HistoryProblems;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a transaction does with a list.
 *
 * @param operand the value that is appended, or the list that was read; empty for a read whose result is not known
 */
public record ListAccess(boolean isAppend, TlaValue list, Optional<TlaValue> operand) {

    /**
     * The accesses that stand in the argument or the result of a transaction.
     *
     * @throws dev.plumb.traces.Problem if something else stands there
     */
    public static List<ListAccess> of(Call call, TlaValue written) {
        List<ListAccess> accesses = new ArrayList<>();
        for (TlaValue each : elements(call, written)) {
            List<TlaValue> parts = elements(call, each);
            boolean isAppend = parts.size() == 3 && parts.get(0).equals(TlaValue.of("append"));
            boolean isRead =
                    (parts.size() == 2 || parts.size() == 3) && parts.get(0).equals(TlaValue.of("r"));
            if (!isAppend && !isRead) {
                throw HistoryProblems.transactionIsNotClear(call, "accesses [\"append\",list,value] or [\"r\",list]");
            }
            accesses.add(new ListAccess(
                    isAppend, parts.get(1), parts.size() == 3 ? Optional.of(parts.get(2)) : Optional.empty()));
        }
        return accesses;
    }

    private static List<TlaValue> elements(Call call, TlaValue value) {
        if (value instanceof TlaValue.Fn fn && fn.isTuple()) {
            return List.copyOf(fn.entries().values());
        }
        throw HistoryProblems.transactionIsNotClear(call, "an array of arrays");
    }

    /** The value that is appended. */
    public TlaValue value() {
        return operand.orElseThrow();
    }

    /**
     * The elements that a read has seen; empty for an append, and where the result is not known.
     *
     * @throws dev.plumb.traces.Problem if they are no array
     */
    public Optional<List<TlaValue>> seen(Call call) {
        return isAppend ? Optional.empty() : operand.map(value -> elements(call, value));
    }
}
