package dev.plumb.protocols.commit.twophase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.traces.Event;
import dev.plumb.traces.ReadOptions;
import dev.plumb.traces.Trace;
import dev.plumb.traces.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
    void what_they_recorded_reads_as_one_trace_with_a_run_for_each_transaction() throws Exception {
        List<Trace> traces = TraceReader.read(TwoPhaseCluster.run(dir, Bug.NONE, 2), ReadOptions.DEFAULT);

        assertThat(traces).singleElement().satisfies(trace -> {
            assertThat(trace.warnings()).as("no clock has a hole").isEmpty();
            assertThat(trace.runs()).extracting(Trace.Run::name).containsExactly("tx-1", "tx-2");
            assertThat(trace.runs()).allSatisfy(TwoPhaseClusterTest::commitsAfterEveryVote);
        });
    }

    private static void commitsAfterEveryVote(Trace.Run run) {
        assertThat(run.parts()).extracting(Trace.Part::process).containsExactly("r1", "r2", "r3", "tm");
        Trace.Part tm = run.parts().get(3);
        assertThat(tm.events()).last().extracting(Event::action).isEqualTo(Optional.of("TMCommit"));
        assertThat(tm.needs()).last().isEqualTo(new int[] {1, 1, 1, 3});
        assertThat(run.parts().subList(0, 3))
                .allSatisfy(rm -> assertThat(rm.needs()).last().isEqualTo(new int[] {1, 1, 1, 4}));
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
}
