package dev.plumb.histories.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.histories.Budget;
import dev.plumb.histories.Call;
import dev.plumb.histories.Contradiction;
import dev.plumb.histories.Drawn;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.histories.objects.SequentialSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Examples of Herlihy and Wing (1990), figure 1, and of what clients see of registers and locks. */
class LinearizabilityTest {
    private static Judgement judge(SequentialSpec<?> object, String... calls) {
        return new Linearizability<>(object).judge(Drawn.history(calls), Budget.standard());
    }

    private static void allowed(SequentialSpec<?> object, String... calls) {
        assertThat(judge(object, calls)).isInstanceOf(Judgement.Allowed.class);
    }

    private static Contradiction forbidden(SequentialSpec<?> object, String... calls) {
        Judgement judgement = judge(object, calls);
        assertThat(judgement).isInstanceOf(Judgement.Forbidden.class);
        return ((Judgement.Forbidden) judgement).contradiction();
    }

    private static List<String> texts(List<Call> calls) {
        return calls.stream().map(Call::text).collect(Collectors.toList());
    }

    @Test
    void queues_of_figure_1() {
        allowed(
                KnownObjects.queue(),
                "a 0-4 enqueue(\"x\")",
                "b 2-6 enqueue(\"y\")",
                "b 7-9 dequeue() = \"x\"",
                "a 10-12 dequeue() = \"y\"",
                "a 14-16 enqueue(\"z\")");
        Contradiction contradiction = forbidden(
                KnownObjects.queue(), "a 0-4 enqueue(\"x\")", "b 5-6 enqueue(\"y\")", "a 7-9 dequeue() = \"y\"");
        assertThat(texts(contradiction.calls()))
                .containsExactly("enqueue(\"x\")", "enqueue(\"y\")", "dequeue() = \"y\"");
        assertThat(contradiction.sentence())
                .isEqualTo(
                        "In every order of the calls up to its answer, dequeue() = \"y\" by a returns \"x\" instead.");
        assertThat(contradiction.reasons())
                .extracting(Object::toString)
                .containsExactly(
                        "enqueue(\"x\") before enqueue(\"y\"): it had ended",
                        "enqueue(\"y\") before dequeue() = \"y\": it had ended");
        forbidden(
                KnownObjects.queue(),
                "a 0-2 enqueue(\"x\")",
                "a 3-6 enqueue(\"y\")",
                "b 4-7 dequeue() = \"y\"",
                "c 8-9 dequeue() = \"y\"");
    }

    @Test
    void a_write_without_an_answer_may_take_effect_late_or_never() {
        allowed(KnownObjects.register(), "a 0- write(1)", "b 5-6 read() = \"none\"", "b 7-8 read() = 1");
        allowed(KnownObjects.register(), "a 0- write(1)", "b 5-6 read() = \"none\"");
        forbidden(KnownObjects.register(), "a 0- write(1)", "b 5-6 read() = 1", "b 7-8 read() = \"none\"");
        forbidden(KnownObjects.register(), "b 5-6 read() = 1", "a 7- write(1)");
    }

    @Test
    void a_write_that_failed_has_no_effect() {
        allowed(KnownObjects.register(), "a 0-3 write(1) failed", "b 5-6 read() = \"none\"");
        forbidden(KnownObjects.register(), "a 0-3 write(1) failed", "b 5-6 read() = 1");
    }

    @Test
    void calls_that_touch_in_time_overlap() {
        allowed(KnownObjects.register(), "a 0-5 write(1)", "b 5-6 read() = \"none\"");
        forbidden(KnownObjects.register(), "a 0-4 write(1)", "b 5-6 read() = \"none\"");
    }

    @Test
    void objects_are_looked_at_apart() {
        allowed(KnownObjects.register(), "a 0-1 x.write(1)", "b 2-3 y.read() = \"none\"");
        Contradiction contradiction =
                forbidden(KnownObjects.register(), "a 0-1 x.write(1)", "a 2-3 y.write(1)", "b 4-5 x.read() = \"none\"");
        assertThat(texts(contradiction.calls())).containsExactly("write(\"x\", 1)", "read(\"x\") = \"none\"");
    }

    @Test
    void a_lock_has_one_holder() {
        allowed(KnownObjects.lock(), "a 0-1 acquire()", "b 2-9 acquire()", "a 3-5 release()");
        Contradiction contradiction =
                forbidden(KnownObjects.lock(), "a 0-1 acquire()", "b 2-4 acquire()", "a 5-6 release()");
        assertThat(contradiction.sentence())
                .isEqualTo("No order of the calls up to the answer of acquire() by b is one that a lock allows.");
        forbidden(KnownObjects.lock(), "a 0-1 release()");
        allowed(KnownObjects.lock(), "a 0- release()");
    }

    @Test
    void the_longest_prefix_that_can_be_ordered_is_given() {
        Contradiction contradiction = forbidden(
                KnownObjects.counter(),
                "a 0-1 add(2)",
                "b 0-5 add(3)",
                "a 6-7 read() = 5",
                "a 8-9 read() = 4",
                "a 10-11 add(1)");
        assertThat(texts(contradiction.order())).containsExactly("add(2)", "add(3)", "read() = 5");
        assertThat(contradiction.failing().orElseThrow().text()).isEqualTo("read() = 4");
    }

    @Test
    void more_than_the_budget_is_unknown_and_never_wrong() {
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            calls.add("w" + i + " 0- add(" + (1 << i % 20) + ")");
        }
        calls.add("r 1-2 read() = 7777777");
        History history = Drawn.history(calls.toArray(String[]::new));
        Linearizability<?> model = new Linearizability<>(KnownObjects.counter());
        assertThat(model.judge(history, Budget.of(100_000)))
                .isEqualTo(new Judgement.Unknown("the budget of 100,000 steps"));
    }

    @Test
    void many_writes_without_an_answer_do_not_multiply() {
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            calls.add("w" + i + " 0- write(" + i + ")");
        }
        for (int i = 0; i < 30; i++) {
            calls.add("r " + (10 * i + 1) + "-" + (10 * i + 2) + " read() = " + i);
        }
        allowed(KnownObjects.register(), calls.toArray(String[]::new));
        calls.add("r 400-401 read() = 0");
        assertThat(forbidden(KnownObjects.register(), calls.toArray(String[]::new))
                        .sentence())
                .startsWith("In every order of the calls up to its answer, read() = 0 by r returns 29 or 30 or 31");
    }

    @Test
    void a_history_may_be_long() {
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            calls.add("a " + (2 * i) + "-" + (2 * i) + " write(" + i + ")");
        }
        allowed(KnownObjects.register(), calls.toArray(String[]::new));
    }

    @Test
    void calls_that_the_object_does_not_have_are_told() {
        assertThatThrownBy(() -> judge(KnownObjects.register(), "a 0-1 reed()"))
                .hasMessage("A register has no operation reed.");
        assertThatThrownBy(() -> judge(KnownObjects.register(), "a 0-1 write()"))
                .hasMessage("The operation write does not take what stands in args.");
        assertThatThrownBy(() -> judge(KnownObjects.counter(), "a 0-1 add(\"1\")"))
                .hasMessage("An argument of add is not as it must be.");
    }
}
