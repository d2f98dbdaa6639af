package dev.plumb.histories.registers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.histories.Budget;
import dev.plumb.histories.Drawn;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.histories.registers.SessionGuarantees.Guarantee;
import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class SessionGuaranteesTest {
    private static void lacksOnly(Guarantee lacking, String sentence, History history) {
        for (Guarantee guarantee : Guarantee.values()) {
            Judgement judgement =
                    new SessionGuarantees(EnumSet.of(guarantee), KnownObjects.NONE).judge(history, Budget.standard());
            assertThat(judgement instanceof Judgement.Allowed)
                    .as("%s", guarantee)
                    .isEqualTo(guarantee != lacking);
            if (judgement instanceof Judgement.Forbidden forbidden) {
                assertThat(forbidden.contradiction().sentence()).isEqualTo(sentence);
            }
        }
    }

    @Test
    void read_your_writes() {
        lacksOnly(
                Guarantee.READ_YOUR_WRITES,
                "read(\"x\") = \"none\" by pa returns the initial value, though under read-your-writes its copy had a"
                        + " write.",
                Drawn.sessions("x.write(1); x.read() = \"none\""));
    }

    @Test
    void monotonic_reads() {
        lacksOnly(
                Guarantee.MONOTONIC_READS,
                "read(\"x\") = \"none\" by pb returns the initial value, though under monotonic-reads its copy had a"
                        + " write.",
                Drawn.sessions("x.write(1)", "x.read() = 1; x.read() = \"none\""));
    }

    /** The copy that pb read from had the second write, and at last the first behind it. */
    @Test
    void monotonic_writes() {
        History history = Drawn.sessions("x.write(1); x.write(2)", "x.read() = 2; x.read() = 1");
        assertThat(judge(history, Guarantee.MONOTONIC_WRITES)).isInstanceOf(Judgement.Allowed.class);
        assertThat(judge(history, Guarantee.MONOTONIC_READS)).isInstanceOf(Judgement.Allowed.class);
        assertThat(judge(history, Guarantee.MONOTONIC_WRITES, Guarantee.MONOTONIC_READS))
                .isInstanceOf(Judgement.Forbidden.class);
    }

    private static Judgement judge(History history, Guarantee... guarantees) {
        return new SessionGuarantees(EnumSet.copyOf(Arrays.asList(guarantees)), KnownObjects.NONE)
                .judge(history, Budget.standard());
    }

    /** As {@link #monotonic_writes}: without monotonic reads the copies may differ from read to read. */
    @Test
    void writes_follow_reads() {
        History history = Drawn.sessions("x.write(1)", "x.read() = 1; x.write(2)", "x.read() = 2; x.read() = 1");
        assertThat(judge(history, Guarantee.WRITES_FOLLOW_READS)).isInstanceOf(Judgement.Allowed.class);
        assertThat(judge(history, Guarantee.MONOTONIC_READS)).isInstanceOf(Judgement.Allowed.class);
        assertThat(judge(history, Guarantee.WRITES_FOLLOW_READS, Guarantee.MONOTONIC_READS))
                .isInstanceOf(Judgement.Forbidden.class);
    }

    @Test
    void the_own_write_read_back_to_front_is_no_order() {
        History selfSeen = Drawn.sessions("x.read() = 1; x.write(1)");
        assertThat(judge(selfSeen, Guarantee.WRITES_FOLLOW_READS)).isInstanceOf(Judgement.Forbidden.class);
        assertThat(judge(selfSeen, Guarantee.MONOTONIC_WRITES)).isInstanceOf(Judgement.Allowed.class);
    }
}
