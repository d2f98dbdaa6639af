package dev.plumb.histories.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.histories.Budget;
import dev.plumb.histories.Contradiction;
import dev.plumb.histories.Drawn;
import dev.plumb.histories.History;
import dev.plumb.histories.Judgement;
import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.histories.order.SequentialConsistency;
import dev.plumb.histories.registers.CausalConsistency.Kind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The histories of figure 3 in Bouajjani et al. 2017; registers are 0 at first there. */
class CausalConsistencyTest {
    private static final History A = Drawn.sessions("x.write(1); x.read() = 2", "x.write(2); x.read() = 1");
    private static final History B = Drawn.sessions(
            "z.write(1); x.write(1); y.write(1)", "x.write(2); z.read() = \"none\"; y.read() = 1; x.read() = 2");
    private static final History C = Drawn.sessions("x.write(1)", "x.write(2); x.read() = 1; x.read() = 2");
    private static final History D = Drawn.sessions(
            "x.write(1); y.read() = \"none\"; y.write(1); x.read() = 1",
            "x.write(2); y.read() = \"none\"; y.write(2); x.read() = 2");
    private static final History E =
            Drawn.sessions("x.write(1); y.write(1)", "y.read() = 1; x.write(2)", "x.read() = 2; x.read() = 1");

    private static Judgement judge(Kind kind, History history) {
        return new CausalConsistency(kind, KnownObjects.NONE).judge(history, Budget.standard());
    }

    private static void has(History history, Kind... kinds) {
        for (Kind kind : Kind.values()) {
            assertThat(judge(kind, history) instanceof Judgement.Allowed)
                    .as("%s", kind)
                    .isEqualTo(Arrays.asList(kinds).contains(kind));
        }
    }

    private static Contradiction contradiction(Kind kind, History history) {
        return ((Judgement.Forbidden) judge(kind, history)).contradiction();
    }

    @Test
    void figure_3() {
        has(A, Kind.CAUSAL, Kind.CAUSAL_MEMORY);
        has(B, Kind.CAUSAL, Kind.CAUSAL_CONVERGENCE);
        has(C, Kind.CAUSAL);
        has(D, Kind.values());
        has(E);
        assertThat(new SequentialConsistency<>(KnownObjects.register()).judge(D, Budget.standard()))
                .isInstanceOf(Judgement.Forbidden.class);
    }

    @Test
    void a_contradiction_names_the_calls_and_why() {
        Contradiction conflict = contradiction(Kind.CAUSAL_CONVERGENCE, A);
        assertThat(conflict.sentence()).isEqualTo("The clients do not agree on one order of the writes.");
        assertThat(conflict.reasons())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "write(\"x\", 1) before write(\"x\", 2): pa knew of both when read(\"x\") = 2",
                        "write(\"x\", 2) before write(\"x\", 1): pb knew of both when read(\"x\") = 1");
        assertThat(contradiction(Kind.CAUSAL, E).sentence())
                .isEqualTo("read(\"x\") = 1 by pc returns what its client knew to be overwritten.");
        assertThat(contradiction(Kind.CAUSAL_MEMORY, B).sentence())
                .isEqualTo(
                        "read(\"z\") = \"none\" by pb returns the initial value, though its client knew of a write.");
    }

    @Test
    void a_value_out_of_thin_air_is_told() {
        assertThat(contradiction(Kind.CAUSAL, Drawn.sessions("x.read() = 7")).sentence())
                .isEqualTo("read(\"x\") = 7 by pa returns a value that nobody wrote.");
    }

    @Test
    void two_reads_that_see_each_others_future_are_a_circle() {
        History circle = Drawn.sessions("x.read() = 1; y.write(1)", "y.read() = 1; x.write(1)");
        assertThat(contradiction(Kind.CAUSAL, circle).sentence()).isEqualTo("Calls know of each other in a circle.");
        assertThat(contradiction(Kind.CAUSAL, circle).calls()).hasSize(4);
    }

    @Test
    void a_write_without_an_answer_counts_once_it_was_seen() {
        has(Drawn.history("a 0- x.write(1)", "b 1-2 x.read() = 1"), Kind.values());
        has(Drawn.history("a 0- x.write(1)", "b 1-2 x.read() = 1", "b 3-4 x.read() = \"none\""));
    }

    @Test
    void histories_that_it_says_nothing_of_are_refused() {
        assertThatThrownBy(() -> judge(Kind.CAUSAL, Drawn.sessions("x.write(1); x.write(1)")))
                .hasMessage("The value 1 is written for the second time, or is the initial one.");
        assertThatThrownBy(() -> judge(Kind.CAUSAL, Drawn.sessions("x.write(\"none\")")))
                .hasMessage("The value \"none\" is written for the second time, or is the initial one.");
        assertThatThrownBy(() -> judge(Kind.CAUSAL, Drawn.sessions("x.cas(1, 2) = TRUE")))
                .hasMessage("The model causal says nothing of cas.");
    }

    @Test
    void too_little_work_is_unknown() {
        List<Kind> kinds = List.of(Kind.CAUSAL_CONVERGENCE, Kind.CAUSAL_MEMORY);
        kinds.forEach(kind -> assertThat(new CausalConsistency(kind, KnownObjects.NONE).judge(D, Budget.of(2)))
                .isEqualTo(new Judgement.Unknown("the budget of 2 steps")));
    }
}
