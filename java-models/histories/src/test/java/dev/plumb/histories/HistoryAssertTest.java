package dev.plumb.histories;

import static dev.plumb.histories.HistoryAssert.assertThat;
import static dev.plumb.histories.objects.KnownObjects.counter;
import static dev.plumb.histories.objects.KnownObjects.register;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.histories.registers.EventualConvergence;
import dev.plumb.traces.TlaValue;
import org.junit.jupiter.api.Test;

class HistoryAssertTest {
    private static final History FRESH = Drawn.history("a 0-1 write(1)", "b 2-3 read() = 1");
    private static final History STALE = Drawn.history("a 0-1 write(1)", "b 2-3 read() = \"none\"");

    @Test
    void what_fits_passes() {
        assertThat(FRESH).isLinearizable(register()).isSequentiallyConsistent(register());
        assertThat(STALE).isSequentiallyConsistent(register());
        assertThat(FRESH).isAtLeast(new Strength.Minimum(1, 1, 0, 1), register());
    }

    @Test
    void what_does_not_fit_says_why() {
        assertThatThrownBy(() -> assertThat(STALE).isLinearizable(register()))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected history drawn to fit the model linearizable, but it does not.\n"
                        + "In every order of the calls up to its answer, read() = \"none\" by b returns 1 instead.\n"
                        + "  a: write(1), time 0 to 1\n"
                        + "  b: read() = \"none\", time 2 to 3\n"
                        + "  write(1) before read() = \"none\": it had ended");
        assertThatThrownBy(() -> assertThat(FRESH).isAtLeast(new Strength.Minimum(2, 0, 0, 0), register()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("At most 1 calls");
    }

    @Test
    void what_is_not_known_fails() {
        assertThatThrownBy(() -> assertThat(Drawn.history("a 0-1 add(1)"))
                        .within(Budget.of(1))
                        .isLinearizable(counter()))
                .hasMessage(
                        "Expected history drawn to fit the model linearizable, which was not found out within the budget of 1"
                                + " steps.");
        assertThatThrownBy(() -> assertThat(FRESH).fits(new EventualConvergence(TlaValue.of(0))))
                .hasMessageContaining("which it cannot show: no two clients");
    }
}
