package dev.plumb.histories.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.histories.Answer;
import dev.plumb.histories.Budget;
import dev.plumb.histories.Call;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.histories.objects.ListAppend;
import dev.plumb.histories.order.BruteForce;
import dev.plumb.histories.transactions.Isolation.Level;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Circles against all serial runs and all runs with snapshots, of up to four random transactions. */
class IsolationWitnessTest {
    @Provide
    Arbitrary<History> transactions() {
        return Arbitraries.randomValue(IsolationWitnessTest::make);
    }

    /** Transactions that read of some earlier state, and append to the last: at times too early, at times not. */
    private static History make(Random random) {
        List<Call> calls = new ArrayList<>();
        List<Map<TlaValue, List<TlaValue>>> states = new ArrayList<>(List.of(new ListAppend().init()));
        int count = 3 + random.nextInt(2);
        for (int t = 0; t < count; t++) {
            Call call = new Call(
                    t + 1,
                    "c" + t,
                    Optional.empty(),
                    "txn",
                    List.of(accesses(t, random)),
                    t,
                    new Answer.None(),
                    Optional.empty());
            Map<TlaValue, List<TlaValue>> last = states.get(states.size() - 1);
            Map<TlaValue, List<TlaValue>> seen = states.get(Math.max(0, states.size() - 1 - random.nextInt(3)));
            if (random.nextInt(12) > 0) {
                states.add(new ListAppend().steps(last, call).get(0).state());
            }
            calls.add(call.with(
                    answer(t, new ListAppend().steps(seen, call).get(0).result(), random.nextInt(10))));
        }
        return History.of("random", calls);
    }

    private static TlaValue accesses(int transaction, Random random) {
        List<TlaValue> accesses = new ArrayList<>();
        int count = 2 + random.nextInt(2);
        for (int a = 0; a < count; a++) {
            TlaValue list = TlaValue.of(random.nextBoolean() ? "x" : "y");
            TlaValue append = TlaValue.tuple(TlaValue.of("append"), list, TlaValue.of(10 * transaction + a));
            accesses.add(random.nextBoolean() ? TlaValue.tuple(TlaValue.of("r"), list) : append);
        }
        return TlaValue.tuple(accesses);
    }

    private static Answer answer(int end, Optional<TlaValue> result, int fate) {
        return fate == 0 ? new Answer.None() : fate == 1 ? new Answer.Failed(end) : new Answer.Returned(end, result);
    }

    @Property(tries = 3000, seed = "1")
    void serializable_is_what_serial_runs_say(@ForAll("transactions") History history) {
        boolean expected = BruteForce.isSerializable(history, new ListAppend());
        Judgement judgement = new Isolation(Level.SERIALIZABLE).judge(history, Budget.standard());
        assertThat(judgement instanceof Judgement.Allowed).isEqualTo(expected);
        bothAreFrequent(expected);
    }

    @Property(tries = 3000, seed = "2")
    void snapshot_isolation_is_what_runs_with_snapshots_say(@ForAll("transactions") History history) {
        boolean expected = SnapshotRuns.explain(history);
        Judgement judgement = new Isolation(Level.SNAPSHOT_ISOLATION).judge(history, Budget.standard());
        boolean isKnown = !(judgement instanceof Judgement.Unknown);
        assertThat(!isKnown || judgement instanceof Judgement.Allowed == expected)
                .isTrue();
        Statistics.label("known").collect(isKnown);
        Statistics.label("known").coverage(coverage -> coverage.check(true).percentage(share -> share > 90));
        bothAreFrequent(expected);
    }

    private static void bothAreFrequent(boolean allowed) {
        Statistics.collect(allowed);
        Statistics.coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 15);
            coverage.check(false).percentage(share -> share > 15);
        });
    }
}
