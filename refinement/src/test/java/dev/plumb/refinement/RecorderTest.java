package dev.plumb.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.traces.Observation;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.TraceHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final TraceHeader HEADER = TraceHeader.of("TwoPhase")
            .withConstants(new TreeMap<>(Map.of("RM", TlaValue.setOf("r1", "r2"))))
            .named("demo-7");

    private static final RecorderOptions AT_ONCE = RecorderOptions.DEFAULT.flushEachStep();

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
    void with_each_step_flushed_a_step_that_is_done_is_in_the_file_already() throws IOException {
        try (Recorder recorder = Recorder.toFile(file, HEADER, "r1", AT_ONCE)) {
            recorder.step("RMPrepare").done();
            assertThat(lines()).hasSize(2);

            recorder.step("RMRcvCommitMsg");
            assertThat(lines()).as("told, but not done").hasSize(2);
        }
    }

    @Test
    void without_it_steps_are_in_the_file_when_they_are_flushed_and_before_anybody_else_can_know_of_them()
            throws IOException {
        FileRecorder recorder = unflushed();
        recorder.step("First").done();
        assertThat(lines()).isEmpty();

        recorder.flush();
        assertThat(lines()).hasSize(1);

        recorder.step("Second").done();
        recorder.step("Third").done();
        assertThat(lines()).hasSize(1);
        assertThat(recorder.stamp()).hasToString("r1:3");
        assertThat(lines()).hasSize(3);
    }

    @Test
    void without_it_many_steps_are_handed_over_by_the_thread_that_has_gathered_them() throws IOException {
        FileRecorder recorder = unflushed();
        int enough = 64 * 1024 / "{\"process\":\"r1\",\"action\":\"Step\",\"clock\":{\"r1\":1}}\n".length();
        IntStream.range(0, enough).forEach(i -> recorder.step("Step").done());

        assertThat(lines()).hasSizeBetween(1, enough);
    }

    @Test
    @Timeout(60)
    void without_it_a_thread_hands_steps_over_as_time_goes_by() throws Exception {
        try (Recorder recorder = Recorder.toFile(file, HEADER, "r1")) {
            recorder.step("RMPrepare").done();
            while (lines().size() < 2) {
                Thread.sleep(10);
            }
        }
    }

    @Test
    void an_interrupted_thread_records_as_any_other() throws IOException {
        try (Recorder recorder = Recorder.toFile(file, HEADER, "r1", AT_ONCE)) {
            Thread.currentThread().interrupt();
            recorder.step("RMPrepare").done();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(lines()).hasSize(2);
    }

    @Test
    void a_step_is_done_once() throws IOException {
        try (Recorder recorder = Recorder.toFile(file, HEADER, "r1")) {
            RecordedStep step = recorder.step("RMPrepare");
            step.done();

            assertThatThrownBy(step::done).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> step.arg("rm", "r1"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("RMPrepare is done: what is told of it now would be lost");
        }

        assertThat(lines()).hasSize(2);
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
    void a_stamp_that_counts_steps_of_the_process_itself_makes_no_hole() throws IOException {
        try (Recorder restarted = Recorder.toFile(file, HEADER, "r1")) {
            restarted.received(Stamp.parse("r1:7,tm:2"));
            restarted.step("RMPrepare").done();
        }

        assertThat(lines().get(1)).contains("\"clock\":{\"r1\":1,\"tm\":2}");
    }

    @Test
    void a_trace_that_cannot_be_written_stops_the_recording_and_not_the_recorded() throws IOException {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Recorder recorder = new FileRecorder(full, file.toString(), "r1", AT_ONCE);

        assertThatCode(() -> recorder.step("RMPrepare").done()).doesNotThrowAnyException();
        assertThatCode(() -> recorder.step("RMPrepare").done()).doesNotThrowAnyException();

        assertThat(recorder.stamp()).as("missed steps are counted").hasToString("r1:2");
        assertThatThrownBy(recorder::close)
                .isInstanceOf(IOException.class)
                .hasMessage(file + " is cut short")
                .hasRootCauseMessage("No space left on device");
    }

    @Test
    void nothing_follows_a_step_that_cannot_be_written() throws IOException {
        Recorder recorder = Recorder.toFile(file, HEADER, "r1");
        recorder.step("Good").done();
        recorder.step("Bad").state("x", new Observation.Updates(List.of())).done();
        recorder.step("Good").done();

        assertThatThrownBy(recorder::close).hasMessage(file + " is cut short");
        assertThat(lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(recorder.stamp()).hasToString("r1:3");
    }

    @Test
    void a_step_after_the_end_is_missed() throws IOException {
        Recorder recorder = Recorder.toFile(file, HEADER, "r1");
        recorder.close();
        recorder.step("RMPrepare").done();

        assertThat(lines()).hasSize(1);
        assertThat(recorder.stamp()).hasToString("r1:1");
        assertThatThrownBy(recorder::close).hasRootCauseMessage("a step was done after close()");
    }

    @Test
    void a_file_that_cannot_be_opened_is_told_at_once() {
        assertThatThrownBy(() -> Recorder.toFile(dir.resolve("missing/r1.ndjson"), HEADER, "r1"))
                .isInstanceOf(IOException.class);
    }

    /** A recorder that flushes only when it must, and writes no header. */
    private FileRecorder unflushed() throws IOException {
        return new FileRecorder(Files.newOutputStream(file), file.toString(), "r1", RecorderOptions.DEFAULT);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file);
    }
}
