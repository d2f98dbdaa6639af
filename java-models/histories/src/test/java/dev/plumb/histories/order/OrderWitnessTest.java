package dev.plumb.histories.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.histories.Answer;
import dev.plumb.histories.Budget;
import dev.plumb.histories.Call;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.histories.RandomHistories;
import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.histories.objects.PerKey;
import dev.plumb.histories.objects.SequentialSpec;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.statistics.Statistics;

/** The searches against the definitions, on small random histories of every object. */
class OrderWitnessTest {
    @Provide
    Arbitrary<Tuple2<String, History>> histories() {
        return Arbitraries.of(KnownObjects.NAMES)
                .flatMap(name -> RandomHistories.of(name, 7).map(history -> Tuple.of(name, history)));
    }

    private static SequentialSpec<?> object(String name) {
        return KnownObjects.named(name, Optional.empty());
    }

    @Property(tries = 2000, seed = "1")
    void linearizability_is_what_permutations_say(@ForAll("histories") Tuple2<String, History> some) {
        SequentialSpec<?> object = object(some.get1());
        Judgement judgement = new Linearizability<>(object).judge(some.get2(), Budget.standard());
        boolean expected = BruteForce.isLinearizable(some.get2(), object);
        assertThat(judgement instanceof Judgement.Allowed).isEqualTo(expected);
        assertThat(judgement instanceof Judgement.Forbidden).isEqualTo(!expected);
        bothAreFrequent(expected);
    }

    @Property(tries = 2000, seed = "2")
    void sequential_consistency_is_what_permutations_say(@ForAll("histories") Tuple2<String, History> some) {
        SequentialSpec<?> object = object(some.get1());
        Judgement judgement = new SequentialConsistency<>(object).judge(some.get2(), Budget.standard());
        boolean expected = BruteForce.isSequentiallyConsistent(some.get2(), object);
        assertThat(judgement instanceof Judgement.Allowed).isEqualTo(expected);
        assertThat(judgement instanceof Judgement.Forbidden).isEqualTo(!expected);
        bothAreFrequent(expected);
    }

    private static void bothAreFrequent(boolean allowed) {
        Statistics.collect(allowed);
        Statistics.coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 15);
            coverage.check(false).percentage(share -> share > 15);
        });
    }

    @Property(tries = 1000, seed = "3")
    void the_orders_that_are_given_are_what_the_object_allows(@ForAll("histories") Tuple2<String, History> some) {
        SequentialSpec<?> object = object(some.get1());
        if (new Linearizability<>(object).judge(some.get2(), Budget.standard()) instanceof Judgement.Allowed allowed) {
            Set<Call> ordered = new HashSet<>();
            for (List<Call> order : allowed.orders()) {
                assertThat(isRun(order, object)).isTrue();
                assertThat(order).isSortedAccordingTo((a, b) -> b.precedes(a) ? 1 : 0);
                ordered.addAll(order);
            }
            assertThat(ordered)
                    .containsAll(some.get2().calls().stream()
                            .filter(Call::hasReturned)
                            .toList());
        }
    }

    private static <S> boolean isRun(List<Call> order, SequentialSpec<S> object) {
        PerKey<S> objects = new PerKey<>(object);
        return BruteForce.isAllowed(order, 0, objects.init(), objects);
    }

    @Property(tries = 1000, seed = "4")
    void a_contradiction_is_one_by_itself_and_no_call_of_it_can_go(@ForAll("histories") Tuple2<String, History> some) {
        SequentialSpec<?> object = object(some.get1());
        Linearizability<?> model = new Linearizability<>(object);
        if (model.judge(some.get2(), Budget.standard()) instanceof Judgement.Forbidden forbidden) {
            List<Call> core = forbidden.contradiction().calls();
            assertThat(BruteForce.isLinearizable(some.get2().with(core), object))
                    .isFalse();
            Call failing = forbidden.contradiction().failing().orElseThrow();
            assertThat(core).contains(failing);
            assertThat(core).allMatch(call -> call.start() <= failing.end());
        }
    }

    @Property(tries = 1000, seed = "5")
    void the_failing_call_ends_the_shortest_prefix_that_fails(@ForAll("histories") Tuple2<String, History> some) {
        SequentialSpec<?> object = object(some.get1());
        if (new Linearizability<>(object).judge(some.get2(), Budget.standard())
                instanceof Judgement.Forbidden forbidden) {
            Call failing = forbidden.contradiction().failing().orElseThrow();
            assertThat(BruteForce.isLinearizable(until(some.get2(), failing, true), object))
                    .isFalse();
            assertThat(BruteForce.isLinearizable(until(some.get2(), failing, false), object))
                    .isTrue();
        }
    }

    /** What was known of the object of {@code last} when that call had been answered, or just before. */
    private static History until(History history, Call last, boolean answered) {
        Comparator<Call> byEnd = Comparator.comparingLong(Call::end).thenComparing(Call::number);
        return history.with(history.calls().stream()
                .filter(call -> call.key().equals(last.key()) && !call.hasFailed() && call.start() <= last.end())
                .map(call -> byEnd.compare(call, last) < 0 || (answered && call.equals(last))
                        ? call
                        : call.with(new Answer.None()))
                .toList());
    }

    @Property(tries = 2000, seed = "6")
    void a_frontier_says_the_same_as_time_goes_by(@ForAll("histories") Tuple2<String, History> some) {
        SequentialSpec<?> object = object(some.get1());
        boolean expected =
                new Linearizability<>(object).judge(some.get2(), Budget.standard()) instanceof Judgement.Allowed;
        assertThat(frontier(object, some.get2()).isLinearizable()).isEqualTo(expected);
    }

    private record Moment(long time, boolean isEnd, Call call) {}

    private static <S> Frontier<S> frontier(SequentialSpec<S> object, History history) {
        List<Moment> moments = history.calls().stream()
                .flatMap(call -> Stream.of(new Moment(call.start(), false, call), new Moment(call.end(), true, call)))
                .filter(moment -> moment.time() != Answer.NEVER)
                .sorted(Comparator.comparingLong(Moment::time).thenComparing(Moment::isEnd))
                .toList();
        Frontier<S> frontier = Frontier.of(object);
        for (Moment moment : moments) {
            Call call = moment.call();
            frontier = moment.isEnd()
                    ? frontier.end(call.client(), call.answer())
                    : frontier.begin(call.client(), call.key(), call.operation(), call.arguments());
        }
        return frontier;
    }
}
