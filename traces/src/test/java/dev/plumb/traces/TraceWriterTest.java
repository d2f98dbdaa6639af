package dev.plumb.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation.Part;
import dev.plumb.traces.Observation.Updates;
import dev.plumb.traces.Observation.Whole;
import dev.plumb.traces.TraceWriter.Flush;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceWriterTest {
    private static final TraceHeader HEADER = TraceHeader.of("TwoPhase")
            .withConstants(new TreeMap<>(Map.of("RM", TlaValue.setOf("r1", "r2"))))
            .named("demo")
            .withInit(new TreeMap<>(Map.of("x", new Whole(TlaText.parse("[a |-> 1]")))))
            .withOrder(TraceHeader.Order.FILE)
            .withSparseClocks();

    @TempDir
    Path folder;

    private static Event event(Arguments arguments, Observation seen) {
        return new Event(
                new Source("", 0),
                Optional.of("tm"),
                Optional.of("tx-1"),
                Optional.of("Rcv"),
                arguments,
                new TreeMap<>(Map.of("x", new Whole(TlaValue.of(1)))),
                new TreeMap<>(Map.of("x", seen)),
                new TreeMap<>(Map.of("tm", 1L, "r1", 5L)),
                Optional.of("Tm.java:4"));
    }

    private static Event read(Path file) {
        Trace trace = TraceReader.read(List.of(file), ReadOptions.DEFAULT).get(0);
        return TraceFiles.events(trace).findFirst().orElseThrow();
    }

    @Property(tries = 300, seed = "42")
    void what_is_written_is_read(@ForAll("values") TlaValue value, @ForAll("observations") Observation seen)
            throws IOException {
        Path file = Files.createTempFile("trace", ".ndjson");
        try {
            Event written = event(new Arguments.Named(Map.of("v", value)), seen);
            try (TraceWriter writer = TraceWriter.open(file, HEADER)) {
                writer.write(written);
            }
            Event read = read(file);
            assertThat(read.arguments()).isEqualTo(written.arguments());
            assertThat(read.state()).isEqualTo(written.state());
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<TlaValue> values() {
        return Values.writable();
    }

    @Provide
    Arbitrary<Observation> observations() {
        return Values.observations();
    }

    @Test
    void a_trace_is_written_as_lines() throws IOException {
        Path file = folder.resolve("a.ndjson");
        try (TraceWriter writer = TraceWriter.open(file, HEADER)) {
            writer.write(event(
                    new Arguments.Positional(List.of(TlaValue.model("r1"), TlaText.parse("[type |-> \"a\"]"))),
                    new Part(new TreeMap<>(Map.of("#1", new Whole(TlaText.parse("{[a |-> 1]}")))))));
        }
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"plumb\":1,\"spec\":\"TwoPhase\",\"constants\":{\"RM\":{\"#set\":[\"r1\",\"r2\"]}},"
                                + "\"trace\":\"demo\",\"init\":{\"x\":{\"#map\":[[\"a\",1]]}},\"order\":\"file\",\"clock\":\"sparse\"}",
                        "{\"process\":\"tm\",\"run\":\"tx-1\",\"action\":\"Rcv\",\"args\":[\"r1\",{\"type\":\"a\"}],"
                                + "\"before\":{\"x\":1},\"state\":{\"x\":{\"\\\"#1\\\"\":{\"#set\":[{\"a\":1}]}}},"
                                + "\"clock\":{\"r1\":5,\"tm\":1},\"at\":\"Tm.java:4\"}");
    }

    @Test
    void what_says_nothing_is_not_written() throws IOException {
        Path file = folder.resolve("a.ndjson");
        try (TraceWriter writer = TraceWriter.open(file, TraceHeader.NONE)) {
            writer.write(new Event(
                    new Source("", 0),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Arguments.NONE,
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    Optional.empty()));
        }
        assertThat(Files.readAllLines(file)).containsExactly("{\"plumb\":1}", "{}");
    }

    @Test
    void lines_are_there_once_they_are_flushed() throws IOException {
        Path file = folder.resolve("a.ndjson");
        Event event = event(Arguments.NONE, new Whole(TlaValue.of(1)));
        try (TraceWriter writer = TraceWriter.open(file, HEADER)) {
            writer.write(event);
            assertThat(Files.size(file)).isZero();
            writer.flush();
            assertThat(Files.readAllLines(file)).hasSize(2);
        }
        try (TraceWriter writer = TraceWriter.open(file, HEADER, Flush.EACH_EVENT)) {
            writer.write(event);
            assertThat(Files.readAllLines(file)).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"INTERVALS, 3, 7", "LAMPORT, 7, 7"})
    void times_and_names_that_are_ignored_are_written_as_they_are_read(TraceHeader.Order order, long start, long end)
            throws IOException {
        Path file = folder.resolve("a.ndjson");
        TraceHeader header = TraceHeader.NONE.withOrder(order).ignoring(new TreeSet<>(List.of("Beat")));
        Event timed = timed(new Event.Time(start, end));
        try (TraceWriter writer = TraceWriter.open(file, header)) {
            writer.write(timed);
            assertThatThrownBy(() -> writer.write(event(Arguments.NONE, new Whole(TlaValue.of(1)))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the header says that times order the events");
        }
        Trace trace = TraceReader.read(List.of(file), ReadOptions.DEFAULT).get(0);
        assertThat(trace.header()).isEqualTo(header);
        assertThat(TraceFiles.events(trace).map(Event::time)).containsExactly(timed.time());
    }

    private static Event timed(Event.Time time) {
        return new Event(
                new Source("", 0),
                Optional.of("tm"),
                Optional.empty(),
                Optional.of("Rcv"),
                Arguments.NONE,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                Optional.empty(),
                Optional.of(time));
    }

    @Test
    void an_event_that_cannot_be_written_leaves_no_half_line() throws IOException {
        Path file = folder.resolve("a.ndjson");
        try (TraceWriter writer = TraceWriter.open(file, HEADER)) {
            assertThatThrownBy(() -> writer.write(event(Arguments.NONE, new Updates(List.of()))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not of this format");
        }
        assertThat(Files.readAllLines(file)).hasSize(1);
    }
}
