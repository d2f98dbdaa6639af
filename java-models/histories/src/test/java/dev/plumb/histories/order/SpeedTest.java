package dev.plumb.histories.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.histories.Budget;
import dev.plumb.histories.Call;
import dev.plumb.histories.Contradiction;
import dev.plumb.histories.Drawn;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.histories.SimulatedHistories;
import dev.plumb.histories.objects.KnownObjects;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much work long and crowded histories make: in steps, which do not depend on the machine. */
class SpeedTest {
    private static Judgement judge(int calls, int clients, int unanswered, long budget) {
        return new Linearizability<>(KnownObjects.register())
                .judge(SimulatedHistories.ofRegister(calls, clients, unanswered, 1), Budget.of(budget));
    }

    @ParameterizedTest
    @CsvSource({"10000, 5, 100000", "100000, 5, 1000000", "10000, 10, 1000000"})
    void the_work_grows_with_the_length(int calls, int clients, long budget) {
        assertThat(judge(calls, clients, 0, budget)).isInstanceOf(Judgement.Allowed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100})
    void writes_without_an_answer_do_not_multiply_it(int unanswered) {
        assertThat(judge(10_000, 5, unanswered, Budget.STEPS)).isInstanceOf(Judgement.Allowed.class);
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
        assertThat(judge(10_000, 50, 1_000, 100_000)).isEqualTo(new Judgement.Unknown("the budget of 100,000 steps"));
    }
}
