package dev.plumb.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryReaderTest {
    private static final String HEADER = "{'plumb':1,'history':'h'}";
    private static final String CALL = "{'client':'c1','op':'write','args':[1],'start':0}";

    @TempDir
    Path folder;

    private Path file(String... lines) throws IOException {
        return Files.writeString(
                folder.resolve("h.ndjson"), String.join("\n", lines).replace('\'', '"') + "\n");
    }

    private void rejected(String code, int line, String... lines) throws IOException {
        Path file = file(lines);
        Problem problem = catchThrowableOfType(Problem.class, () -> HistoryReader.read(file));
        assertThat(problem.text()).startsWith("PLUMB-" + code + " ").contains("h.ndjson:" + line + ": ");
    }

    @Test
    void a_call_and_its_answer_stand_on_one_line_or_on_two() throws IOException {
        History history = HistoryReader.read(file(
                "{'plumb':1,'history':'h','spec':'register','init':0}",
                "{'client':'c1','op':'write','key':'x','args':[1],'start':5}",
                "{'client':'c2','op':'read','key':'x','start':0,'end':7,'result':1}",
                "{'client':'c1','end':9}"));
        assertThat(history.spec()).contains("register");
        assertThat(history.init()).contains(TlaValue.of(0));
        assertThat(history.calls()).extracting(Call::text).containsExactly("read(\"x\") = 1", "write(\"x\", 1)");
        assertThat(history.calls()).extracting(Call::number).containsExactly(1, 2);
        assertThat(history.calls().get(1).answer()).isEqualTo(new Answer.Returned(9, Optional.empty()));
        assertThat(history.calls().get(1).source().orElseThrow().line()).isEqualTo(2);
    }

    @Test
    void a_client_that_goes_on_without_an_answer_leaves_its_call_open() throws IOException {
        History history = HistoryReader.read(
                file(HEADER, CALL, "{'client':'c1','op':'read','start':3}", "{'client':'c1','end':4,'failed':true}"));
        assertThat(history.calls().get(0).isUnanswered()).isTrue();
        assertThat(history.calls().get(1).hasFailed()).isTrue();
    }

    @Test
    void lines_can_stand_for_time() throws IOException {
        History history = HistoryReader.read(file(
                "{'plumb':1,'history':'h','order':'file'}",
                "{'client':'c1','op':'write','args':[1]}",
                "{'client':'c2','op':'read'}",
                "{'client':'c1'}",
                "{'client':'c2','result':1}"));
        assertThat(history.calls()).extracting(Call::start, Call::end).containsExactly(tuple(2L, 4L), tuple(3L, 5L));
    }

    @Test
    void a_torn_last_line_is_left_out_with_a_warning() throws IOException {
        Path file = file(HEADER, CALL);
        Files.writeString(file, Files.readString(file) + "{\"client\":\"c1\",\"en");
        History history = HistoryReader.read(file);
        assertThat(history.calls()).hasSize(1).allMatch(Call::isUnanswered);
        assertThat(history.warnings()).singleElement().asString().contains("h.ndjson:3");
    }

    @Test
    void what_does_not_fit_the_format_is_told_with_its_line() throws IOException {
        rejected("H02", 1, "{'plumb':1,'spec':'TwoPhase'}", CALL);
        rejected("T14", 1, "{'plumb':2,'history':'h'}", CALL);
        rejected("T12", 1, "{'plumb':1,'history':'h','specc':'register'}", CALL);
        rejected("T12", 2, HEADER, "{'client':'c1','opp':'read','start':1}");
        rejected("T06", 2, HEADER, "{'client':", CALL);
        rejected("H03", 2, HEADER, "{'op':'read','start':1}");
        rejected("H03", 2, HEADER, "{'client':'c1','op':'read'}");
        rejected("H03", 3, HEADER, CALL, "{'client':'c1','result':1}");
        rejected("H03", 3, HEADER, CALL, "{'client':'c1','end':3,'args':[1]}");
        rejected("H04", 2, HEADER, "{'client':'c1','end':3}");
        rejected("H04", 4, HEADER, CALL, "{'client':'c1','end':3}", "{'client':'c1','end':3}");
        rejected(
                "H05",
                3,
                HEADER,
                "{'client':'c1','op':'read','start':0,'end':5}",
                "{'client':'c1','op':'read','start':4}");
        rejected("H06", 2, HEADER, "{'client':'c1','op':'read','start':7,'end':5}");
        rejected("H07", 2, HEADER, "{'client':'c1','op':'read','start':0,'end':5,'failed':true,'result':1}");
        rejected("H07", 2, HEADER, "{'client':'c1','op':'read','start':0,'end':5,'failed':false}");
        rejected("H08", 2, "{'plumb':1,'history':'h','order':'file'}", CALL);
        rejected("T11", 2, HEADER, "{'client':'c1','op':'read','start':0,'end':5,'result':null}");
        rejected("T09", 2, HEADER, "{'client':'c1','op':'read','start':-1}");
    }

    @Test
    void a_history_without_calls_is_no_history() throws IOException {
        Path file = file(HEADER);
        Problem problem = catchThrowableOfType(Problem.class, () -> HistoryReader.read(file));
        assertThat(problem.code()).isEqualTo("PLUMB-H01");
        assertThat(problem.kind()).isEqualTo(Problem.Kind.NOTHING);
    }

    @Test
    void what_is_written_reads_the_same() throws IOException {
        History drawn = Drawn.history(
                "c1 0-5 x.write([a |-> {1, 2}])",
                "c2 1-2 x.read() = <<1, \"b\">>",
                "c3 2- write(TRUE)",
                "c2 4-4 write(3) failed");
        Path file = folder.resolve("written.ndjson");
        HistoryWriter.write(
                file, new History("w", Optional.of("register"), Optional.of(TlaValue.of(0)), drawn.calls(), List.of()));
        History read = HistoryReader.read(file);
        assertThat(read.name()).isEqualTo("w");
        assertThat(read.init()).contains(TlaValue.of(0));
        assertThat(read.calls())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("source")
                .isEqualTo(drawn.calls());
    }
}
