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
 * looked at apart. Registers in which no value is written twice are no search; where those forbid a history, the search
 * still says more of why.
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
            Optional<Zones> zones = Zones.of(object, calls);
            Optional<List<Call>> order = zones.flatMap(Zones::order);
            OrderSearch.Result result =
                    order.<OrderSearch.Result>map(OrderSearch.Result.Found::new).orElseGet(() -> search(calls, budget));
            if (result instanceof OrderSearch.Result.Found found) {
                orders.add(found.order());
            } else if (result instanceof OrderSearch.Result.NotFound notFound) {
                return new Judgement.Forbidden(contradiction(calls, notFound));
            } else if (zones.isPresent()) {
                return new Judgement.Forbidden(zones.get().contradiction().orElseThrow());
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
     * Looks for the shortest prefix that fails: what fails goes on failing, so that it is enough to look with growing
     * steps, and then to halve. A prefix knows less than the whole, since calls that were under way at its end count as
     * unanswered; so it is not always the one at which the search of the whole got stuck, but seldom far from it.
     */
    private Contradiction contradiction(List<Call> calls, OrderSearch.Result.NotFound whole) {
        List<Call> byEnd = calls.stream()
                .filter(Call::hasReturned)
                .sorted(Comparator.comparingLong(Call::end).thenComparing(Call::number))
                .toList();
        Optional<OrderSearch.Result.NotFound> shortest = Optional.empty();
        int from = whole.progress();
        int to = byEnd.size() - 1;
        for (int step = 0; from < to; step = 2 * step + 1) {
            int next = shortest.isPresent() ? (from + to) / 2 : Math.min(to, from + step);
            if (search(prefix(calls, byEnd, next), Budget.standard()) instanceof OrderSearch.Result.NotFound notFound) {
                shortest = Optional.of(notFound);
                to = next;
            } else {
                from = next + 1;
            }
        }
        Call failing = byEnd.get(to);
        List<Call> core = core(prefix(calls, byEnd, to), failing);
        return new Contradiction(
                Explanation.sentence(
                        failing,
                        object,
                        shortest.map(OrderSearch.Result.NotFound::expected)
                                .orElse(to == whole.progress() ? whole.expected() : Set.of())),
                core,
                Explanation.realTime(core),
                Optional.of(failing),
                shortest.orElse(whole).order());
    }

    /** What was known when the call at that place of {@code byEnd} was answered. */
    private static List<Call> prefix(List<Call> calls, List<Call> byEnd, int last) {
        Set<Call> ended = Set.copyOf(byEnd.subList(0, last + 1));
        return calls.stream()
                .filter(call -> call.start() <= byEnd.get(last).end())
                .map(call -> ended.contains(call) ? call : call.with(new Answer.None()))
                .toList();
    }

    /** A few calls that suffice for the contradiction; the failing one alone where there are not a few. */
    private List<Call> core(List<Call> prefix, Call failing) {
        List<Call> few = Shrinking.few(
                prefix.stream().filter(Call::hasReturned).toList(),
                (kept, budget) -> kept.contains(failing)
                        && search(relaxed(prefix, kept), budget) instanceof OrderSearch.Result.NotFound);
        return few.isEmpty() ? List.of(failing) : few;
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
