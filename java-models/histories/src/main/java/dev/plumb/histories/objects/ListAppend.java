package dev.plumb.histories.objects;

import dev.plumb.histories.Call;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lists to which transactions append and which they read, one by name. It is one object: calls on it have no key.
 *
 * <table>
 * <caption>Operations</caption>
 * <tr><td>{@code txn(<<<<"append", "x", 1>>, <<"r", "x">>>>)}</td><td>does this and returns
 *     {@code <<<<"append", "x", 1>>, <<"r", "x", <<1>>>>>>}: the same, with what was read</td></tr>
 * </table>
 */
public record ListAppend() implements SequentialSpec<Map<TlaValue, List<TlaValue>>> {
    @Override
    public String name() {
        return "list-append";
    }

    @Override
    public Map<String, Integer> operations() {
        return Map.of("txn", 1);
    }

    @Override
    public Map<TlaValue, List<TlaValue>> init() {
        return Map.of();
    }

    @Override
    public List<Step<Map<TlaValue, List<TlaValue>>>> steps(Map<TlaValue, List<TlaValue>> lists, Call call) {
        Map<TlaValue, List<TlaValue>> changed = new TreeMap<>(lists);
        List<TlaValue> results = new ArrayList<>();
        for (ListAccess access : ListAccess.of(call, call.arguments().get(0))) {
            List<TlaValue> list = changed.getOrDefault(access.list(), List.of());
            if (access.isAppend()) {
                List<TlaValue> longer = new ArrayList<>(list);
                longer.add(access.value());
                changed.put(access.list(), List.copyOf(longer));
                results.add(TlaValue.tuple(TlaValue.of("append"), access.list(), access.value()));
            } else {
                results.add(TlaValue.tuple(TlaValue.of("r"), access.list(), TlaValue.tuple(list)));
            }
        }
        return Step.to(changed, TlaValue.tuple(results));
    }

    @Override
    public List<Access> accesses(Call call) {
        return ListAccess.of(call, call.arguments().get(0)).stream()
                .map(access -> new Access(Optional.of(access.list()), access.isAppend()))
                .distinct()
                .toList();
    }
}
