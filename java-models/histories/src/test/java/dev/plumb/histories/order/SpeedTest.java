package dev.plumb.histories.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.histories.Answer;
import dev.plumb.histories.Budget;
import dev.plumb.histories.Call;
import dev.plumb.histories.Contradiction;
import dev.plumb.histories.Drawn;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.histories.SimulatedHistories;
import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much work long and crowded histories make: in steps, which do not depend on the machine. */
class SpeedTest {
    private static final int REPEATED = 5_000;

    private static OrderSearch.Result search(int calls, int clients, int unanswered, long budget) {
        List<Call> all =
                SimulatedHistories.ofRegister(calls, clients, unanswered, 1).calls();
        Cut start = IntervalCut.of(all.stream().filter(Call::hasReturned).toList());
        return OrderSearch.of(KnownObjects.register(), start, all, Budget.of(budget))
                .run();
    }

    @ParameterizedTest
    @CsvSource({"10000, 5, 100000", "100000, 5, 1000000", "10000, 10, 1000000"})
    void the_work_grows_with_the_length(int calls, int clients, long budget) {
        assertThat(search(calls, clients, 0, budget)).isInstanceOf(OrderSearch.Result.Found.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100})
    void writes_without_an_answer_do_not_multiply_it(int unanswered) {
        assertThat(search(10_000, 5, unanswered, Budget.STEPS)).isInstanceOf(OrderSearch.Result.Found.class);
    }

    @Test
    void of_a_long_history_the_call_that_fails_is_found() {
        List<Call> calls =
                new ArrayList<>(SimulatedHistories.ofRegister(10_000, 5, 0, 1).calls());
        Call last = calls.get(9_000);
        Call stale = Drawn.call("late " + last.end() + "-" + last.end() + " read() = -1");
        calls.add(stale);
        History history = History.of("stale", calls);
        assertThat(new Linearizability<>(KnownObjects.register()).judge(history, Budget.standard()))
                .isInstanceOfSatisfying(Judgement.Forbidden.class, forbidden -> {
                    Contradiction contradiction = forbidden.contradiction();
                    assertThat(contradiction.calls()).extracting(Call::client).containsExactly("late");
                    assertThat(contradiction.sentence())
                            .matches("In every order .*, read\\(\\) = -1 by late returns \\d+ .*instead.");
                });
    }

    @Test
    void more_than_the_budget_is_unknown() {
        assertThat(search(10_000, 50, 1_000, 100_000)).isInstanceOf(OrderSearch.Result.OutOfBudget.class);
        History repeated = History.of(
                "repeated",
                SimulatedHistories.ofRegister(10_000, 50, 1_000, 1).calls().stream()
                        .map(SpeedTest::withRepeatedValues)
                        .toList());
        assertThat(new Linearizability<>(KnownObjects.register()).judge(repeated, Budget.of(100_000)))
                .isEqualTo(new Judgement.Unknown("the budget of 100,000 steps"));
    }

    private static Call withRepeatedValues(Call call) {
        return new Call(
                call.number(),
                call.client(),
                call.key(),
                call.operation(),
                call.arguments().stream().map(SpeedTest::repeated).toList(),
                call.start(),
                call.answer() instanceof Answer.Returned returned
                        ? new Answer.Returned(returned.end(), returned.result().map(SpeedTest::repeated))
                        : call.answer(),
                call.source());
    }

    private static TlaValue repeated(TlaValue value) {
        return value instanceof TlaValue.Int number ? TlaValue.of(number.value() % REPEATED) : value;
    }

    @Test
    void writes_of_different_values_need_no_search_however_crowded() {
        History crowded = SimulatedHistories.ofRegister(10_000, 50, 1_000, 1);
        Linearizability<?> model = new Linearizability<>(KnownObjects.register());
        assertThat(model.judge(crowded, Budget.of(1))).isInstanceOf(Judgement.Allowed.class);
        List<Call> calls = new ArrayList<>(crowded.calls());
        Call stale = calls.stream()
                .filter(call -> call.operation().equals("read") && call.hasReturned())
                .findFirst()
                .orElseThrow();
        calls.add(stale.startingAt(calls.get(9_000).start())
                .with(new Answer.Returned(calls.get(9_000).start(), stale.result())));
        assertThat(model.judge(History.of("stale", calls), Budget.of(1))).isInstanceOf(Judgement.Forbidden.class);
    }
}
