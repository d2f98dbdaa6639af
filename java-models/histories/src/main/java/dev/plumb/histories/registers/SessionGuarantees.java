package dev.plumb.histories.registers;

import dev.plumb.histories.Budget;
import dev.plumb.histories.Call;
import dev.plumb.histories.ConsistencyModel;
import dev.plumb.histories.Contradiction;
import dev.plumb.histories.Contradiction.Reason;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.histories.graph.Precedence;
import dev.plumb.traces.TlaValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a client may rely on for its own calls, whichever copy answers (Terry, Demers, Petersen, Spreitzer, Theimer and
 * Welch, Session Guarantees for Weakly Consistent Replicated Data, 1994). All copies apply writes in one order.
 *
 * <p>A read returns the last, in that order, of the writes that its copy had. The guarantees say which writes that copy
 * must have had, and which must come before which; the order exists iff they do not go round in a circle. All four
 * together are causal convergence.
 *
 * @param init the value of a register that was never written
 */
public record SessionGuarantees(Set<Guarantee> guarantees, TlaValue init) implements ConsistencyModel {

    /** One of the four. */
    public enum Guarantee {
        /** A read's copy has the client's own earlier writes. */
        READ_YOUR_WRITES,
        /** A read's copy has all that the client's earlier reads have shown. */
        MONOTONIC_READS,
        /** A copy that has a write has the earlier ones of the same client, before it. */
        MONOTONIC_WRITES,
        /** A copy that has a write has all that its client had seen, before it. */
        WRITES_FOLLOW_READS
    }

    @Override
    public String name() {
        return guarantees.size() == Guarantee.values().length ? "session" : nameOf(guarantees);
    }

    private static String nameOf(Set<Guarantee> some) {
        return String.join("+", some.stream().map(SessionGuarantees::nameOf).toList());
    }

    /** As it is written on a command line. */
    public static String nameOf(Guarantee guarantee) {
        return guarantee.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public boolean isTimeless() {
        return true;
    }

    @Override
    public Judgement judge(History history, Budget budget) {
        ReadsAndWrites calls = ReadsAndWrites.of(history, init, name());
        Optional<Contradiction> found = calls.thinAir().map(CausalConsistency.Patterns::thinAir);
        calls.spendOnPasts(budget);
        if (found.isEmpty() && !budget.isSpent()) {
            found = new Copies(calls, budget).contradiction();
        }
        if (found.isPresent()) {
            return new Judgement.Forbidden(found.get());
        }
        return budget.isSpent() ? new Judgement.Unknown(budget.limit()) : new Judgement.Allowed(List.of());
    }

    private boolean has(Guarantee guarantee) {
        return guarantees.contains(guarantee);
    }

    /** Which writes the copies must have had, and in which order. */
    private final class Copies {
        private final ReadsAndWrites calls;
        private final Budget budget;
        private final Precedence order;

        /** For each write what every copy that has it must have had before. */
        private final List<List<Integer>> needs = new ArrayList<>();

        Copies(ReadsAndWrites calls, Budget budget) {
            this.calls = calls;
            this.budget = budget;
            this.order = new Precedence(calls.calls());
            for (int i = 0; i < calls.size(); i++) {
                needs.add(new ArrayList<>());
            }
        }

        Optional<Contradiction> contradiction() {
            calls.sessions().forEach(this::writes);
            for (List<Integer> session : calls.sessions()) {
                Optional<Contradiction> found = reads(session);
                if (found.isPresent() || budget.isSpent()) {
                    return found;
                }
            }
            return order.circle()
                    .map(circle -> order.contradiction(
                            "The writes cannot be in one order on all copies under " + name() + ".", circle));
        }

        private void writes(List<Integer> session) {
            Optional<Integer> lastWrite = Optional.empty();
            BitSet seen = new BitSet();
            for (int call : session) {
                if (budget.isSpent()) {
                    return;
                } else if (!calls.isWrite(call)) {
                    setSeen(call, seen);
                    continue;
                }
                if (has(Guarantee.MONOTONIC_WRITES)) {
                    lastWrite.ifPresent(before -> mustFollow(before, call, "the same client wrote them in this order"));
                }
                if (has(Guarantee.WRITES_FOLLOW_READS)) {
                    seen.stream().forEach(before -> mustFollow(before, call, "the client had seen it when it wrote"));
                }
                lastWrite = calls.call(call).hasReturned() ? Optional.of(call) : lastWrite;
            }
        }

        private void setSeen(int read, BitSet seen) {
            if (calls.seenBy(read) != ReadsAndWrites.INITIAL) {
                seen.set(calls.seenBy(read));
            }
        }

        private void mustFollow(int before, int write, String why) {
            budget.spend(1);
            needs.get(write).add(before);
            order.add(before, write, why);
        }

        private Optional<Contradiction> reads(List<Integer> session) {
            BitSet written = new BitSet();
            BitSet shown = new BitSet();
            for (int call : session) {
                if (calls.isWrite(call)) {
                    written.set(call, calls.call(call).hasReturned());
                    continue;
                }
                BitSet had = new BitSet();
                setSeen(call, had);
                if (has(Guarantee.READ_YOUR_WRITES)) {
                    had.or(written);
                }
                if (has(Guarantee.MONOTONIC_READS)) {
                    had.or(shown);
                }
                addNeeded(had);
                shown.or(had);
                Optional<Contradiction> found = returnsLast(call, had);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private void addNeeded(BitSet had) {
            Deque<Integer> added = new ArrayDeque<>(had.stream().boxed().toList());
            while (!added.isEmpty() && !budget.isSpent()) {
                for (int needed : needs.get(added.remove())) {
                    budget.spend(1);
                    if (!had.get(needed)) {
                        had.set(needed);
                        added.add(needed);
                    }
                }
            }
        }

        private Optional<Contradiction> returnsLast(int read, BitSet had) {
            int seen = calls.seenBy(read);
            Call reading = calls.call(read);
            String why = "the copy had both when " + reading.client() + " called " + reading.text();
            for (int write : had.stream().toArray()) {
                budget.spend(1);
                if (write == seen || !calls.areOfOneRegister(write, read)) {
                    continue;
                } else if (seen == ReadsAndWrites.INITIAL) {
                    Reason reason = new Reason(calls.call(write), reading, "the copy that was read had the write");
                    return Optional.of(Contradiction.of(
                            reading.text() + " by " + reading.client() + " returns the initial value, though under "
                                    + name() + " its copy had a write.",
                            List.of(calls.call(write), reading),
                            List.of(reason)));
                }
                order.add(write, seen, why);
            }
            return Optional.empty();
        }
    }
}
