package dev.plumb.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.traces.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTest {
    @Property(seed = "1")
    void parsing_its_text_gives_the_stamp_again_whatever_the_processes_are_called(
            @ForAll @Size(max = 5) Map<String, @LongRange(min = 1) Long> clock) {
        Stamp stamp = Stamp.of(new TreeMap<>(clock));

        assertThat(Stamp.parse(stamp.text())).isEqualTo(stamp);
    }

    @Test
    void its_text_needs_no_quotes() {
        assertThat(Stamp.of(new TreeMap<>(Map.of("node \"1\",a:b", 3L, "tm", 12L)))
                        .text())
                .isEqualTo("node+%221%22%2Ca%3Ab:3,tm:12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1", "r1:", "r1:x", "r1:1,", "%zz:1", ","})
    void what_is_not_a_stamp_is_told(String text) throws IOException {
        String golden = Files.readString(Path.of("src/test/golden/problems.txt"));
        assertThatThrownBy(() -> Stamp.parse(text))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.text() + "\n")
                        .isEqualTo(golden.replace("r1:x", text)));
    }
}
