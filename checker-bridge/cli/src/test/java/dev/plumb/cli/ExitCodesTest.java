package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodesTest {
    @Test
    void the_worst_of_several_results_decides() {
        List<Integer> worstFirst = List.of(1, 3, 150, 75, 12, 5, 4, 20, 0);
        for (int i = 0; i < worstFirst.size(); i++) {
            List<Integer> rest = worstFirst.subList(i, worstFirst.size());
            assertThat(ExitCodes.worst(rest)).isEqualTo(worstFirst.get(i));
        }
    }

    @Test
    void an_unknown_code_is_never_green() {
        assertThat(ExitCodes.worst(List.of(0, 99))).isEqualTo(99);
    }

    @Test
    void of_equally_bad_ones_the_first_decides() {
        assertThat(ExitCodes.worst(List.of(0, 13, 12))).isEqualTo(13);
    }
}
