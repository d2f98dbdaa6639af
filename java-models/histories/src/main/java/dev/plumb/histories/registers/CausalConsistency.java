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
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Causal consistency of registers in its three kinds, by the bad patterns of Bouajjani, Enea, Guerraoui and Hamza, On
 * Verifying Causal Consistency (POPL 2017), table 2: for histories in which every value is written once, the kind holds iff
 * none of its patterns occurs (their theorems 4 to 6).
 *
 * @param init the value of a register that was never written
 */
public record CausalConsistency(Kind kind, TlaValue init) implements ConsistencyModel {

    /** How much clients agree. */
    public enum Kind {
        /** Each call by itself is explained by what its client knew of: CC. */
        CAUSAL,
        /** And all clients agree on one order of writes that do not know of each other: CCv. */
        CAUSAL_CONVERGENCE,
        /** And each client can explain all that it has seen by one order, its own: CM. */
        CAUSAL_MEMORY
    }

    @Override
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public boolean isTimeless() {
        return true;
    }

    @Override
    public Judgement judge(History history, Budget budget) {
        ReadsAndWrites calls = ReadsAndWrites.of(history, init, name());
        Optional<Contradiction> found = calls.thinAir().map(Patterns::thinAir);
        calls.spendOnPasts(budget);
        if (found.isEmpty() && !budget.isSpent()) {
            found = new Patterns(calls, budget).first(kind);
        }
        if (found.isPresent()) {
            return new Judgement.Forbidden(found.get());
        }
        return budget.isSpent() ? new Judgement.Unknown(budget.limit()) : new Judgement.Allowed(List.of());
    }

    /** The bad patterns, by the names that the paper gives them. */
    static final class Patterns {
        private final ReadsAndWrites calls;
        private final Budget budget;
        private final Precedence knowledge;

        Patterns(ReadsAndWrites calls, Budget budget) {
            this.calls = calls;
            this.budget = budget;
            this.knowledge = calls.knowledge();
        }

        /** ThinAirRead. */
        static Contradiction thinAir(Call read) {
            String sentence = read.text() + " by " + read.client() + " returns a value that nobody wrote.";
            return Contradiction.of(sentence, List.of(read), List.of());
        }

        Optional<Contradiction> first(Kind kind) {
            Optional<List<Precedence.Edge>> circle = knowledge.circle();
            if (circle.isPresent()) {
                return Optional.of(knowledge.contradiction("Calls know of each other in a circle.", circle.get()));
            }
            List<BitSet> past = knowledge.past();
            Optional<Contradiction> found = stale(past);
            if (found.isPresent() || kind == Kind.CAUSAL) {
                return found;
            }
            return kind == Kind.CAUSAL_CONVERGENCE ? conflicts(past) : memories(past);
        }

        /** WriteCOInitRead and WriteCORead: a read of what its client knew to be overwritten. */
        private Optional<Contradiction> stale(List<BitSet> past) {
            for (int read = 0; read < calls.size(); read++) {
                for (int write : otherWrites(read, past.get(read))) {
                    int seen = calls.seenBy(read);
                    if (seen == ReadsAndWrites.INITIAL) {
                        return Optional.of(initialAfter(write, read));
                    } else if (past.get(write).get(seen)) {
                        Call overwritten = calls.call(seen);
                        return Optional.of(Contradiction.of(
                                calls.call(read).text() + " by "
                                        + calls.call(read).client()
                                        + " returns what its client knew to be overwritten.",
                                List.of(overwritten, calls.call(write), calls.call(read)),
                                List.of(
                                        knows(overwritten, calls.call(write)),
                                        knows(calls.call(write), calls.call(read)))));
                    }
                }
            }
            return Optional.empty();
        }

        private Contradiction initialAfter(int write, int read) {
            return Contradiction.of(
                    calls.call(read).text() + " by " + calls.call(read).client()
                            + " returns the initial value, though its client knew of a write.",
                    List.of(calls.call(write), calls.call(read)),
                    List.of(knows(calls.call(write), calls.call(read))));
        }

        private static Reason knows(Call before, Call after) {
            return new Reason(before, after, "whoever made the second knew of the first");
        }

        /** The writes among {@code past} of the register that was read, but for the one that was seen. */
        private int[] otherWrites(int read, BitSet past) {
            if (calls.isWrite(read)) {
                return new int[0];
            }
            budget.spend(past.cardinality());
            return past.stream()
                    .filter(call ->
                            calls.isWrite(call) && call != calls.seenBy(read) && calls.areOfOneRegister(call, read))
                    .toArray();
        }

        /** CyclicCF. */
        private Optional<Contradiction> conflicts(List<BitSet> past) {
            Precedence all = calls.knowledge();
            for (int read = 0; read < calls.size() && !budget.isSpent(); read++) {
                String why = hidden(read);
                for (int write : otherWrites(read, past.get(read))) {
                    all.add(write, calls.seenBy(read), why);
                }
            }
            return all.circle()
                    .map(circle -> all.contradiction("The clients do not agree on one order of the writes.", circle));
        }

        private String hidden(int read) {
            return calls.call(read).client() + " knew of both when "
                    + calls.call(read).text();
        }

        /** WriteHBInitRead and CyclicHB, for the last call of each client: what holds there holds before. */
        private Optional<Contradiction> memories(List<BitSet> past) {
            for (List<Integer> session : calls.sessions()) {
                Optional<Contradiction> found = memory(session, past);
                if (found.isPresent() || budget.isSpent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private Optional<Contradiction> memory(List<Integer> session, List<BitSet> past) {
            Precedence order = known(session, past);
            while (true) {
                Optional<List<Precedence.Edge>> circle = order.circle();
                if (circle.isPresent()) {
                    String client = calls.call(session.get(0)).client();
                    return Optional.of(order.contradiction(
                            "No one order of the calls that " + client + " knew of explains all that it has seen.",
                            circle.get()));
                }
                List<BitSet> before = order.past();
                boolean hasGrown = false;
                for (int read : session) {
                    int seen = calls.seenBy(read);
                    String why = hidden(read);
                    for (int write : otherWrites(read, before.get(read))) {
                        if (seen == ReadsAndWrites.INITIAL) {
                            return Optional.of(initialAfter(write, read));
                        } else if (!before.get(seen).get(write)) {
                            order.add(write, seen, why);
                            hasGrown = true;
                        }
                    }
                }
                if (!hasGrown || budget.isSpent()) {
                    return Optional.empty();
                }
            }
        }

        /** The knowledge of a client when it had made its last call; what it did not know of is left apart. */
        private Precedence known(List<Integer> session, List<BitSet> past) {
            BitSet known = new BitSet();
            for (int call : session) {
                known.or(past.get(call));
                known.set(call);
            }
            return knowledge.within(known);
        }
    }
}
