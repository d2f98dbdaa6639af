package dev.plumb.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceStreamTest {
    private static final String HEADER = "{'plumb':1,'order':'file','constants':{'N':3}}";
    private static final String A1 = "{'process':'a','action':'Go','clock':{'a':1}}";
    private static final String A2 = "{'process':'a','run':'tx-1','clock':{'a':2}}";

    @TempDir
    Path folder;

    private UnreadTrace file(String... lines) throws IOException {
        Path file = Files.writeString(
                folder.resolve("run.ndjson"), String.join("\n", lines).replace('\'', '"'));
        return TraceReader.find(List.of(file), ReadOptions.DEFAULT).get(0);
    }

    private static List<Event> events(TraceStream stream) {
        List<Event> events = new ArrayList<>();
        for (Optional<Event> event = stream.next(); event.isPresent(); event = stream.next()) {
            events.add(event.get());
        }
        return events;
    }

    @Test
    void has_the_events_that_the_whole_trace_has() throws IOException {
        UnreadTrace trace = file(HEADER, A1, A2, "");
        assertThat(trace.isStream()).isTrue();
        try (TraceStream stream = trace.stream()) {
            List<Event> whole = trace.read().runs().stream()
                    .flatMap(run -> run.parts().stream())
                    .flatMap(part -> part.events().stream())
                    .toList();
            assertThat(events(stream)).isEqualTo(whole).hasSize(2);
            assertThat(stream.header()).isEqualTo(trace.read().header());
            assertThat(stream.name()).isEqualTo(trace.read().name()).isEqualTo(trace.name());
        }
    }

    @ParameterizedTest
    @CsvSource({"'{''plumb'':1}'", "'{''plumb'':1,''order'':''fil''}'", "'{''action'':''Go''}'"})
    void is_none_where_the_order_is_not_that_of_the_file(String header) throws IOException {
        assertThat(file(header, A1, "").isStream()).isFalse();
    }

    @Test
    void ends_before_a_torn_line_with_a_warning() throws IOException {
        try (TraceStream stream = file(HEADER, A1, A2.substring(0, 20)).stream()) {
            assertThat(events(stream)).hasSize(1);
            assertThat(stream.warnings()).singleElement().asString().contains("run.ndjson:3");
        }
    }

    @Test
    void misses_an_event_that_was_lost() throws IOException {
        try (TraceStream stream = file(HEADER, A1, A2.replace('2', '3'), "").stream()) {
            assertThat(stream.next()).isPresent();
            assertThatThrownBy(stream::next)
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("process a has lost event 2");
        }
    }

    @Test
    void without_events_is_a_problem_of_its_own() throws IOException {
        try (TraceStream stream = file(HEADER, "").stream()) {
            assertThatThrownBy(stream::next).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                    .isEqualTo("PLUMB-T01"));
        }
    }

    @Test
    void one_file_that_cannot_be_read_does_not_hide_the_others() throws IOException {
        Path good = Files.writeString(folder.resolve("good.ndjson"), (HEADER + "\n" + A1 + "\n").replace('\'', '"'));
        Path bad = Files.writeString(folder.resolve("bad.ndjson"), "no JSON\n");
        List<UnreadTrace> found = TraceReader.find(List.of(bad, good), ReadOptions.DEFAULT);
        assertThat(found).extracting(UnreadTrace::name).containsExactly(bad.toString(), good.toString());
        assertThat(found.get(1).read().events()).isEqualTo(1);
        assertThatThrownBy(() -> found.get(0).read()).isInstanceOf(Problem.class);
    }
}
