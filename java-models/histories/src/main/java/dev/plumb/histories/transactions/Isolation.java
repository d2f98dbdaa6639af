package dev.plumb.histories.transactions;

import dev.plumb.histories.Budget;
import dev.plumb.histories.Call;
import dev.plumb.histories.ConsistencyModel;
import dev.plumb.histories.Contradiction;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.histories.graph.Precedence;
import dev.plumb.histories.graph.Precedence.Edge;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Isolation of transactions, by circles in what they must have seen of each other (Adya, Weak Consistency, 1999; Kingsbury
 * and Alvaro, Elle, VLDB 2020). A transaction depends on another if it appended behind it (ww) or read what it appended
 * (wr); it goes before one whose append it has not seen (rw). Neither real time nor the order of a client's transactions
 * counts.
 *
 * <p>Serializable: no circle at all. Snapshot isolation: none but those in which two rw follow one another (Cerone and
 * Gotsman, Analysing Snapshot Isolation, PODC 2016, theorem 9, without the order of sessions).
 */
public record Isolation(Level level) implements ConsistencyModel {
    /** How much of each other transactions may notice. */
    public enum Level {
        SERIALIZABLE,
        SNAPSHOT_ISOLATION
    }

    @Override
    public String name() {
        return level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public boolean isTimeless() {
        return true;
    }

    @Override
    public Judgement judge(History history, Budget budget) {
        Transactions transactions = new Transactions(history);
        Optional<Contradiction> found = transactions.readAll();
        List<Versions> lists = new ArrayList<>();
        for (TlaValue list : transactions.lists()) {
            Versions versions = new Versions(transactions, list);
            lists.add(versions);
            found = found.or(versions::contradiction);
        }
        if (found.isPresent()) {
            return new Judgement.Forbidden(found.get());
        }
        return new Dependencies(transactions.committed(), lists, budget).judge();
    }

    /** The circles. */
    private final class Dependencies {
        private final List<Call> transactions;
        private final Map<Call, Integer> indexOf = new HashMap<>();
        private final List<Versions> lists;
        private final Precedence edges;
        private final Budget budget;
        private List<Edge> lastCircle = List.of();

        Dependencies(List<Call> transactions, List<Versions> lists, Budget budget) {
            this.budget = budget;
            this.transactions = transactions;
            this.lists = lists;
            transactions.forEach(call -> indexOf.put(call, indexOf.size()));
            // each transaction twice: the second is where one is after an rw, from which no other rw leads on
            List<Call> twice = new ArrayList<>(transactions);
            twice.addAll(transactions);
            this.edges = new Precedence(twice);
        }

        Judgement judge() {
            lists.forEach(this::add);
            Optional<List<Edge>> circle = edges.circle();
            if (circle.isPresent()) {
                return new Judgement.Forbidden(edges.contradiction(sentence(circle.get()), circle.get()));
            } else if (level == Level.SNAPSHOT_ISOLATION && !canOrderUnseen(0, List.of(), edges)) {
                return budget.isSpent()
                        ? new Judgement.Unknown(budget.limit())
                        : new Judgement.Forbidden(edges.contradiction(
                                "Whichever of the appends that nobody has read came first, one transaction must come"
                                        + " before another and behind it.",
                                lastCircle));
            }
            return new Judgement.Allowed(List.of());
        }

        private void add(Versions versions) {
            List<Call> appenders = versions.appenders();
            String to = " list " + versions.list();
            for (int i = 1; i < appenders.size(); i++) {
                depends(appenders.get(i - 1), appenders.get(i), "ww: it appended to" + to + " first");
            }
            for (Call unseen : versions.unseenAppenders()) {
                if (!appenders.isEmpty()) {
                    depends(
                            appenders.get(appenders.size() - 1),
                            unseen,
                            "ww: it appended to" + to + ", and what the other appended was never read before it");
                }
            }
            for (Versions.View view : versions.views()) {
                if (view.seen() > 0) {
                    depends(
                            appenders.get(view.seen() - 1),
                            view.reader(),
                            "wr: the other read what it appended to" + to);
                }
                List<Call> next = view.seen() < appenders.size()
                        ? List.of(appenders.get(view.seen()))
                        : versions.unseenAppenders();
                next.forEach(
                        call -> precedes(view.reader(), call, "rw: it read" + to + " without what the other appended"));
            }
        }

        private int index(Call call) {
            return Objects.requireNonNull(indexOf.get(call));
        }

        private void depends(Call before, Call after, String why) {
            depends(edges, before, after, why);
        }

        private void depends(Precedence to, Call before, Call after, String why) {
            to.add(index(before), index(after), why);
            to.add(transactions.size() + index(before), index(after), why);
        }

        private void precedes(Call reader, Call appender, String why) {
            if (reader.equals(appender)) {
                return;
            } else if (level == Level.SERIALIZABLE) {
                edges.add(index(reader), index(appender), why);
            } else {
                edges.add(index(reader), transactions.size() + index(appender), why);
            }
        }

        private static String sentence(List<Edge> circle) {
            long rw =
                    circle.stream().filter(edge -> edge.why().startsWith("rw")).count();
            boolean hasRead = circle.stream().anyMatch(edge -> edge.why().startsWith("wr"));
            String kind = rw > 1
                    ? "G2, anti-dependency cycle"
                    : rw == 1 ? "G-single, read skew" : hasRead ? "G1c, circular information flow" : "G0, write cycle";
            return "Each of these transactions must come before the next, and the last before the first (" + kind
                    + ").";
        }

        /**
         * Snapshot isolation wants one order of all appends to a list, those too that nobody has read: whether there is
         * one that makes no circle. (For serializability every serial order that fits all else will do.)
         *
         * @param list the place in {@link #lists} of the one whose appends are put in order
         * @param placed its unseen appenders that have their place
         */
        private boolean canOrderUnseen(int list, List<Call> placed, Precedence known) {
            if (list == lists.size()) {
                return true;
            }
            List<Call> rest = new ArrayList<>(lists.get(list).unseenAppenders());
            rest.removeAll(placed);
            if (rest.size() + placed.size() < 2 || rest.isEmpty()) {
                return canOrderUnseen(list + 1, List.of(), known);
            }
            return rest.stream().anyMatch(next -> canPlace(next, rest, list, placed, known));
        }

        private boolean canPlace(Call next, List<Call> rest, int list, List<Call> placed, Precedence known) {
            Precedence more = known.copy();
            for (Call later : rest) {
                if (!later.equals(next)) {
                    depends(more, next, later, "ww: it is tried as the first of their appends, which nobody has read");
                }
            }
            budget.spend(transactions.size());
            Optional<List<Edge>> circle = more.circle();
            lastCircle = circle.orElse(lastCircle);
            List<Call> longer = new ArrayList<>(placed);
            longer.add(next);
            return circle.isEmpty() && !budget.isSpent() && canOrderUnseen(list, longer, more);
        }
    }
}
