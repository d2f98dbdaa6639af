package dev.plumb.refinement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StepFileTest {
    private final AtomicReference<Clock> clock = new AtomicReference<>(Clock.ZERO);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Buffer one = buffer();
    private final Buffer other = buffer();

    @Test
    void the_buffers_of_several_threads_become_one_sequence() throws IOException {
        StepFile file = new StepFile(out, "f", List.of(one, other));
        one.add(SpecStep.of("A"));
        other.add(SpecStep.of("B"));
        other.add(SpecStep.of("C"));
        one.add(SpecStep.of("D"));
        file.flush();

        assertThat(written()).containsExactly(line("A", 1), line("B", 2), line("C", 3), line("D", 4));
    }

    @Test
    void what_comes_after_a_missing_number_waits_until_it_is_there() throws IOException {
        List<Buffer> known = new ArrayList<>(List.of(one));
        StepFile file = new StepFile(out, "f", known);
        one.add(SpecStep.of("A"));
        other.add(SpecStep.of("B"));
        one.add(SpecStep.of("C"));
        file.flush();
        assertThat(written()).containsExactly(line("A", 1));

        known.add(other);
        file.flush();
        assertThat(written()).containsExactly(line("A", 1), line("B", 2), line("C", 3));
    }

    @Test
    void what_is_in_the_file_already_is_not_flushed_again() throws IOException {
        StepFile file = new StepFile(out, "f", List.of(one));
        long first = one.add(SpecStep.of("A"));
        file.flush(first);
        long second = one.add(SpecStep.of("B"));
        file.flush(first);
        assertThat(written()).hasSize(1);

        file.flush(second);
        assertThat(written()).hasSize(2);
    }

    /** Else a flush could begin after the number was given and end before the line is there. */
    @Test
    @Timeout(60)
    void a_number_is_given_only_while_nobody_can_take_from_the_buffer() throws InterruptedException {
        Thread records = new Thread(() -> add(one));
        synchronized (one) {
            records.start();
            while (records.getState() != Thread.State.BLOCKED) {
                Thread.sleep(1);
            }
            assertThat(clock.get()).isEqualTo(Clock.ZERO);
        }
        records.join();
        assertThat(clock.get().own()).isEqualTo(1);
    }

    private static void add(Buffer buffer) {
        try {
            buffer.add(SpecStep.of("A"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Buffer buffer() {
        return new Buffer(clock, new LineMaker("p", RecorderOptions.DEFAULT, new HashSet<>()));
    }

    private static String line(String action, int number) {
        return "{\"process\":\"p\",\"action\":\"" + action + "\",\"clock\":{\"p\":" + number + "}}";
    }

    private List<String> written() {
        return out.toString(UTF_8).lines().toList();
    }
}
