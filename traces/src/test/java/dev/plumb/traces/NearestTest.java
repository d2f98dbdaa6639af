package dev.plumb.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> KNOWN = List.of("RMPrepare", "TMCommit", "TMAbort", "x");

    @Test
    void finds_the_word_with_a_typo() {
        assertThat(Nearest.to("RMPrepar", KNOWN)).contains("RMPrepare");
        assertThat(Nearest.to("TMCommmit", KNOWN)).contains("TMCommit");
        assertThat(Nearest.to("tmabort", KNOWN)).contains("TMAbort");
    }

    @Test
    void finds_nothing_where_all_are_far() {
        assertThat(Nearest.to("Receive", KNOWN)).isEmpty();
        assertThat(Nearest.to("y", KNOWN)).isEmpty();
        assertThat(Nearest.to("", KNOWN)).isEmpty();
    }

    @Test
    void takes_the_first_by_name_of_several_that_are_as_near() {
        assertThat(Nearest.to("node3", List.of("node2", "node1"))).contains("node1");
    }
}
