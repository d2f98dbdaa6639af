package dev.plumb.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation.Updates;
import dev.plumb.traces.Update.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateFormatTest {
    @TempDir
    Path folder;

    private TraceFiles files;

    @BeforeEach
    void start() {
        files = new TraceFiles(folder);
    }

    @Test
    void a_key_that_is_not_the_tools_own_is_a_variable() {
        Event event = files.file(
                        "a.ndjson",
                        "{'clock':3,'desc':'x','logger':'y','rmState':[{'op':'Update','path':['r1'],'args':['prepared']}],"
                                + "'event':'RMPrepare','event_args':['r1']}")
                .onlyEvent();
        assertThat(event.action()).contains("RMPrepare");
        assertThat(event.arguments()).isEqualTo(new Arguments.Positional(List.of(TlaValue.of("r1"))));
        assertThat(event.state())
                .isEqualTo(Map.of(
                        "rmState",
                        new Updates(List.of(new Update(
                                Operation.UPDATE, List.of(TlaValue.of("r1")), List.of(TlaValue.of("prepared")))))));
    }

    @Test
    void an_event_may_have_variables_only() {
        Event event = files.file("a.ndjson", "{'x':[{'op':'Clear'}]}").onlyEvent();
        assertThat(event.action()).isEmpty();
        assertThat(event.arguments()).isEqualTo(Arguments.NONE);
        assertThat(event.state())
                .isEqualTo(Map.of("x", new Updates(List.of(new Update(Operation.CLEAR, List.of(), List.of())))));
    }

    @Test
    void an_exception_of_the_program_is_an_action_that_no_spec_has() {
        assertThat(files.file("a.ndjson", "{'event':'__exception'}").onlyEvent().action())
                .contains(Event.EXCEPTION);
    }

    @Test
    void a_default_that_is_not_in_the_trace_leaves_the_variable_free() {
        Trace trace = files.file(
                        "a.ndjson", "{'event':'A','x':[{'op':'Init','path':[],'args':[]}],'y':[{'op':'Clear'}]}")
                .trace();
        assertThat(TraceFiles.events(trace).findFirst().orElseThrow().state()).containsOnlyKeys("y");
        assertThat(trace.warnings())
                .containsExactly(folder + "/a.ndjson:1 sets x to a default value that is not in the trace, so the"
                        + " variable is not compared there.");
    }

    @Test
    void files_are_traces_of_their_own_unless_they_are_merged() {
        files.file("a.ndjson", "{'event':'A'}").file("b.ndjson", "{'event':'B'}");
        assertThat(files.traces()).hasSize(2);
        assertThat(files.merged().trace().runs().get(0).parts())
                .extracting(Trace.Part::process)
                .containsExactly("a.ndjson", "b.ndjson");
    }

    @Test
    void merged_files_are_ordered_by_their_scalar_clock() {
        Trace trace = files.merged()
                .file("a.ndjson", "{'event':'A1','clock':1}", "{'event':'A4','clock':4}", "{'event':'A3','clock':3}")
                .file("b.ndjson", "{'event':'B3','clock':3}", "{'event':'B5','clock':5}")
                .trace();
        Trace.Run run = trace.runs().get(0);
        assertThat(run.parts().get(0).events())
                .extracting(event -> event.action().orElseThrow())
                .containsExactly("A1", "A3", "A4");
        assertThat(run.parts().get(0).needs()).containsExactly(new int[] {0, 0}, new int[] {1, 0}, new int[] {2, 1});
        assertThat(run.parts().get(1).needs()).containsExactly(new int[] {1, 0}, new int[] {3, 1});
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    {'x':[{'op':'Updat','args':[1]}]}             ; T17 ; Did you mean Update?
                    {'x':[{'args':[1]}]}                          ; T17 ; x[0].op is no operation: ''.
                    {'x':[{'op':'Update','args':[]}]}             ; T18 ; x[0] has too few args: Update needs 1.
                    {'x':[{'op':'Update','args':[1],'pth':[]}]}   ; T12 ; Did you mean path?
                    {'x':[{'op':'Update','args':[null]}]}         ; T11 ; x[0].args[0] is null
                    {'x':[{'op':'Update','args':1}]}              ; T09 ; x[0].args is not as it must be.
                    {'event_arg':['r1']}                          ; T09 ; event_arg[0] is not as it must be.
                    {'event':1}                                   ; T09 ; event is not as it must be.
                    {'clock':'1'}                                 ; T09 ; clock is not as it must be.
                    """)
    void what_cannot_be_meant_is_rejected_with_its_place(String line, String code, String what) {
        files.file("a.ndjson", "{'event':'A'}", line).areRejected(code, "a.ndjson:2", what);
    }
}
