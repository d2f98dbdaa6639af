package dev.plumb.histories.registers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.histories.Budget;
import dev.plumb.histories.ConsistencyModel;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.histories.RandomHistories;
import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.histories.order.SequentialConsistency;
import dev.plumb.histories.registers.CausalConsistency.Kind;
import dev.plumb.histories.registers.SessionGuarantees.Guarantee;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The patterns and circles against the definitions, on small random histories. */
class RegistersWitnessTest {
    @Provide
    Arbitrary<History> sessions() {
        return RandomHistories.sessions(5);
    }

    @Provide
    Arbitrary<History> longerSessions() {
        return RandomHistories.sessions(9);
    }

    private static boolean isAllowed(ConsistencyModel model, History history) {
        Judgement judgement = model.judge(history, Budget.standard());
        assertThat(judgement).isNotInstanceOf(Judgement.Unknown.class);
        return judgement instanceof Judgement.Allowed;
    }

    private static CausalConsistency causal(Kind kind) {
        return new CausalConsistency(kind, KnownObjects.NONE);
    }

    private static SessionGuarantees session(Set<Guarantee> guarantees) {
        return new SessionGuarantees(guarantees, KnownObjects.NONE);
    }

    @Property(tries = 600, seed = "1")
    void causal_consistency_is_what_its_definition_says(@ForAll("sessions") History history, @ForAll Kind kind) {
        boolean expected = new BruteForce(history.calls()).is(kind);
        assertThat(isAllowed(causal(kind), history)).as("%s", kind).isEqualTo(expected);
        bothAreFrequent(expected);
    }

    @Property(tries = 1500, seed = "2")
    void session_guarantees_are_what_their_definitions_say(
            @ForAll("sessions") History history, @ForAll Set<Guarantee> some) {
        Set<Guarantee> guarantees = some.isEmpty() ? EnumSet.of(Guarantee.MONOTONIC_READS) : EnumSet.copyOf(some);
        boolean expected = new BruteForce(history.calls()).are(guarantees);
        assertThat(isAllowed(session(guarantees), history)).as("%s", guarantees).isEqualTo(expected);
        bothAreFrequent(expected);
    }

    private static void bothAreFrequent(boolean allowed) {
        Statistics.collect(allowed);
        Statistics.coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 10);
            coverage.check(false).percentage(share -> share > 10);
        });
    }

    @Property(tries = 3000, seed = "3")
    void all_four_session_guarantees_are_causal_convergence(@ForAll("longerSessions") History history) {
        boolean all = isAllowed(session(EnumSet.allOf(Guarantee.class)), history);
        assertThat(all).isEqualTo(isAllowed(causal(Kind.CAUSAL_CONVERGENCE), history));
        bothAreFrequent(all);
    }

    @Property(tries = 2000, seed = "4")
    void what_is_sequentially_consistent_is_all_that_is_weaker(@ForAll("longerSessions") History history) {
        boolean sequential = isAllowed(new SequentialConsistency<>(KnownObjects.register()), history);
        for (Kind kind : Kind.values()) {
            assertThat(!sequential || isAllowed(causal(kind), history)).isTrue();
        }
        boolean memory = isAllowed(causal(Kind.CAUSAL_MEMORY), history);
        assertThat(!memory || isAllowed(causal(Kind.CAUSAL), history)).isTrue();
        Statistics.collect(sequential);
    }
}
