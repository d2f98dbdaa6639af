package dev.plumb.traces;

import static dev.plumb.traces.TraceFiles.HEADER;
import static dev.plumb.traces.TraceFiles.PART_OF_DEMO;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessOrderTest {
    private static final String SPARSE = "{'plumb':1,'clock':'sparse'}";

    @TempDir
    Path folder;

    private TraceFiles files;

    @BeforeEach
    void start() {
        files = new TraceFiles(folder);
    }

    private static String event(String process, String clock) {
        return "{'process':'" + process + "','clock':{" + clock + "}}";
    }

    private static String event(String process, String run, String clock) {
        return "{'process':'" + process + "','run':'" + run + "','clock':{" + clock + "}}";
    }

    private TraceFiles file(String header, String... events) {
        return files.file(
                "a.ndjson", Stream.concat(Stream.of(header), Stream.of(events)).toArray(String[]::new));
    }

    /** The needs of each part's events, as text. */
    private static List<String> needs(Trace.Run run) {
        return run.parts().stream()
                .map(part -> part.process()
                        + part.needs().stream().map(Arrays::toString).toList())
                .toList();
    }

    private List<String> needs() {
        List<Trace.Run> runs = files.trace().runs();
        assertThat(runs).hasSize(1);
        return needs(runs.get(0));
    }

    @Test
    void without_clocks_only_the_events_of_one_process_are_ordered() {
        file(HEADER, "{'process':'p'}", "{'process':'q'}", "{'process':'p'}");
        assertThat(needs()).containsExactly("p[[0, 0], [1, 0]]", "q[[0, 0]]");
    }

    @Test
    void an_event_needs_what_its_clock_knows_of() {
        file(HEADER, event("p", "'p':1"), event("p", "'p':2"), event("q", "'q':1,'p':1"), event("q", "'q':2,'p':2"));
        assertThat(needs()).containsExactly("p[[0, 0], [1, 0]]", "q[[1, 0], [2, 1]]");
    }

    @Test
    void a_clock_may_leave_out_what_did_not_change() {
        file(HEADER, event("p", "'p':1"), event("q", "'q':1,'p':1"), event("q", "'q':2"));
        assertThat(needs()).containsExactly("p[[0, 0]]", "q[[1, 0], [1, 1]]");
    }

    @Test
    void by_file_each_line_needs_all_before_it() {
        file("{'plumb':1,'order':'file'}", "{'process':'p'}", "{'process':'q'}", "{'process':'q'}", "{'process':'p'}");
        assertThat(needs()).containsExactly("p[[0, 0], [1, 2]]", "q[[1, 0], [1, 1]]");
    }

    @Test
    void by_file_the_lines_of_other_files_are_not_ordered() {
        files.file("a.ndjson", "{'plumb':1,'trace':'t','order':'file'}", "{'process':'p'}", "{'process':'q'}");
        files.file("b.ndjson", "{'plumb':1,'trace':'t','order':'file'}", "{'process':'r'}");
        assertThat(needs()).containsExactly("p[[0, 0, 0]]", "q[[1, 0, 0]]", "r[[0, 0, 0]]");
    }

    @Test
    void runs_come_in_the_order_in_which_they_begin() {
        file(HEADER, "{'run':'tx-2'}", "{'run':'tx-1'}", "{}", "{'run':'tx-2'}");
        assertThat(files.trace().runs()).extracting(Trace.Run::name).containsExactly("tx-2", "tx-1", "");
        assertThat(files.trace().runs()).extracting(Trace.Run::events).containsExactly(2, 1, 1);
    }

    @Test
    void a_clock_counts_over_all_runs_and_an_event_needs_those_of_its_own() {
        file(
                HEADER,
                event("p", "one", "'p':1"),
                event("p", "two", "'p':2"),
                event("p", "one", "'p':3"),
                event("q", "two", "'q':1,'p':3"),
                event("q", "one", "'q':2,'p':3"));
        List<Trace.Run> runs = files.trace().runs();
        assertThat(needs(runs.get(0))).containsExactly("p[[0, 0], [1, 0]]", "q[[2, 0]]");
        assertThat(needs(runs.get(1))).containsExactly("p[[0, 0]]", "q[[1, 0]]");
    }

    @Test
    void a_process_in_several_files_is_ordered_by_its_own_clock() {
        files.file("a.ndjson", PART_OF_DEMO, event("p", "'p':2"), event("p", "'p':3"));
        files.file("b.ndjson", PART_OF_DEMO, event("p", "'p':1"));
        assertThat(TraceFiles.events(files.trace()).map(event -> event.clock().get("p")))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_process_in_several_files_without_a_clock_is_rejected() {
        files.file("a.ndjson", PART_OF_DEMO, "{'process':'p'}");
        files.file("b.ndjson", PART_OF_DEMO, "{'process':'p'}");
        files.areRejected("T22", "", "Process p is in several files and nothing tells the order");
    }

    @Test
    void an_event_that_is_lost_is_told_by_its_number() {
        file(HEADER, event("p", "'p':1"), event("p", "'p':4")).areRejected("T25", "a.ndjson:3", "events 2 to 3");
        file(HEADER, event("p", "'p':2")).areRejected("T25", "a.ndjson:2", "process p has lost event 1.");
    }

    @Test
    void a_sparse_clock_may_skip_numbers() {
        file(
                SPARSE,
                event("p", "'p':2"),
                event("p", "'p':7"),
                event("q", "'q':3,'p':6,'r':9"),
                event("q", "'q':4,'p':8"));
        assertThat(needs()).containsExactly("p[[0, 0], [1, 0]]", "q[[1, 0], [2, 1]]");
    }

    @Test
    void an_own_component_that_does_not_increase_is_rejected() {
        file(HEADER, event("p", "'p':1"), event("p", "'p':1"))
                .areRejected("T24", "a.ndjson:3", "numbers this event 1 after 1");
        file(SPARSE, event("p", "'p':3"), event("p", "'p':2"))
                .areRejected("T24", "a.ndjson:3", "numbers this event 2 after 3");
    }

    @Test
    void a_clock_without_its_own_component_is_rejected() {
        file(HEADER, event("p", "'p':1"), "{'process':'p'}").areRejected("T23", "a.ndjson:3", "its own process p");
        file(HEADER, event("p", "'p':1,'q':1"), "{'process':'q'}")
                .areRejected("T23", "a.ndjson:3", "its own process q");
    }

    @Test
    void a_component_that_goes_backwards_is_rejected() {
        file(HEADER, event("q", "'q':1"), event("q", "'q':2"), event("p", "'p':1,'q':2"), event("p", "'p':2,'q':1"))
                .areRejected("T27", "a.ndjson:5", "knew of event 2 of process q and now of 1 only");
    }

    @Test
    void a_clock_that_knows_of_later_events_than_there_are_is_rejected() {
        file(HEADER, event("p", "'p':1"), event("q", "'q':1,'p':3"))
                .areRejected("T26", "a.ndjson:3", "knows of event 3 of process p, which has lost events 2 to 3.");
    }

    @Test
    void a_clock_that_knows_of_a_process_that_is_not_there_is_rejected() {
        file(HEADER, event("p1", "'p1':1,'p3':1"), event("p2", "'p2':1"))
                .areRejected("T28", "a.ndjson:2", "process p3, which is not in the trace.\n  Is its file missing?");
    }

    @Test
    void a_clock_may_name_a_process_of_which_it_knows_nothing() {
        file(HEADER, event("p", "'p':1,'q':0"));
        assertThat(needs()).containsExactly("p[[0]]");
        files.text("a.ndjson", "{'plumb':1}\n" + event("p", "'p':1,'q':0") + "\n{'process':'q'}\n{'torn");
        assertThat(needs()).containsExactly("p[[0, 0]]", "q[[0, 0]]");
    }

    @Test
    void clocks_that_no_execution_can_show_are_rejected() {
        file(HEADER, event("p", "'p':1,'q':1"), event("q", "'q':1,'p':1"))
                .areRejected("T29", "a.ndjson:2", "events wait for each other");
    }

    @Test
    void what_depends_on_a_torn_line_is_left_out_with_a_warning() {
        files.text("p.ndjson", "{'plumb':1,'trace':'demo'}\n" + event("p", "'p':1") + "\n{'process':'p','cl");
        files.file("q.ndjson", PART_OF_DEMO, event("q", "'q':1,'p':1"), event("q", "'q':2,'p':2"), event("q", "'q':3"));
        files.file("r.ndjson", PART_OF_DEMO, event("r", "'r':1,'q':1"), event("r", "'r':2,'q':3"));
        assertThat(needs()).containsExactly("p[[0, 0, 0]]", "q[[1, 0, 0]]", "r[[0, 1, 0]]");
        assertThat(files.trace().warnings())
                .contains("3 events depend on what was lost with a torn last line and so are left out.");
    }

    @Test
    void what_depends_on_a_process_that_only_the_torn_line_may_have_had_is_left_out() {
        files.text("p.ndjson", "{'plumb':1,'trace':'demo'}\n{'process':'p','cl");
        files.file("q.ndjson", PART_OF_DEMO, event("q", "'q':1"), event("q", "'q':2,'p':1"));
        assertThat(needs()).containsExactly("q[[0]]");
        assertThat(files.trace().warnings())
                .contains("1 event depends on what was lost with a torn last line and so is left out.");
    }

    @Test
    void a_trace_may_have_thousands_of_runs() {
        String[] events = IntStream.range(0, 20_000)
                .mapToObj(i -> event("p" + i % 10, "tx-" + i / 10, "'p" + i % 10 + "':" + (i / 10 + 1)))
                .toArray(String[]::new);
        assertThat(file(HEADER, events).trace().runs()).hasSize(2_000).allMatch(run -> run.events() == 10);
    }
}
