package dev.plumb.histories.transactions;

import dev.plumb.histories.Call;
import dev.plumb.histories.Contradiction;
import dev.plumb.histories.Contradiction.Reason;
import dev.plumb.histories.transactions.Transactions.Reads;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The versions of one list, as the longest read of it shows them: who appended to it, one after the other. */
final class Versions {
    private final Transactions all;
    private final TlaValue list;
    private final List<Reads> readers;
    private final List<Call> appenders = new ArrayList<>();

    /** How many appenders each reader has seen. */
    private final List<Integer> seen = new ArrayList<>();

    Versions(Transactions all, TlaValue list) {
        this.all = all;
        this.list = list;
        this.readers = all.reads().stream()
                .filter(reads -> reads.bases().containsKey(list))
                .toList();
    }

    private List<TlaValue> base(Reads reads) {
        return Objects.requireNonNull(reads.bases().get(list));
    }

    /** What no order of transactions can explain, whatever the isolation; empty if the versions are clear. */
    Optional<Contradiction> contradiction() {
        if (readers.isEmpty()) {
            return Optional.empty();
        }
        Reads longest = readers.get(0);
        for (Reads reads : readers) {
            longest = base(reads).size() > base(longest).size() ? reads : longest;
        }
        Set<TlaValue> distinct = new HashSet<>(base(longest));
        if (distinct.size() < base(longest).size()) {
            return told(longest.reader(), "reads an element of list " + list + " twice");
        }
        for (Reads reads : readers) {
            if (!base(longest).subList(0, base(reads).size()).equals(base(reads))) {
                return Optional.of(Contradiction.of(
                        "Two transactions read list " + list + " in orders that exclude each other.",
                        List.of(reads.reader(), longest.reader()),
                        List.of()));
            }
        }
        return blocks(longest);
    }

    /** The appends of a transaction stand together: all of them, in their order. */
    private Optional<Contradiction> blocks(Reads longest) {
        List<TlaValue> elements = base(longest);
        Set<Integer> bounds = new HashSet<>(Set.of(0));
        int at = 0;
        while (at < elements.size()) {
            Optional<Call> writer = all.writer(list, elements.get(at));
            if (writer.isEmpty()) {
                return told(longest.reader(), "reads " + elements.get(at) + ", which nobody appended (garbage read)");
            } else if (writer.get().hasFailed()) {
                return Optional.of(Contradiction.of(
                        longest.reader().client() + "'s transaction reads what one appended that failed"
                                + " (G1a, aborted read).",
                        List.of(writer.get(), longest.reader()),
                        List.of(new Reason(writer.get(), longest.reader(), "the read has seen the append"))));
            }
            List<TlaValue> block = Transactions.appendsTo(list, writer.get());
            int end = Math.min(elements.size(), at + block.size());
            if (!elements.subList(at, end).equals(block)) {
                return torn(writer.get(), longest.reader());
            }
            appenders.add(writer.get());
            at = end;
            bounds.add(at);
        }
        return intermediate(bounds);
    }

    private Optional<Contradiction> intermediate(Set<Integer> bounds) {
        for (Reads reads : readers) {
            int size = base(reads).size();
            if (!bounds.contains(size)) {
                Call writer = all.writer(list, base(reads).get(size - 1)).orElseThrow();
                return torn(writer, reads.reader());
            }
            int count = 0;
            for (int elements = 0; elements < size; count++) {
                elements += Transactions.appendsTo(list, appenders.get(count)).size();
            }
            seen.add(count);
        }
        return Optional.empty();
    }

    private Optional<Contradiction> torn(Call writer, Call reader) {
        return Optional.of(Contradiction.of(
                reader.client() + "'s transaction reads some of what another appended to list " + list
                        + ", and not all of it together (G1b, intermediate read).",
                List.of(writer, reader),
                List.of()));
    }

    private static Optional<Contradiction> told(Call reader, String what) {
        return Optional.of(
                Contradiction.of(reader.client() + "'s transaction " + what + ".", List.of(reader), List.of()));
    }

    /** Those who appended what somebody has read, in that order. */
    List<Call> appenders() {
        return appenders;
    }

    /** Those who appended what nobody has read: after all others, in an order that is not known. */
    List<Call> unseenAppenders() {
        return all.committed().stream()
                .filter(call -> !appenders.contains(call)
                        && !Transactions.appendsTo(list, call).isEmpty())
                .toList();
    }

    /** That {@code reader} saw the appends of the first {@code seen} appenders. */
    record View(Call reader, int seen) {}

    List<View> views() {
        List<View> views = new ArrayList<>();
        for (int i = 0; i < readers.size(); i++) {
            views.add(new View(readers.get(i).reader(), seen.get(i)));
        }
        return views;
    }

    TlaValue list() {
        return list;
    }
}
