package dev.plumb.protocols.commit.twophase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class TwoPhaseClusterTest {
    @TempDir
    private Path dir;

    @Test
    void four_jvms_record_six_transactions_and_leave_nothing_else() throws Exception {
        List<Path> files = TwoPhaseCluster.run(dir, Bug.NONE, 6);

        assertThat(files)
                .extracting(file -> dir.relativize(file).toString())
                .containsExactly("tm.ndjson", "r1.ndjson", "r2.ndjson", "r3.ndjson");
        assertThat(dir).isDirectoryContaining(files::contains);
        assertThat(dir).isDirectoryNotContaining(file -> !files.contains(file));
        assertThat(ProcessHandle.current().children()).isEmpty();
        for (Path file : files) {
            assertThat(header(file)).contains("\"TwoPhase\"", "\"two-phase-none\"", "[\"r1\",\"r2\",\"r3\"]");
        }
        assertThat(files.subList(1, 4))
                .allSatisfy(rm ->
                        assertThat(events(rm)).as("a vote and an outcome each").hasSize(12));
        assertThat(events(files.get(0))).filteredOn(isA("TMCommit")).hasSize(4);
        assertThat(events(files.get(0))).filteredOn(isA("TMAbort")).hasSize(2);
    }

    @Test
    void clocks_count_on_without_a_hole_and_know_of_the_votes() throws Exception {
        List<Path> files = TwoPhaseCluster.run(dir, Bug.NONE, 3);

        for (Path file : files) {
            String process = file.getFileName().toString().replace(".ndjson", "");
            List<Long> counts =
                    events(file).stream().map(event -> count(event, process)).toList();
            assertThat(counts)
                    .isEqualTo(LongStream.rangeClosed(1, counts.size()).boxed().toList());
        }
        assertThat(events(files.get(0))).filteredOn(isA("TMCommit")).allSatisfy(event -> assertThat(event)
                .contains("\"r1\":", "\"r2\":", "\"r3\":"));
    }

    @Test
    void a_hasty_coordinator_records_that_it_commits_after_two_votes() throws Exception {
        Path tm = TwoPhaseCluster.run(dir, Bug.HASTY_COMMIT, 1).get(0);

        assertThat(header(tm)).contains("\"two-phase-hasty-commit\"");
        assertThat(events(tm)).hasSize(3).last().asString().contains("\"TMCommit\"");
    }

    private static String header(Path file) throws IOException {
        return Files.readAllLines(file).get(0);
    }

    private static List<String> events(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size());
    }

    private static Predicate<String> isA(String action) {
        return event -> event.contains("\"action\":\"" + action + "\"");
    }

    private static long count(String event, String process) {
        return Pattern.compile("\"clock\":\\{.*\"" + process + "\":(\\d+)")
                .matcher(event)
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .findFirst()
                .orElseThrow();
    }
}
