package dev.plumb.histories.transactions;

import dev.plumb.histories.Call;
import dev.plumb.histories.Contradiction;
import dev.plumb.histories.History;
import dev.plumb.histories.HistoryProblems;
import dev.plumb.histories.objects.ListAccess;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What transactions did, as far as results tell. Since elements are only ever put at the end of a list, and each once, a
 * list that was read tells who appended before whom.
 */
final class Transactions {
    /** Those that took effect: the returned ones, and the unanswered ones of which somebody has read something. */
    private final List<Call> committed;

    private final Map<Element, Call> writers = new HashMap<>();
    private final List<Reads> reads = new ArrayList<>();

    /** An element of a list, which only one transaction appends. */
    record Element(TlaValue list, TlaValue value) {}

    /** What a transaction saw that it had not written itself: by list, the elements. */
    record Reads(Call reader, Map<TlaValue, List<TlaValue>> bases) {}

    Transactions(History history) {
        history.calls().forEach(this::addWrites);
        Set<Element> seen = new HashSet<>();
        for (Call call : history.calls()) {
            for (ListAccess access : results(call)) {
                access.seen(call).ifPresent(list -> list.forEach(value -> seen.add(new Element(access.list(), value))));
            }
        }
        this.committed = history.calls().stream()
                .filter(call -> call.hasReturned()
                        || (call.isUnanswered() && appends(call).stream().anyMatch(seen::contains)))
                .toList();
    }

    private void addWrites(Call call) {
        if (!call.operation().equals("txn")) {
            throw HistoryProblems.operationIsUnknown(call, "list-append", List.of("txn"));
        } else if (call.arguments().size() != 1) {
            throw HistoryProblems.argumentsAreTooManyOrFew(call, 1);
        }
        for (Element element : appends(call)) {
            if (writers.putIfAbsent(element, call) != null) {
                throw HistoryProblems.valueIsWrittenTwice(call, element.value());
            }
        }
        checkResult(call);
    }

    private static void checkResult(Call call) {
        List<ListAccess> asked = ListAccess.of(call, call.arguments().get(0));
        List<ListAccess> told = results(call);
        boolean fits = call.result().isEmpty() || asked.size() == told.size();
        for (int i = 0; fits && i < told.size(); i++) {
            ListAccess access = told.get(i);
            fits = asked.get(i).list().equals(access.list())
                    && asked.get(i).isAppend() == access.isAppend()
                    && (!access.isAppend()
                            || access.operand().equals(asked.get(i).operand()));
        }
        if (!fits) {
            throw HistoryProblems.transactionIsNotClear(call, "a result that repeats the accesses of args");
        }
    }

    private static List<ListAccess> results(Call call) {
        return call.result().map(result -> ListAccess.of(call, result)).orElse(List.of());
    }

    private static List<Element> appends(Call call) {
        return ListAccess.of(call, call.arguments().get(0)).stream()
                .filter(ListAccess::isAppend)
                .map(access -> new Element(access.list(), access.value()))
                .toList();
    }

    List<Call> committed() {
        return committed;
    }

    List<Reads> reads() {
        return reads;
    }

    Optional<Call> writer(TlaValue list, TlaValue value) {
        return Optional.ofNullable(writers.get(new Element(list, value)));
    }

    /** All lists that a committed transaction appends to or reads. */
    Set<TlaValue> lists() {
        Set<TlaValue> lists = new TreeSet<>();
        committed.forEach(
                call -> ListAccess.of(call, call.arguments().get(0)).forEach(access -> lists.add(access.list())));
        return lists;
    }

    /** What a transaction appends to a list, in its order. */
    static List<TlaValue> appendsTo(TlaValue list, Call call) {
        return appends(call).stream()
                .filter(element -> element.list().equals(list))
                .map(Element::value)
                .toList();
    }

    /** Takes the transactions' own appends off what they read; a transaction that contradicts itself is told. */
    Optional<Contradiction> readAll() {
        for (Call call : committed) {
            Map<TlaValue, List<TlaValue>> bases = new LinkedHashMap<>();
            Map<TlaValue, List<TlaValue>> own = new TreeMap<>();
            for (ListAccess access : results(call)) {
                List<TlaValue> appended = own.computeIfAbsent(access.list(), list -> new ArrayList<>());
                if (access.isAppend()) {
                    appended.add(access.value());
                } else if (!readsOn(access.seen(call), appended, access.list(), bases)) {
                    return Optional.of(Contradiction.of(
                            call.client() + "'s transaction reads list " + access.list()
                                    + " as it cannot be after what it read and appended before.",
                            List.of(call),
                            List.of()));
                }
            }
            reads.add(new Reads(call, bases));
        }
        return Optional.empty();
    }

    private static boolean readsOn(
            Optional<List<TlaValue>> seen,
            List<TlaValue> appended,
            TlaValue list,
            Map<TlaValue, List<TlaValue>> bases) {
        if (seen.isEmpty()) {
            return true;
        }
        int length = seen.get().size() - appended.size();
        if (length < 0 || !seen.get().subList(length, seen.get().size()).equals(appended)) {
            return false;
        }
        List<TlaValue> base = seen.get().subList(0, length);
        List<TlaValue> earlier = bases.putIfAbsent(list, base);
        return earlier == null || earlier.equals(base);
    }
}
