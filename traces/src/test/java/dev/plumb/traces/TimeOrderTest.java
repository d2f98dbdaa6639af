package dev.plumb.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeOrderTest {
    private static final String INTERVALS = "{'plumb':1,'order':'intervals'}";
    private static final String LAMPORT = "{'plumb':1,'order':'lamport'}";

    @TempDir
    Path folder;

    private TraceFiles files;

    @BeforeEach
    void start() {
        files = new TraceFiles(folder);
    }

    private static String during(String process, long start, long end) {
        return "{'process':'" + process + "','start':" + start + ",'end':" + end + "}";
    }

    private static String at(String process, long clock) {
        return "{'process':'" + process + "','clock':" + clock + "}";
    }

    private TraceFiles file(String header, String... events) {
        return files.file(
                "a.ndjson", Stream.concat(Stream.of(header), Stream.of(events)).toArray(String[]::new));
    }

    private List<String> needs() {
        return files.trace().runs().get(0).parts().stream()
                .map(part -> part.process()
                        + part.needs().stream().map(Arrays::toString).toList())
                .toList();
    }

    @Test
    void an_event_needs_those_that_had_ended_before_it_started() {
        file(
                INTERVALS,
                during("p", 1, 3),
                during("p", 5, 9),
                during("q", 2, 4),
                during("q", 6, 7),
                during("q", 10, 10));
        assertThat(needs()).containsExactly("p[[0, 0], [1, 1]]", "q[[0, 0], [1, 1], [2, 2]]");
    }

    @Test
    void what_ends_at_the_moment_at_which_another_starts_is_not_before_it() {
        file(INTERVALS, during("p", 1, 3), during("q", 3, 4));
        assertThat(needs()).containsExactly("p[[0, 0]]", "q[[0, 0]]");
    }

    @Test
    void a_process_may_be_in_several_files_if_its_events_have_times() {
        String part = "{'plumb':1,'order':'intervals','trace':'t'}";
        files.file("a.ndjson", part, during("p", 5, 6)).file("b.ndjson", part, during("p", 1, 2));
        assertThat(TraceFiles.events(files.trace()).map(event -> event.time().orElseThrow()))
                .containsExactly(new Event.Time(1, 2), new Event.Time(5, 6));
    }

    @Test
    void by_a_scalar_clock_events_of_the_same_reading_are_not_ordered() {
        file(LAMPORT, at("p", 1), at("p", 4), at("q", 1), at("q", 2));
        assertThat(needs()).containsExactly("p[[0, 0], [1, 2]]", "q[[0, 0], [1, 1]]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    intervals ; {'process':'p','start':4,'end':3}  ; T63 ; 2 ; The event ends at 3, before its start at 4.
                    intervals ; {'process':'p','start':4}          ; T62 ; 2 ; The event has no end, by which
                    intervals ; {'process':'p'}                    ; T62 ; 2 ; The event has no start, by which
                    intervals ; {'start':-1,'end':3}               ; T09 ; 2 ; start is not as it must be.
                    intervals ; {'start':1,'end':3,'clock':3}      ; T60 ; 2 ; The clock is a number
                    file      ; {'start':1,'end':3}                ; T61 ; 2 ; Say 'order':'intervals' in the header
                    file      ; {'clock':3}                        ; T60 ; 2 ; 'order':'lamport' in the header
                    lamport   ; {'process':'p'}                    ; T62 ; 2 ; The event has no clock, by which
                    lamport   ; {'process':'p','clock':{'p':1}}    ; T09 ; 2 ; clock is not as it must be.
                    lamport   ; {'start':1,'end':3,'clock':3}      ; T61 ; 2 ; The event has a start or an end
                    """)
    void times_and_the_order_of_the_header_belong_together(
            String order, String event, String code, int line, String what) {
        file("{'plumb':1,'order':'" + order + "'}", event).areRejected(code, "a.ndjson:" + line, what);
    }

    @Test
    void events_of_one_process_that_overlap_are_rejected() {
        file(INTERVALS, during("p", 1, 3), during("p", 2, 4))
                .areRejected("T64", "a.ndjson:3", "Process p starts this event before it has ended the one at ");
        file(INTERVALS, during("p", 5, 6), during("p", 1, 2)).areRejected("T64", "a.ndjson:3", "Process p starts");
    }

    @Test
    void a_scalar_clock_that_does_not_grow_is_rejected() {
        file(LAMPORT, at("p", 3), at("p", 3))
                .areRejected("T24", "a.ndjson:3", "Process p numbers this event 3 after 3.");
    }

    @Test
    void a_hole_in_vector_clocks_is_a_lost_event_also_where_intervals_order() {
        file(INTERVALS, "{'process':'p','start':1,'end':2,'clock':{'p':2}}")
                .areRejected("T25", "a.ndjson:2", "Before this event process p has lost event 1.");
    }
}
