package dev.plumb.refinement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.traces.Event;
import dev.plumb.traces.Observation;
import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A JVM is killed while several of its threads record. */
class CrashTest {
    private static final int BYTES_ENOUGH = 500_000;

    @TempDir
    private Path dir;

    /** The JVM: four threads count together, for ever. */
    public static final class Counting {
        public static void main(String[] args) throws IOException {
            Recorder recorder = Recorder.toFile(Path.of(args[0]), Recorded.HEADER, "p");
            int[] counter = {0};
            for (int i = 0; i < 4; i++) {
                new Thread(() -> count(recorder, counter)).start();
            }
        }

        private static void count(Recorder recorder, int[] counter) {
            while (true) {
                synchronized (counter) {
                    counter[0]++;
                    recorder.step("Count").state("n", counter[0]).done();
                }
            }
        }
    }

    /** Another one: takes a step and comes to its end without closing the recorder. */
    public static final class Forgetting {
        public static void main(String[] args) throws IOException {
            Recorder.toFile(Path.of(args[0]), Recorded.HEADER, "p")
                    .step("Count")
                    .done();
        }
    }

    @Test
    @Timeout(120)
    void what_is_left_is_the_first_so_many_steps() throws Exception {
        Path file = dir.resolve("p.ndjson");
        Process counting = start(Counting.class, file);
        try {
            while (counting.isAlive() && (!Files.exists(file) || Files.size(file) < BYTES_ENOUGH)) {
                Thread.sleep(10);
            }
        } finally {
            counting.destroyForcibly().waitFor();
        }

        List<Event> events = Recorded.events(file);
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).state()).containsEntry("n", new Observation.Whole(TlaValue.of(i + 1)));
        }
        assertThat(events).hasSizeGreaterThan(1000);

        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(500);
        Files.write(file, lines);
        assertThatThrownBy(() -> Recorded.events(file))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("process p has lost event 500");
    }

    @Test
    @Timeout(120)
    void a_jvm_that_ends_in_good_order_flushes() throws Exception {
        Path file = dir.resolve("p.ndjson");

        assertThat(start(Forgetting.class, file).waitFor()).isZero();
        assertThat(Recorded.events(file)).hasSize(1);
    }

    private static Process start(Class<?> main, Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        file.toString())
                .inheritIO()
                .start();
    }
}
