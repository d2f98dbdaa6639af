package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.tlc.Coverage;
import dev.plumb.core.tlc.Statistics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of actions alone, against TLC's own. */
class CoverageTest {
    private static final String COUNT_OF_AN_EXPRESSION = "STARTMSG 2221";

    @TempDir
    Path folder;

    private Fixture specs;

    @BeforeEach
    void write_actions_of_all_kinds() {
        specs = new Fixture(folder)
                .module(
                        "Kinds",
                        "EXTENDS Naturals",
                        "CONSTANT P",
                        "VARIABLES x, seen",
                        "Init == x \\in 0..2 /\\ seen = {}",
                        "See(p) == p \\notin seen /\\ seen' = seen \\cup {p} /\\ UNCHANGED x",
                        "Move == \\/ x > 0 /\\ x' = x - 1 /\\ UNCHANGED seen",
                        "        \\/ x < 4 /\\ x' = x + 1 /\\ UNCHANGED seen",
                        "Forget == \\E p \\in seen : seen' = seen \\ {p} /\\ UNCHANGED x",
                        "Never == x > 9 /\\ x' = 0 /\\ UNCHANGED seen",
                        "Next == (\\E p \\in P : See(p)) \\/ Move \\/ Forget \\/ Never",
                        "Spec == Init /\\ [][Next]_<<x, seen>>",
                        "Sane == \\A p \\in seen : p \\in P",
                        "Bounded == x < 5",
                        "View == x")
                .config(
                        "Kinds",
                        "CONSTANT P = {a, b, c}",
                        "SPECIFICATION Spec",
                        "INVARIANT Sane",
                        "CONSTRAINT Bounded");
    }

    private Statistics count(Coverage coverage, int workers) {
        return specs.check("Kinds", CheckOptions.DEFAULT.withWorkers(workers).withCoverage(coverage))
                .statistics()
                .orElseThrow();
    }

    private String rawOutput() throws IOException {
        return Files.readString(folder.resolve("out/tlc.out"));
    }

    @Test
    void actions_alone_are_counted_as_TLC_counts_them() throws IOException {
        Statistics all = count(Coverage.EXPRESSIONS, 1);
        assertThat(rawOutput()).contains(COUNT_OF_AN_EXPRESSION);
        assertThat(all.taken())
                .containsOnlyKeys("See", "Move", "Forget", "Never")
                .containsEntry("Never", 0L);
        Statistics actions = count(Coverage.ACTIONS, 1);
        assertThat(actions).isEqualTo(all);
        assertThat(actions.neverTaken()).containsExactly("Never");
        assertThat(count(Coverage.ACTIONS, 2).taken()).isEqualTo(all.taken());
    }

    @Test
    void expressions_are_not_counted_along() throws IOException {
        count(Coverage.ACTIONS, 1);
        String next = rawOutput().substring(rawOutput().indexOf("STARTMSG 2772"));
        assertThat(next).doesNotContain(COUNT_OF_AN_EXPRESSION);
        assertThat(count(Coverage.OFF, 1).taken()).isEmpty();
    }
}
