package dev.plumb.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimesTest {
    @TempDir
    Path folder;

    private static Times of(double... seconds) {
        Times times = new Times();
        for (double time : seconds) {
            times.add(time);
        }
        return times;
    }

    @Test
    void the_median_is_in_the_middle_whatever_the_order() {
        assertThat(of(9, 1, 2).median()).isEqualTo(2);
        assertThat(of(9, 1, 2, 3).median()).isEqualTo(2.5);
        assertThat(of(31.4, 30.874, 33.02)).hasToString("31.40 s (30.87 to 33.02)");
    }

    @Test
    void contenders_take_turns_and_are_compared_with_the_first() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Contender quick = new Contender("quick", List.of(List.of("sh", "-c", "printf q >> turns")));
        Contender slow = new Contender("slow", List.of(List.of("sh", "-c", "printf s >> turns; sleep 0.2")));
        new SideBySide("Sleep", List.of(quick, slow), folder, new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(3);
        assertThat(folder.resolve("turns")).hasContent("qsqsqs");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Sleep, 3 rounds")
                .contains("ratio 1.000", "  slow ");
    }

    @Test
    void a_command_that_ends_otherwise_is_no_measurement() throws Exception {
        Contender fails = new Contender("fails", List.of(List.of("sh", "-c", "echo no; exit 3")));
        assertThatThrownBy(() -> fails.run(folder)).hasMessageContaining("ended with 3");
        assertThat(folder.resolve("last-output.txt")).hasContent("no");
        assertThat(new Contender("ends so", fails.commands(), 3).run(folder)).isPositive();
    }
}
