package dev.plumb.refinement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaValue;
import dev.plumb.traces.Trace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several threads of a process record. */
@Timeout(120)
class ThreadsTest {
    private static final int THREADS = 12;
    private static final int STEPS = 500;

    @TempDir
    private Path dir;

    @ParameterizedTest
    @EnumSource
    void the_file_has_their_steps_in_the_order_in_which_a_lock_let_them_happen(RecorderOptions.Flush flush)
            throws Exception {
        Path file = dir.resolve("p.ndjson");
        RecorderOptions options =
                new RecorderOptions(flush, RecorderOptions.DEFAULT.secrets(), RecorderOptions.DEFAULT.lineBytesMax());
        int[] counter = {0};
        try (Recorder recorder = Recorder.toFile(file, Recorded.HEADER, "p", options)) {
            inThreads(THREADS, thread -> {
                for (int i = 0; i < STEPS; i++) {
                    synchronized (counter) {
                        counter[0]++;
                        recorder.step("Count").state("n", counter[0]).done();
                    }
                }
            });
        }

        List<Event> events = Recorded.events(file);
        assertThat(events).hasSize(THREADS * STEPS);
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).clock()).containsEntry("p", i + 1L).hasSize(1);
            assertThat(events.get(i).state()).containsEntry("n", new Observation.Whole(TlaValue.of(i + 1)));
        }
    }

    /** The reader refuses clocks that go backwards or contradict each other, and numbers that are missing. */
    @Test
    void stamps_go_to_and_fro_between_threads_and_the_clocks_stay_in_order() throws Exception {
        Path pFile = dir.resolve("p.ndjson");
        Path qFile = dir.resolve("q.ndjson");
        BlockingQueue<String> toP = new LinkedBlockingQueue<>();
        BlockingQueue<String> toQ = new LinkedBlockingQueue<>();
        try (Recorder p = Recorder.toFile(pFile, Recorded.HEADER, "p");
                Recorder q = Recorder.toFile(qFile, Recorded.HEADER, "q")) {
            inThreads(8, thread -> {
                boolean isP = thread % 2 == 0;
                for (int i = 0; i < STEPS; i++) {
                    exchange(isP ? p : q, isP ? toP : toQ, isP ? toQ : toP);
                }
            });
        }

        Trace trace = Recorded.trace(pFile, qFile);
        assertThat(trace.events()).isEqualTo(8 * STEPS);
        assertThat(trace.warnings()).isEmpty();
    }

    private static void exchange(Recorder recorder, BlockingQueue<String> inbox, BlockingQueue<String> outbox) {
        String stamp = inbox.poll();
        if (stamp != null) {
            recorder.received(Stamp.parse(stamp));
        }
        recorder.step("Act").done();
        outbox.add(recorder.stamp().text());
    }

    @Test
    void what_a_killed_process_has_not_flushed_is_nothing_that_others_know_of() throws IOException {
        Path pFile = dir.resolve("p.ndjson");
        Path qFile = dir.resolve("q.ndjson");
        try (Recorder q = Recorder.toFile(qFile, Recorded.HEADER, "q")) {
            FileRecorder killed =
                    new FileRecorder(Files.newOutputStream(pFile), pFile.toString(), "p", RecorderOptions.DEFAULT);
            killed.step("First").done();
            killed.step("Send").done();
            q.received(killed.stamp());
            killed.step("Lost").done();
            q.step("Receive").done();
        }
        addHeader(pFile);
        assertThat(Recorded.trace(pFile, qFile).events()).isEqualTo(3);

        List<String> lines = Files.readAllLines(pFile);
        Files.write(pFile, lines.subList(0, lines.size() - 1));
        assertThatThrownBy(() -> Recorded.trace(pFile, qFile))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("knows of event 2 of process p, which has lost event 2");
    }

    @Test
    void whatever_other_threads_do_all_steps_that_a_stamp_counts_are_in_the_file() throws Exception {
        AtomicLong lines = new AtomicLong();
        OutputStream file = new OutputStream() {
            @Override
            public void write(int b) {
                lines.addAndGet(b == '\n' ? 1 : 0);
            }
        };
        try (FileRecorder recorder = new FileRecorder(file, "counted", "p", RecorderOptions.DEFAULT)) {
            inThreads(8, thread -> {
                for (int i = 0; i < STEPS; i++) {
                    recorder.step("Act").done();
                    long counted = recorder.stamp().clock().get("p");
                    assertThat(lines.get()).isGreaterThanOrEqualTo(counted);
                }
            });
        }
        assertThat(lines.get()).isEqualTo(8 * STEPS);
    }

    @Test
    void a_thread_records_while_another_one_waits_for_the_disk() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch diskIsSlow = new CountDownLatch(1);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStream disk = new OutputStream() {
            @Override
            public void write(int b) {
                written.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                waits.countDown();
                await(diskIsSlow);
                written.write(bytes, from, count);
            }
        };
        FileRecorder recorder = new FileRecorder(disk, "slow", "p", RecorderOptions.DEFAULT);
        recorder.step("First").done();
        Thread flushes = new Thread(recorder::flush);
        flushes.start();
        waits.await();

        recorder.step("Second").done();
        assertThat(written.size()).isZero();

        diskIsSlow.countDown();
        flushes.join();
        recorder.close();
        assertThat(written.toString(UTF_8).lines()).hasSize(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addHeader(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.add(0, "{\"plumb\":1,\"spec\":\"Count\",\"trace\":\"t\"}");
        Files.write(file, lines);
    }

    private interface Work {
        void by(int thread) throws Exception;
    }

    private static void inThreads(int count, Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<Boolean>> tasks = IntStream.range(0, count)
                    .<Callable<Boolean>>mapToObj(thread -> () -> {
                        work.by(thread);
                        return true;
                    })
                    .toList();
            for (Future<Boolean> task : threads.invokeAll(tasks)) {
                assertThat(task.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
