package dev.plumb.simulation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.traces.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClusterProblemsTest {
    @Test
    void every_message_is_pinned() {
        String actual = Stream.of(
                        ClusterProblems.tookTooLong(
                                Duration.ofSeconds(30), new TreeSet<>(Set.of("r1", "tm")), Path.of("target/run")),
                        ClusterProblems.nodeFailed("r1", 1, "Error: Could not find or load main class"))
                .map(Problem::text)
                .collect(joining("\n\n", "", "\n"));
        assertThat(Path.of("src/test/golden/cluster-problems.txt")).hasContent(actual);
    }
}
