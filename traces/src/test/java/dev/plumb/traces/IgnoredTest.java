package dev.plumb.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnoredTest {
    @TempDir
    Path folder;

    private TraceFiles files;

    @BeforeEach
    void start() {
        files = new TraceFiles(folder);
    }

    @Test
    void events_are_left_out_by_name_and_counted() {
        Trace trace = files.ignoring("Beat")
                .file(
                        "a.ndjson",
                        "{'plumb':1,'ignore':['Log']}",
                        "{'action':'Beat'}",
                        "{'action':'Go'}",
                        "{'action':'Log'}",
                        "{'action':'Beat'}",
                        "{}")
                .trace();
        assertThat(TraceFiles.events(trace).map(Event::action)).containsExactly(Optional.of("Go"), Optional.empty());
        assertThat(trace.ignored()).isEqualTo(Map.of("Beat", 2, "Log", 1));
        assertThat(trace.header().ignore()).containsExactly("Beat", "Log");
    }

    @Test
    void what_is_left_out_still_tells_the_order_of_the_others() {
        Trace trace = files.ignoring("Beat")
                .file(
                        "a.ndjson",
                        TraceFiles.HEADER,
                        "{'process':'p','action':'Go','clock':{'p':1}}",
                        "{'process':'q','action':'Beat','clock':{'q':1,'p':1}}",
                        "{'process':'q','action':'Go','clock':{'q':2}}")
                .trace();
        assertThat(trace.runs().get(0).parts().get(1).needs()).containsExactly(new int[] {1, 0});
    }

    @Test
    void a_stream_leaves_them_out_too() throws Exception {
        files.file(
                "a.ndjson",
                "{'plumb':1,'order':'file','ignore':['Beat']}",
                "{'action':'Beat'}",
                "{'action':'Go'}",
                "{'action':'Beat'}");
        try (TraceStream stream = TraceReader.find(List.of(folder), ReadOptions.DEFAULT).get(0).stream()) {
            assertThat(stream.next()).isPresent();
            assertThat(stream.next()).isEmpty();
            assertThat(stream.ignored()).isEqualTo(Map.of("Beat", 2));
        }
    }

    @Test
    void a_trace_of_which_nothing_is_left_is_no_trace() {
        files.ignoring("Beat").file("a.ndjson", TraceFiles.HEADER, "{'action':'Beat'}", "{'action':'Beat'}");
        assertThat(catchThrowableOfType(Problem.class, files::traces))
                .returns(Problem.Kind.NOTHING, Problem::kind)
                .returns("PLUMB-T65", Problem::code)
                .hasMessage("Trace " + folder
                        + "/a.ndjson holds nothing but events that are ignored (2), so nothing was checked.");
        assertThat(files.emptyAllowed().trace().ignored()).isEqualTo(Map.of("Beat", 2));
    }

    @Test
    void names_in_the_header_are_strings() {
        files.file("a.ndjson", "{'plumb':1,'ignore':[1]}", "{}").areRejected("T09", "a.ndjson:1", "ignore[0] is not");
    }
}
