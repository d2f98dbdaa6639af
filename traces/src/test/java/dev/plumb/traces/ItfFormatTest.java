package dev.plumb.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItfFormatTest {
    @TempDir
    Path folder;

    private TraceFiles files;

    @BeforeEach
    void start() {
        files = new TraceFiles(folder);
    }

    private TraceFiles itf(String... lines) {
        return files.file("a.itf.json", lines);
    }

    @Test
    void the_first_state_is_the_initial_one_and_each_other_an_event() {
        Trace trace = itf(
                        "{'#meta':{'format':'ITF','source':'specs/Tank.tla'},'vars':['level','log'],'states':[",
                        "  {'#meta':{'index':0},'level':{'#bigint':'0'},'log':[]},",
                        "  {'#meta':{'index':1},'level':1,'log':[{'#set':[1]}]}",
                        "]}")
                .trace();
        assertThat(trace.header().spec()).contains("Tank");
        assertThat(trace.header().order()).isEqualTo(TraceHeader.Order.FILE);
        assertThat(trace.header().init())
                .containsEntry("level", new Observation.Whole(TlaValue.of(0)))
                .containsEntry("log", new Observation.Whole(TlaValue.tuple()));
        Event event = TraceFiles.events(trace).findFirst().orElseThrow();
        assertThat(trace.events()).isEqualTo(1);
        assertThat(event.source()).isEqualTo(new Source(folder + "/a.itf.json", 3, 3));
        assertThat(event.action()).isEmpty();
        assertThat(event.state())
                .containsEntry("level", new Observation.Whole(TlaValue.of(1)))
                .containsEntry("log", new Observation.Whole(TlaText.parse("<<{1}>>")));
    }

    @Test
    void a_record_at_the_top_of_a_variable_is_the_whole_value() {
        Event event = itf("{'vars':['x'],'states':[{'x':1},{'x':{'tag':'Some','value':2}}]}")
                .onlyEvent();
        assertThat(event.state())
                .containsEntry("x", new Observation.Whole(TlaText.parse("[tag |-> \"Some\", value |-> 2]")));
    }

    @Test
    void quint_tells_the_action_and_the_module_of_a_variable() {
        Event event = itf(
                        "{'vars':['t::bank::balance','mbt::actionTaken','mbt::nondetPicks'],'states':[",
                        "{'t::bank::balance':0,'mbt::actionTaken':'init','mbt::nondetPicks':{'n':{'tag':'None'}}},",
                        "{'t::bank::balance':1,'mbt::actionTaken':'Deposit','mbt::nondetPicks':{'n':1}}]}")
                .onlyEvent();
        assertThat(event.action()).contains("Deposit");
        assertThat(event.state()).containsOnlyKeys("balance");
    }

    @Test
    void an_action_may_stand_among_what_is_told_about_a_state() {
        Event event = itf("{'vars':['x'],'states':[{'x':1},{'#meta':{'action':'Next'},'x':2}]}")
                .onlyEvent();
        assertThat(event.action()).contains("Next");
    }

    @Test
    void parameters_are_constants() {
        Trace trace = itf("{'params':['N'],'vars':['x'],'states':[{'N':3,'x':1},{'x':2}]}")
                .trace();
        assertThat(trace.header().constants()).containsEntry("N", TlaValue.of(3));
        assertThat(trace.header().init()).containsOnlyKeys("x");
    }

    @Test
    void a_lasso_is_read_without_its_last_step_and_that_is_told() {
        Trace trace =
                itf("{'vars':['x'],'states':[{'x':1},{'x':2}],", "'loop':0}").trace();
        assertThat(trace.events()).isEqualTo(1);
        assertThat(trace.warnings())
                .containsExactly(folder + "/a.itf.json:2:1 says that the last state leads back to an earlier one; that"
                        + " step is not looked at.");
    }

    @Test
    void it_is_a_stream_and_may_be_zipped() throws Exception {
        files.zipped("a.itf.json.gz", "{'vars':['x'],'states':[{'x':1},{'x':2},{'x':3}]}");
        UnreadTrace unread =
                TraceReader.find(List.of(folder), ReadOptions.DEFAULT).get(0);
        assertThat(unread.isStream()).isTrue();
        try (TraceStream stream = unread.stream()) {
            assertThat(stream.next()).isPresent();
            assertThat(stream.next().map(event -> event.state().get("x")))
                    .isEqualTo(Optional.of(new Observation.Whole(TlaValue.of(3))));
            assertThat(stream.next()).isEmpty();
            assertThat(stream.next()).isEmpty();
        }
    }

    @Test
    void one_state_is_a_trace_without_events() {
        itf("{'vars':['x'],'states':[{'x':1}]}").areRejected("T01", "", "holds no events");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {'vars':['x'],'states':[{'x':1},|{'x':{'#bigint':'2147483648'}}]}    ; T10 ; 2:1 ; x.#bigint is 2147483648, which is not an integer of 32 bits.
                    {'vars':['x'],'states':[{'x':1},|{'y':2,'x':1}]}                     ; T12 ; 2:1 ; There is no key y.
                    {'vars':['x','y'],'states':[{'x':1,'y':1},|{'x':1}]}                 ; T72 ; 2:1 ; The state has no value for y
                    {'vars':['x'],'states':[{'x':1},|{'x':{'#unserializable':'Int'}}]}   ; T13 ; 2:1 ; x.#unserializable is not a mark
                    {'vars':['x'],'states':[{'x':1},|{'x':null}]}                        ; T11 ; 2:1 ; x is null
                    {'vars':['x'],'states':[{'x':1},|{'a::x':2,'b::x':2}]}               ; T08 ; 2:1 ; x is there twice.
                    {'vars':['x'],'states':[{'x':1},|{'x':2}                             ; T70 ; 3:1 ; it ends too early.
                    {'#meta':{},'vars':['x'],|'state':[]}                                ; T71 ; 2:11 ; The trace has no states.
                    {'#meta':{},|'states':{}}                                            ; T09 ; 2:10 ; states is not as it must be.
                    {'#meta':{},'vars':[1],|'states':[]}                                 ; T09 ; 1:22 ; vars[0] is not as it must be.
                    """)
    void what_is_not_itf_is_rejected_with_its_place(String text, String code, String place, String what) {
        itf(text.split("\\|")).areRejected(code, "a.itf.json:" + place, what);
    }

    @Test
    void a_variable_of_the_2024_tools_may_be_called_states() {
        Event event = files.file("a.ndjson", "{'states':[{'op':'Update','path':[],'args':[1]}],'event':'Go'}")
                .onlyEvent();
        assertThat(event.action()).contains("Go");
    }
}
