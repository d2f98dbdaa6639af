package dev.plumb.traces;

import static dev.plumb.traces.TraceFiles.HEADER;
import static dev.plumb.traces.TraceFiles.PART_OF_DEMO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceReaderTest {
    @TempDir
    Path folder;

    private TraceFiles files;

    @BeforeEach
    void start() {
        files = new TraceFiles(folder);
    }

    @Test
    void a_folder_stands_for_the_traces_in_it_by_name() throws IOException {
        files.file("b.jsonl", HEADER, "{}")
                .file("a.ndjson", HEADER, "{}", "", "{}\r")
                .file("notes.txt", "no trace");
        Files.createDirectory(folder.resolve("c.ndjson"));
        assertThat(files.traces())
                .extracting(Trace::name)
                .containsExactly(
                        folder.resolve("a.ndjson").toString(),
                        folder.resolve("b.jsonl").toString());
        assertThat(files.traces()).extracting(Trace::events).containsExactly(2, 1);
    }

    @Test
    void a_zipped_trace_is_read_like_any_other() {
        files.zipped("a.ndjson.gz", HEADER, "{}");
        assertThat(files.trace().events()).isEqualTo(1);
    }

    @Test
    void whether_a_file_is_zipped_is_told_by_its_bytes_and_not_by_its_name() throws IOException {
        files.file("a.ndjson.gz", HEADER, "{}");
        assertThat(files.trace().events()).isEqualTo(1);
        files.zipped("a.ndjson.gz", HEADER, "{}", "{}");
        assertThat(files.trace().events()).isEqualTo(2);
    }

    @Test
    void a_zip_that_ends_too_early_is_read_as_far_as_it_goes_with_a_warning() throws IOException {
        Path file = folder.resolve("a.ndjson.gz");
        files.zipped("a.ndjson.gz", HEADER, "{}", "{}");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 8));
        assertThat(files.trace().events()).isEqualTo(2);
        assertThat(files.trace().warnings())
                .containsExactly(file + " was not zipped to its end, so what it should hold behind is left out: the"
                        + " recorded program probably stopped there.");
    }

    @Test
    void a_zip_that_is_damaged_is_rejected() throws IOException {
        Path file = folder.resolve("a.ndjson.gz");
        files.zipped("a.ndjson.gz", HEADER, "{}", "{}");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 6] ^= 1;
        Files.write(file, bytes);
        files.areRejected("T03", "a.ndjson.gz", "The file cannot be read: Corrupt GZIP trailer.");
    }

    @Test
    void a_zip_may_go_on_after_its_end() throws IOException {
        files.zipped("a.ndjson.gz", HEADER, "{}").zipped("b.ndjson.gz", "{}");
        byte[] more = Files.readAllBytes(folder.resolve("b.ndjson.gz"));
        Files.delete(folder.resolve("b.ndjson.gz"));
        Files.write(folder.resolve("a.ndjson.gz"), more, StandardOpenOption.APPEND);
        assertThat(files.trace().events()).isEqualTo(2);
    }

    @Test
    void a_folder_without_traces_is_rejected() {
        files.file("conf.ndjson", "{}").areRejected("T04", folder.toString(), "The folder holds no traces.");
    }

    @Test
    void a_file_that_is_not_there_is_rejected() {
        Path missing = folder.resolve("missing.ndjson");
        assertThat(catchThrowable(() -> TraceReader.read(List.of(missing), ReadOptions.DEFAULT)))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .returns("PLUMB-T02", Problem::code)
                .extracting(Problem::text)
                .asString()
                .contains(missing + ": There is no such file.");
    }

    @Test
    void a_trace_without_events_is_rejected() {
        files.file("a.ndjson", HEADER).areRejected("T01", "", "a.ndjson holds no events, so nothing was checked.");
        files.text("a.ndjson", "").areRejected("T01", "", "a.ndjson holds no events, so nothing was checked.");
    }

    @Test
    void a_trace_without_events_is_read_where_that_is_allowed() {
        assertThat(files.file("a.ndjson", HEADER).emptyAllowed().trace().runs()).isEmpty();
    }

    @Test
    void a_torn_last_line_is_left_out_with_a_warning() {
        Trace trace = files.text("a.ndjson", "{'plumb':1}\n{}\n{'process':'r").trace();
        assertThat(trace.events()).isEqualTo(1);
        assertThat(trace.warnings())
                .containsExactly(folder + "/a.ndjson:3 was not written to its end, so it is left out: the recorded"
                        + " program probably stopped there.");
    }

    @Test
    void a_last_line_without_a_newline_is_whole_if_it_is_json() {
        Trace trace =
                files.text("a.ndjson", "{'plumb':1}\n{}\n{'process':'r1'}").trace();
        assertThat(trace.events()).isEqualTo(2);
        assertThat(trace.warnings()).isEmpty();
    }

    @Test
    void a_line_that_is_torn_elsewhere_is_rejected() {
        files.file("a.ndjson", HEADER, "{'process':'r", "{}").areRejected("T06", "a.ndjson:2", "The line is not JSON");
        files.text("a.ndjson", "{'plumb'").areRejected("T06", "a.ndjson:1", "The line is not JSON");
    }

    @Test
    void bytes_that_are_no_text_are_rejected() throws IOException {
        files.file("a.ndjson", HEADER, "{'process':'?'}");
        byte[] bytes = Files.readAllBytes(folder.resolve("a.ndjson"));
        bytes[bytes.length - 4] = (byte) 0xff;
        Files.write(folder.resolve("a.ndjson"), bytes);
        files.areRejected("T06", "a.ndjson:2", "Invalid UTF-8");
    }

    @Test
    void constants_of_a_file_join_those_of_the_header() {
        TraceHeader header = files.conf("{'RM':['r1','r2']}", "{'Pairs':[{'#tup':[1,2]}]}")
                .file("a.ndjson", "{'plumb':1,'constants':{'RM':{'#set':['r2','r1']},'N':3}}", "{}")
                .trace()
                .header();
        assertThat(header.constants())
                .isEqualTo(Map.of(
                        "RM", TlaValue.setOf("r1", "r2"), "Pairs", TlaText.parse("{<<1, 2>>}"), "N", TlaValue.of(3)));
    }

    @Test
    void constants_that_disagree_are_rejected() {
        files.conf("{'RM':['r1']}")
                .file("a.ndjson", "{'plumb':1,'constants':{'RM':['r1']}}", "{}")
                .areRejected("T19", "a.ndjson:1", "here:      <<'r1'>>\n  elsewhere: {'r1'}");
        files.conf("{'N':1}", "{'N':2}").areRejected("T19", "conf.ndjson:2", "Constant N has two values.");
    }

    @Test
    void files_of_one_trace_are_put_together() {
        Trace trace = files.file("a.ndjson", "{'plumb':1,'trace':'demo','spec':'S','constants':{'N':1}}", "{}")
                .file("b.ndjson", "{'plumb':1,'trace':'demo','init':{'x':1}}", "{}")
                .trace();
        assertThat(trace.name()).isEqualTo("demo");
        assertThat(trace.header().spec()).contains("S");
        assertThat(trace.header().constants()).containsOnlyKeys("N");
        assertThat(trace.header().init()).containsOnlyKeys("x");
        assertThat(trace.runs().get(0).parts()).extracting(Trace.Part::process).containsExactly("a.ndjson", "b.ndjson");
    }

    @Test
    void files_of_one_trace_that_disagree_are_rejected() {
        files.file("a.ndjson", "{'plumb':1,'trace':'demo','spec':'S','constants':{'N':1},'init':{'x':1}}", "{}");
        files.file("b.ndjson", "{'plumb':1,'trace':'demo','spec':'T'}", "{}")
                .areRejected("T20", "b.ndjson:1", "something else about spec");
        files.file("b.ndjson", "{'plumb':1,'trace':'demo','init':{'x':2}}", "{}")
                .areRejected("T20", "b.ndjson:1", "something else about init.x");
        files.file("b.ndjson", "{'plumb':1,'trace':'demo','clock':'sparse'}", "{}")
                .areRejected("T20", "b.ndjson:1", "something else about clock");
        files.file("b.ndjson", "{'plumb':1,'trace':'demo','constants':{'N':2}}", "{}")
                .areRejected("T19", "b.ndjson:1", "Constant N has two values.");
    }

    @Test
    void events_that_name_no_process_are_of_the_file() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        files.file("a.ndjson", PART_OF_DEMO, "{'process':'tm'}", "{}")
                .file("sub/a.ndjson", PART_OF_DEMO, "{}")
                .file("b.ndjson", PART_OF_DEMO, "{}");
        Trace trace = TraceReader.read(List.of(folder, folder.resolve("sub")), ReadOptions.DEFAULT)
                .get(0);
        assertThat(trace.runs().get(0).parts())
                .extracting(part -> part.process().replace(folder + "/", ""))
                .containsExactly("tm", "a.ndjson", "b.ndjson", "sub/a.ndjson");
    }
}
