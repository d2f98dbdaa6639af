package dev.plumb.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFormatTest {
    private static UnreadTrace read(String text) {
        InputStream in = new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return TraceReader.from("the pipe", in, ReadOptions.DEFAULT);
    }

    @Test
    void a_format_of_the_users_is_found_and_read_as_a_stream() throws IOException {
        UnreadTrace trace = read("%spec Tank\ntap\tFill\n");
        assertThat(trace.isStream()).isTrue();
        try (TraceStream stream = trace.stream()) {
            assertThat(stream.header().spec()).contains("Tank");
            assertThat(stream.next().map(Event::source)).contains(new Source("the pipe", 2));
            assertThat(stream.next()).isEmpty();
        }
    }

    @Test
    void it_may_be_zipped_as_any_other(@TempDir Path folder) {
        Trace trace = new TraceFiles(folder)
                .zipped("a.ndjson", "%spec Tank", "tap\tFill")
                .trace();
        assertThat(TraceFiles.events(trace).map(Event::action)).containsExactly(Optional.of("Fill"));
    }

    @Test
    void a_format_that_nobody_knows_is_rejected() {
        assertThatThrownBy(() -> read("{'x':1}\n"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("PLUMB-T05"))
                .hasMessage("The first line is neither a header nor an event of a known format.");
    }

    @Test
    void a_stream_of_which_nothing_tells_that_it_is_in_order_is_read_as_a_whole_only() {
        UnreadTrace trace = read("{'plumb':1}\n{}\n");
        assertThat(trace.isStream()).isFalse();
        assertThatThrownBy(trace::stream).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo("PLUMB-T66"));
        assertThat(trace.read().events()).isEqualTo(1);
    }

    /** Bytes that come one by one, as slowly as they can: one must never wait for more than tells what was asked. */
    @Test
    void an_event_is_there_once_its_line_has_ended() throws IOException {
        byte[] bytes = "{\"plumb\":1,\"order\":\"file\"}\n{\"action\":\"Go\"}\n".getBytes(StandardCharsets.UTF_8);
        InputStream in = new InputStream() {
            private int next;

            @Override
            public int read() {
                if (next == bytes.length) {
                    throw new AssertionError("nobody asked for more yet");
                }
                return bytes[next++];
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                into[offset] = (byte) read();
                return 1;
            }
        };
        try (TraceStream stream = TraceReader.from("the pipe", in, ReadOptions.DEFAULT).stream()) {
            assertThat(stream.next().flatMap(Event::action)).contains("Go");
        }
    }
}
