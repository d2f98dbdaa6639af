package dev.plumb.histories.registers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.histories.Budget;
import dev.plumb.histories.Drawn;
import dev.plumb.histories.Judgement;
import dev.plumb.histories.objects.KnownObjects;
import org.junit.jupiter.api.Test;

class EventualConvergenceTest {
    private static Judgement judge(String... calls) {
        return new EventualConvergence(KnownObjects.NONE).judge(Drawn.history(calls), Budget.standard());
    }

    @Test
    void last_reads_that_agree_are_allowed_whatever_came_before() {
        assertThat(judge("a 0-1 write(1)", "b 2-3 read() = \"none\"", "b 4-5 read() = 1", "c 6-7 read() = 1"))
                .isInstanceOf(Judgement.Allowed.class);
    }

    @Test
    void last_reads_that_do_not_agree_are_not() {
        Judgement judgement = judge("a 0-1 write(1)", "b 2-3 read() = \"none\"", "c 6-7 read() = 1");
        assertThat(((Judgement.Forbidden) judgement).contradiction().sentence())
                .isEqualTo("The last reads of b and c after all writes had ended do not agree:"
                        + " read() = \"none\" and read() = 1.");
    }

    @Test
    void a_write_that_may_still_take_effect_leaves_it_open() {
        assertThat(judge("a 0- write(1)", "b 2-3 read() = \"none\"", "c 6-7 read() = 1"))
                .isInstanceOf(Judgement.Unknown.class);
    }

    @Test
    void without_two_clients_that_read_last_there_is_nothing_to_see() {
        assertThat(judge("b 0-1 read() = \"none\"", "c 0-1 read() = \"none\"", "a 2-3 write(1)", "b 4-5 read() = 1"))
                .isInstanceOf(Judgement.Vacuous.class);
    }
}
