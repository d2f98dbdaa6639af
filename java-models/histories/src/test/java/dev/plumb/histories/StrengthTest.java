package dev.plumb.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.histories.Strength.Minimum;
import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.histories.objects.ListAppend;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StrengthTest {
    private static Strength of(History history) {
        return Strength.of(history, KnownObjects.register());
    }

    @Test
    void one_call_after_the_other_is_weak() {
        Strength strength = of(Drawn.history("a 0-1 write(1)", "b 2-3 read() = 1", "a 4-5 write(2) failed"));
        assertThat(strength).isEqualTo(new Strength(2, 0, 1, 1.0, 1, 0, 1));
        assertThat(strength.lack(new Minimum(2, 0, 0, 0)))
                .contains("At most 1 calls were under way at a time, where 2 are asked for: the history is too weak.");
        assertThat(strength.lack(new Minimum(0, 1.5, 0, 0))).isPresent();
        assertThat(strength.lack(new Minimum(0, 0, 0.1, 0))).isPresent();
        assertThat(strength.lack(new Minimum(0, 0, 0, 2))).isPresent();
        assertThat(strength.lack(new Minimum(1, 1, 0, 1))).isEmpty();
    }

    @Test
    void a_read_beside_a_write_is_open() {
        Strength strength = of(Drawn.history("a 0-5 write(1)", "b 2-3 read() = 1", "c 1- write(2)"));
        assertThat(strength).isEqualTo(new Strength(3, 1, 3, 2.0, 1, 1, 0));
    }

    @Test
    void of_calls_that_read_several_things_each_counts() {
        Strength transactions = Strength.of(
                Drawn.history(
                        "a 0-1 txn(<<<<\"append\", \"x\", 1>>, <<\"r\", \"y\">>>>) = <<<<\"append\", \"x\", 1>>, <<\"r\", \"y\", <<>>>>>>",
                        "b 0-1 txn(<<<<\"r\", \"x\">>, <<\"r\", \"y\">>>>) = <<<<\"r\", \"x\", <<1>>>>, <<\"r\", \"y\", <<>>>>>>"),
                new ListAppend());
        assertThat(transactions.reads()).isEqualTo(3);
        assertThat(transactions.openReads()).isEqualTo(1);
        Strength registers = Strength.of(
                Drawn.history("a 0-1 write([x |-> 1])", "b 1-2 read({\"x\", \"y\"}) = [x |-> 1, y |-> \"none\"]"),
                KnownObjects.multiRegister());
        assertThat(registers.reads()).isEqualTo(2);
        assertThat(registers.openReads()).isEqualTo(1);
    }

    @Test
    void a_transaction_is_not_open_for_what_it_writes_itself() {
        String call =
                "txn(<<<<\"r\", \"x\">>, <<\"append\", \"x\", 1>>>>) = <<<<\"r\", \"x\", <<>>>>, <<\"append\", \"x\", 1>>>>";
        assertThat(Strength.of(Drawn.history("a 0-1 " + call), new ListAppend()).openReads())
                .isZero();
    }

    @Provide
    Arbitrary<History> histories() {
        return RandomHistories.of("register", 9);
    }

    @Property(tries = 1000, seed = "1")
    void open_reads_are_those_with_several_candidates(@ForAll("histories") History history) {
        List<Call> calls =
                history.calls().stream().filter(call -> !call.hasFailed()).toList();
        long open = calls.stream()
                .filter(call -> call.operation().equals("read") && call.result().isPresent())
                .filter(read -> candidates(read, calls) > 1)
                .count();
        assertThat(of(history).openReads()).isEqualTo((int) open);
    }

    private static long candidates(Call read, List<Call> calls) {
        List<Call> writes = calls.stream()
                .filter(call ->
                        call.key().equals(read.key()) && !call.operation().equals("read"))
                .toList();
        boolean isInitialOne = writes.stream().noneMatch(write -> write.precedes(read));
        return (isInitialOne ? 1 : 0)
                + writes.stream()
                        .filter(write -> write.start() <= read.end())
                        .filter(write ->
                                writes.stream().noneMatch(between -> write.precedes(between) && between.precedes(read)))
                        .count();
    }
}
