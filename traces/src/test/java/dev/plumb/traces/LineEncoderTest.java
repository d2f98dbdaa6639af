package dev.plumb.traces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation.Updates;
import dev.plumb.traces.Observation.Whole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineEncoderTest {
    private static final TraceHeader HEADER = TraceHeader.of("Count")
            .withConstants(new TreeMap<>(Map.of("N", TlaValue.of(3))))
            .named("demo");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final LineEncoder encoder = new LineEncoder(out);

    @Test
    void its_lines_are_those_that_a_trace_writer_writes(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("t.ndjson");
        encoder.header(HEADER);
        encoder.event(event(new Whole(TlaText.parse("[a |-> {1, 2}]"))));
        encoder.event(event(new Whole(TlaValue.of("\uD800 \u00e4"))));
        try (TraceWriter writer = TraceWriter.open(file, HEADER)) {
            writer.write(event(new Whole(TlaText.parse("[a |-> {1, 2}]"))));
            writer.write(event(new Whole(TlaValue.of("\uD800 \u00e4"))));
        }

        assertThat(out.toString(UTF_8)).isEqualTo(Files.readString(file));
    }

    @Test
    void a_line_is_there_when_the_call_returns() throws IOException {
        encoder.event(event(new Whole(TlaValue.of(1))));

        assertThat(out.toString(UTF_8)).isEqualTo("{\"process\":\"p\",\"state\":{\"x\":1}}\n");
    }

    @Test
    void updates_are_of_another_format() {
        assertThatThrownBy(() -> encoder.event(event(new Updates(List.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not of this format");
    }

    private static Event event(Observation seen) {
        return new Event(
                new Source("", 0),
                Optional.of("p"),
                Optional.empty(),
                Optional.empty(),
                Arguments.NONE,
                new TreeMap<>(),
                new TreeMap<>(Map.of("x", seen)),
                new TreeMap<>(),
                Optional.empty());
    }
}
