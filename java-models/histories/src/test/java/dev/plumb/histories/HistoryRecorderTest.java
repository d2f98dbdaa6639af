package dev.plumb.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.histories.objects.KnownObjects;
import dev.plumb.histories.order.Linearizability;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryRecorderTest {
    @TempDir
    Path folder;

    private History recorded(AtomicInteger register, boolean isForgetful) throws Exception {
        Path file = folder.resolve("h.ndjson");
        try (HistoryRecorder recorder = HistoryRecorder.open(file, "threads", "register")) {
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                int number = t;
                threads.add(new Thread(() -> run(recorder.client("c" + number), number, register, isForgetful)));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        return HistoryReader.read(file);
    }

    private static void run(HistoryRecorder.Client client, int number, AtomicInteger register, boolean isForgetful) {
        for (int i = 0; i < 200; i++) {
            int value = 1 + i * 4 + number;
            HistoryRecorder.Begun write = client.call("write", TlaValue.of(value));
            if (!isForgetful || i % 2 == 0) {
                register.set(value);
            }
            write.returned();
            HistoryRecorder.Begun read = client.call("read");
            read.returned(TlaValue.of(register.get()));
        }
    }

    @Test
    void what_threads_do_to_an_atomic_register_is_linearizable() throws Exception {
        History history = recorded(new AtomicInteger(), false);
        assertThat(history.calls()).hasSize(1600);
        assertThat(new Linearizability<>(KnownObjects.register()).judge(history, Budget.standard()))
                .isInstanceOf(Judgement.Allowed.class);
    }

    @Test
    void a_register_that_loses_writes_is_not() throws Exception {
        History history = recorded(new AtomicInteger(), true);
        assertThat(new Linearizability<>(KnownObjects.register()).judge(history, Budget.standard()))
                .isInstanceOf(Judgement.Forbidden.class);
    }

    @Test
    void a_call_is_on_disk_before_it_is_made() throws IOException {
        Path file = folder.resolve("h.ndjson");
        HistoryRecorder recorder = HistoryRecorder.open(file, "crash", "register");
        recorder.client("c1").callOn(TlaValue.of("x"), "write", TlaValue.of(1));
        assertThat(HistoryReader.read(file).calls()).singleElement().matches(Call::isUnanswered);
        recorder.client("c2").call("read").failed();
        assertThat(HistoryReader.read(file).calls().get(1).hasFailed()).isTrue();
        recorder.close();
    }

    @Test
    void a_recorder_that_is_off_writes_nothing() throws IOException {
        HistoryRecorder.NONE.client("c1").call("read").returned(TlaValue.of(1));
        HistoryRecorder.NONE.close();
        assertThat(Files.list(folder)).isEmpty();
    }
}
