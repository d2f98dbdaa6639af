package dev.plumb.histories.transactions;

import dev.plumb.histories.Call;
import dev.plumb.histories.History;
import dev.plumb.histories.objects.ListAccess;
import dev.plumb.histories.objects.ListAppend;
import dev.plumb.histories.objects.SequentialSpec.Step;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Snapshot isolation as a database does it (Berenson et al., A Critique of ANSI SQL Isolation Levels, 1995, section 4.2),
 * tried in every order of beginnings and commits: a transaction reads what was committed when it began, and may commit
 * only if nobody else has committed to a list that it appends to since.
 */
final class SnapshotRuns {
    private final List<Call> transactions;

    private SnapshotRuns(List<Call> transactions) {
        this.transactions = transactions;
    }

    static boolean explain(History history) {
        List<Call> unanswered =
                history.calls().stream().filter(Call::isUnanswered).toList();
        for (int subset = 0; subset < 1 << unanswered.size(); subset++) {
            List<Call> some = new ArrayList<>(
                    history.calls().stream().filter(Call::hasReturned).toList());
            for (int i = 0; i < unanswered.size(); i++) {
                if ((subset & 1 << i) != 0) {
                    some.add(unanswered.get(i));
                }
            }
            if (new SnapshotRuns(some).canGoOn(new ListAppend().init(), new HashMap<>(), List.of())) {
                return true;
            }
        }
        return false;
    }

    private boolean canGoOn(
            Map<TlaValue, List<TlaValue>> lists, Map<Call, Map<TlaValue, List<TlaValue>>> begun, List<Call> committed) {
        if (committed.size() == transactions.size()) {
            return true;
        }
        return transactions.stream()
                .filter(call -> !committed.contains(call))
                .anyMatch(call -> begun.containsKey(call)
                        ? canCommit(call, lists, begun.get(call)) && commit(call, lists, begun, committed)
                        : begin(call, lists, begun, committed));
    }

    private boolean begin(
            Call call,
            Map<TlaValue, List<TlaValue>> lists,
            Map<Call, Map<TlaValue, List<TlaValue>>> begun,
            List<Call> committed) {
        Map<Call, Map<TlaValue, List<TlaValue>>> more = new HashMap<>(begun);
        more.put(call, lists);
        return canGoOn(lists, more, committed);
    }

    private boolean commit(
            Call call,
            Map<TlaValue, List<TlaValue>> lists,
            Map<Call, Map<TlaValue, List<TlaValue>>> begun,
            List<Call> committed) {
        List<Call> more = new ArrayList<>(committed);
        more.add(call);
        return canGoOn(new ListAppend().steps(lists, call).get(0).state(), begun, more);
    }

    private static boolean canCommit(
            Call call, Map<TlaValue, List<TlaValue>> lists, Map<TlaValue, List<TlaValue>> snapshot) {
        Step<Map<TlaValue, List<TlaValue>>> step =
                new ListAppend().steps(snapshot, call).get(0);
        return step.fits(call.result())
                && ListAccess.of(call, call.arguments().get(0)).stream()
                        .filter(ListAccess::isAppend)
                        .allMatch(access -> lists.getOrDefault(access.list(), List.of())
                                .equals(snapshot.getOrDefault(access.list(), List.of())));
    }
}
