package dev.plumb.histories.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.histories.Answer;
import dev.plumb.histories.Budget;
import dev.plumb.histories.Call;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.histories.transactions.Isolation.Level;
import dev.plumb.traces.TlaText;
import dev.plumb.traces.TlaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The phenomena of Adya 1999 and of Elle, one history each; r is a read, a an append. */
class IsolationTest {
    /** Transactions {@code "a x 1; r y 2 3"}: what they did and what they read; a ! in front is one that failed. */
    private static History transactions(String... texts) {
        List<Call> calls = new ArrayList<>();
        for (String text : texts) {
            boolean isFailed = text.startsWith("!");
            List<TlaValue> asked = new ArrayList<>();
            List<TlaValue> told = new ArrayList<>();
            for (String access : text.replace("!", "").split("; ")) {
                String[] words = access.split(" ");
                TlaValue list = TlaValue.of(words[1]);
                if (words[0].equals("a")) {
                    asked.add(TlaValue.tuple(TlaValue.of("append"), list, TlaText.parse(words[2])));
                    told.add(asked.get(asked.size() - 1));
                } else {
                    List<TlaValue> seen = new ArrayList<>();
                    for (int i = 2; i < words.length; i++) {
                        seen.add(TlaText.parse(words[i]));
                    }
                    asked.add(TlaValue.tuple(TlaValue.of("r"), list));
                    told.add(TlaValue.tuple(TlaValue.of("r"), list, TlaValue.tuple(seen)));
                }
            }
            Answer answer = isFailed ? new Answer.Failed(0) : new Answer.Returned(0, Optional.of(TlaValue.tuple(told)));
            int number = calls.size() + 1;
            calls.add(new Call(
                    number,
                    "t" + number,
                    Optional.empty(),
                    "txn",
                    List.of(TlaValue.tuple(asked)),
                    0,
                    answer,
                    Optional.empty()));
        }
        return History.of("drawn", calls);
    }

    private static void is(String told, boolean serializable, boolean snapshot, String... transactions) {
        is(told, serializable, Level.SERIALIZABLE, transactions);
        is(told, snapshot, Level.SNAPSHOT_ISOLATION, transactions);
    }

    private static void is(String told, boolean allowed, Level level, String... transactions) {
        Judgement judgement = new Isolation(level).judge(transactions(transactions), Budget.standard());
        assertThat(judgement instanceof Judgement.Allowed)
                .as("%s: %s", level, judgement)
                .isEqualTo(allowed);
        if (judgement instanceof Judgement.Forbidden forbidden) {
            assertThat(forbidden.contradiction().sentence()).contains(told);
        }
    }

    @Test
    void one_after_the_other() {
        is("", true, true, "a x 1; r y", "r x 1; a x 2; a y 3", "r x 1 2; r y 3");
    }

    @Test
    void g0_write_cycle() {
        is("G0", false, false, "a x 1; a y 1", "a x 2; a y 2", "r x 1 2", "r y 2 1");
    }

    @Test
    void g1a_aborted_read() {
        is("G1a", false, false, "!a x 1", "r x 1");
    }

    @Test
    void g1b_intermediate_read() {
        is("G1b", false, false, "a x 1; a x 2", "r x 1");
        is("", true, true, "a x 1; a x 2", "r x 1 2");
    }

    @Test
    void g1c_circular_information_flow() {
        is("G1c", false, false, "a x 1; r y 2", "a y 2; r x 1");
    }

    @Test
    void g_single_read_skew_and_lost_update() {
        is("G-single", false, false, "a x 1; a y 1", "r x 1; r y", "r y 1");
        is("G-single", false, false, "r x; a x 1", "r x; a x 2", "r x 1 2");
    }

    @Test
    void write_skew_is_what_snapshots_allow() {
        is("G2", false, true, "r x; a y 1", "r y; a x 2", "r x 2; r y 1");
    }

    @Test
    void what_no_run_explains() {
        is("orders that exclude each other", false, false, "a x 1", "a x 2", "r x 1 2", "r x 2 1");
        is("garbage read", false, false, "r x 7");
        is("as it cannot be after what it read", false, false, "r x; a x 1; r x");
        is("twice", false, false, "a x 1", "r x 1 1");
    }

    @Test
    void what_is_no_transaction_is_refused() {
        assertThatThrownBy(() -> is("", true, true, "a x 1", "a x 1"))
                .hasMessage("The value 1 is written for the second time, or is the initial one.");
    }
}
