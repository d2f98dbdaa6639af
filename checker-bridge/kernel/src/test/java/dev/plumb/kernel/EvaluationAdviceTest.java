package dev.plumb.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationAdviceTest {
    private static String text(String message) {
        return EvaluationAdvice.problem("PLUMB-S13", Optional.empty(), message).text();
    }

    @Test
    void where_tlc_was_is_left_out_and_what_to_do_is_told() {
        assertThat(
                        text(
                                "TLC was unable to fingerprint.\n\nFingerprint Stack Trace:\n0) line 9, col 35 to line 9, col 62"
                                        + " of module Zab\n\nReason:\nTLC attempted to evaluate an unbounded CHOOSE.\nMake sure that the"
                                        + " expression is of form CHOOSE x \\in S: P(x).\nline 36, col 14 to line 36, col 38 of module Zab"))
                .isEqualTo("""
                        PLUMB-S13 TLC attempted to evaluate an unbounded CHOOSE.
                        Make sure that the expression is of form CHOOSE x \\in S: P(x).
                          Of a value that is only to be none of others, as CHOOSE p : p \\notin Server, a .cfg makes a model value:
                          CONSTANT Nobody = Nobody, where Nobody is the name of the definition.""");
    }

    @Test
    void the_positions_that_lead_there_are_left_out() {
        assertThat(
                        text(
                                "In evaluation, the identifier x is undefined.\nThe error occurred when TLC was evaluating the nested\n"
                                        + "expressions at the following positions:\n0. Line 4, column 5 to line 4, column 8 in Lease\n"))
                .isEqualTo("PLUMB-S13 In evaluation, the identifier x is undefined.");
    }

    @Test
    void other_messages_stay_as_they_are() {
        String message = "Attempted to compare line 3, col 1 to line 3, col 9 of module M with 7";
        assertThat(text(message)).isEqualTo("PLUMB-S13 " + message);
    }
}
