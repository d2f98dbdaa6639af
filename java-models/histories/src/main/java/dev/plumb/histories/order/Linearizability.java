package dev.plumb.histories.order;

import dev.plumb.histories.Answer;
import dev.plumb.histories.Budget;
import dev.plumb.histories.Call;
import dev.plumb.histories.ConsistencyModel;
import dev.plumb.histories.Contradiction;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.histories.Shrinking;
import dev.plumb.histories.objects.SequentialSpec;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every call seems to take effect at one moment between its start and its end (Herlihy and Wing, Linearizability: A
 * Correctness Condition for Concurrent Objects, 1990). Calls that were not answered take effect at one moment after their
 * start, or never; calls that failed, never.
 *
 * <p>A history is linearizable iff that of each object in it is (their theorem 1): so calls with different keys are
 * looked at apart.
 */
public record Linearizability<S>(SequentialSpec<S> object) implements ConsistencyModel {
    @Override
    public String name() {
        return "linearizable";
    }

    @Override
    public Judgement judge(History history, Budget budget) {
        SpecifiedCalls.check(history, object);
        List<List<Call>> orders = new ArrayList<>();
        Optional<Judgement> unknown = Optional.empty();
        for (List<Call> calls : byKey(history).values()) {
            OrderSearch.Result result = search(calls, budget);
            if (result instanceof OrderSearch.Result.Found found) {
                orders.add(found.order());
            } else if (result instanceof OrderSearch.Result.NotFound notFound) {
                return new Judgement.Forbidden(contradiction(calls, notFound));
            } else {
                unknown = Optional.of(new Judgement.Unknown(budget.limit()));
            }
        }
        return unknown.orElseGet(() -> new Judgement.Allowed(orders));
    }

    private static Map<Optional<TlaValue>, List<Call>> byKey(History history) {
        Map<Optional<TlaValue>, List<Call>> byKey = new LinkedHashMap<>();
        for (Call call : history.calls()) {
            if (!call.hasFailed()) {
                byKey.computeIfAbsent(call.key(), key -> new ArrayList<>()).add(call);
            }
        }
        return byKey;
    }

    private OrderSearch.Result search(List<Call> calls, Budget budget) {
        List<Call> answered = calls.stream().filter(Call::hasReturned).toList();
        return OrderSearch.of(object, IntervalCut.of(answered), calls, budget).run();
    }

    /**
     * Looks for the shortest prefix that fails: what fails goes on failing, so that halving finds it. A prefix knows less
     * than the whole, since calls that were under way at its end count as unanswered; so it is not always the one at
     * which the search of the whole got stuck.
     */
    private Contradiction contradiction(List<Call> calls, OrderSearch.Result.NotFound whole) {
        List<Call> byEnd = calls.stream()
                .filter(Call::hasReturned)
                .sorted(Comparator.comparingLong(Call::end).thenComparing(Call::number))
                .toList();
        OrderSearch.Result.NotFound shortest = whole;
        int from = whole.progress();
        int to = byEnd.size() - 1;
        while (from < to) {
            int middle = (from + to) / 2;
            if (search(prefix(calls, byEnd, middle), explaining()) instanceof OrderSearch.Result.NotFound notFound) {
                shortest = notFound;
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        Call failing = byEnd.get(to);
        List<Call> core = core(prefix(calls, byEnd, to), failing);
        return new Contradiction(
                Explanation.sentence(failing, object, shortest.expected()),
                core,
                Explanation.realTime(core),
                Optional.of(failing),
                shortest.order());
    }

    /** To explain must not take longer than to find out. */
    private static Budget explaining() {
        return Budget.of(200_000);
    }

    /** What was known when the call at that place of {@code byEnd} was answered. */
    private static List<Call> prefix(List<Call> calls, List<Call> byEnd, int last) {
        Set<Call> ended = Set.copyOf(byEnd.subList(0, last + 1));
        return calls.stream()
                .filter(call -> call.start() <= byEnd.get(last).end())
                .map(call -> ended.contains(call) ? call : call.with(new Answer.None()))
                .toList();
    }

    private List<Call> core(List<Call> prefix, Call failing) {
        return Shrinking.smallest(
                prefix.stream().filter(Call::hasReturned).toList(),
                kept -> kept.contains(failing)
                        && search(relaxed(prefix, kept), Budget.of(20_000)) instanceof OrderSearch.Result.NotFound);
    }

    /** All but the kept calls may take effect at any time, or never, and return anything. */
    static List<Call> relaxed(List<Call> calls, Set<Call> kept) {
        return calls.stream()
                .map(call -> kept.contains(call)
                        ? call
                        : call.with(new Answer.None()).startingAt(Long.MIN_VALUE))
                .toList();
    }
}
