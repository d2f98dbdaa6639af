package dev.plumb.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
import dev.plumb.traces.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final TraceHeader HEADER = new TraceHeader(
            Optional.of("TwoPhase"),
            new TreeMap<>(Map.of("RM", TlaValue.setOf("r1", "r2"))),
            Optional.of("demo-7"),
            new TreeMap<>(),
            TraceHeader.Order.CLOCKS,
            false);

    @TempDir
    private Path dir;

    private Path file;

    @BeforeEach
    void choose_a_file() {
        file = dir.resolve("r1.ndjson");
    }

    @Test
    void a_step_is_a_line_with_process_run_clock_and_what_was_seen() throws IOException {
        try (Recorder recorder = Recorder.toFile(file, HEADER, "r1")) {
            recorder.step("RMPrepare")
                    .arg("rm", "r1")
                    .before("rmState", "r1", "working")
                    .state("rmState", "r1", "prepared")
                    .run("tx-2")
                    .done();
        }

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(0)).contains("\"spec\":\"TwoPhase\"", "\"trace\":\"demo-7\"");
        assertThat(lines().get(1))
                .contains("\"process\":\"r1\"", "\"run\":\"tx-2\"", "\"action\":\"RMPrepare\"")
                .contains("\"args\":{\"rm\":\"r1\"}", "\"clock\":{\"r1\":1}")
                .contains("\"before\":{\"rmState\":{\"r1\":\"working\"}}")
                .contains("\"state\":{\"rmState\":{\"r1\":\"prepared\"}}");
    }

    @Test
    void a_line_names_the_line_of_code_that_named_the_action() throws IOException {
        try (Recorder recorder = Recorder.toFile(file, HEADER, "r1")) {
            int line = new Throwable().getStackTrace()[0].getLineNumber() + 1;
            recorder.step("RMPrepare").done();

            assertThat(lines().get(1)).contains("\"at\":\"RecorderTest.java:" + line + "\"");
        }
    }

    @Test
    void a_line_names_another_place_where_it_is_told_one() throws IOException {
        try (Recorder recorder = Recorder.toFile(file, HEADER, "r1")) {
            recorder.step("RMPrepare").at("Handler.java:7").done();
        }

        assertThat(lines().get(1)).contains("\"at\":\"Handler.java:7\"");
    }

    @Test
    void the_header_is_in_the_file_before_the_first_step() throws IOException {
        try (Recorder recorder = Recorder.toFile(file, HEADER, "r1")) {
            assertThat(lines()).hasSize(1);
            assertThat(recorder.stamp()).isEqualTo(Stamp.NONE);
        }
    }

    @Test
    void a_step_that_is_done_is_in_the_file_already() throws IOException {
        try (Recorder recorder = Recorder.toFile(file, HEADER, "r1")) {
            recorder.step("RMPrepare").done();
            assertThat(lines()).hasSize(2);

            recorder.step("RMRcvCommitMsg");
            assertThat(lines()).as("told, but not done").hasSize(2);
        }
    }

    @Test
    void what_comes_after_a_receipt_has_the_senders_clock() throws IOException {
        try (Recorder sender = Recorder.toFile(file, HEADER, "r1");
                Recorder receiver = Recorder.toFile(dir.resolve("tm.ndjson"), HEADER, "tm")) {
            sender.step("RMPrepare").done();
            String inTheMessage = sender.stamp().text();
            sender.step("Later").done();

            receiver.received(Stamp.parse(inTheMessage));
            receiver.step("TMRcvPrepared").done();

            assertThat(receiver.stamp()).hasToString("r1:1,tm:1");
        }
    }

    @Test
    void an_old_stamp_takes_nothing_back() throws IOException {
        try (Recorder recorder = Recorder.toFile(file, HEADER, "tm")) {
            recorder.received(Stamp.parse("r1:5"));
            recorder.received(Stamp.parse("r1:2,r2:1"));

            assertThat(recorder.stamp()).hasToString("r1:5,r2:1");
        }
    }

    @Test
    void threads_share_a_recorder_and_the_file_counts_without_a_hole() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Recorder recorder = Recorder.toFile(file, HEADER, "r1")) {
            Callable<Boolean> records = () -> {
                IntStream.range(0, 250)
                        .forEach(i -> recorder.step("Step").arg("i", i).done());
                return true;
            };
            for (Future<Boolean> thread : threads.invokeAll(List.of(records, records, records, records))) {
                assertThat(thread.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }

        List<String> events = lines().subList(1, lines().size());
        assertThat(events).hasSize(1000);
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i)).contains("\"clock\":{\"r1\":" + (i + 1) + "}");
        }
    }

    @Test
    void a_trace_that_cannot_be_written_stops_the_recording_and_not_the_recorded() throws IOException {
        TraceWriter closed = TraceWriter.open(file, HEADER, TraceWriter.Flush.EACH_EVENT);
        closed.close();
        Recorder recorder = new FileRecorder(closed, file.toString(), "r1");

        assertThatCode(() -> recorder.step("RMPrepare").done()).doesNotThrowAnyException();

        assertThat(recorder.stamp()).as("missed steps are counted").hasToString("r1:1");
        assertThatThrownBy(recorder::close)
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is cut short")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void a_file_that_cannot_be_opened_is_told_at_once() {
        assertThatThrownBy(() -> Recorder.toFile(dir.resolve("missing/r1.ndjson"), HEADER, "r1"))
                .isInstanceOf(IOException.class);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file);
    }
}
