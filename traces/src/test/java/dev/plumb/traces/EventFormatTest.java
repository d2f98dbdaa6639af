package dev.plumb.traces;

import static dev.plumb.traces.TraceFiles.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.traces.Event.Arguments;
import dev.plumb.traces.Observation.Content;
import dev.plumb.traces.Observation.Part;
import dev.plumb.traces.Observation.Whole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFormatTest {
    @TempDir
    Path folder;

    private TraceFiles files;

    @BeforeEach
    void start() {
        files = new TraceFiles(folder);
    }

    private Observation seen(String json) {
        return files.file("a.ndjson", HEADER, "{'state':{'x':" + json + "}}")
                .onlyEvent()
                .state()
                .get("x");
    }

    private static Observation whole(String text) {
        return new Whole(TlaText.parse(text));
    }

    @Test
    void an_event_has_all_that_the_line_says() {
        Event event = files.file(
                        "a.ndjson",
                        HEADER,
                        "{'process':'tm','run':'tx-2','action':'Rcv','args':{'rm':'r1'},'before':{'x':1},"
                                + "'state':{'x':2},'clock':{'tm':1},'at':'Tm.java:4'}")
                .onlyEvent();
        assertThat(event)
                .isEqualTo(new Event(
                        new Source(folder.resolve("a.ndjson").toString(), 2),
                        Optional.of("tm"),
                        Optional.of("tx-2"),
                        Optional.of("Rcv"),
                        new Arguments.Named(Map.of("rm", TlaValue.of("r1"))),
                        new TreeMap<>(Map.of("x", whole("1"))),
                        new TreeMap<>(Map.of("x", whole("2"))),
                        new TreeMap<>(Map.of("tm", 1L)),
                        Optional.of("Tm.java:4")));
    }

    @Test
    void an_event_may_say_nothing() {
        Event event = files.file("a.ndjson", HEADER, "{}").onlyEvent();
        assertThat(event.action()).isEmpty();
        assertThat(event.arguments()).isEqualTo(Arguments.NONE);
        assertThat(event.state()).isEmpty();
    }

    @Test
    void arguments_in_an_array_are_by_position_and_whole() {
        Event event =
                files.file("a.ndjson", HEADER, "{'args':[1,{'type':'a'}]}").onlyEvent();
        assertThat(event.arguments())
                .isEqualTo(new Arguments.Positional(
                        List.of(TlaValue.of(1), TlaValue.record(Map.of("type", TlaValue.of("a"))))));
    }

    @Test
    void a_header_has_all_that_the_line_says() {
        TraceHeader header = files.file(
                        "a.ndjson",
                        "{'plumb':1,'spec':'TwoPhase','constants':{'RM':{'#set':['r1']},'C':{'a':1}},'trace':'demo',"
                                + "'init':{'x':{'r1':0}},'order':'file','clock':'sparse'}",
                        "{}")
                .trace()
                .header();
        assertThat(header)
                .isEqualTo(TraceHeader.of("TwoPhase")
                        .withConstants(
                                new TreeMap<>(Map.of("RM", TlaValue.setOf("r1"), "C", TlaText.parse("[a |-> 1]"))))
                        .named("demo")
                        .withInit(new TreeMap<>(Map.of("x", new Part(new TreeMap<>(Map.of("r1", whole("0")))))))
                        .withOrder(TraceHeader.Order.FILE)
                        .withSparseClocks());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    1                               ; 1
                    -2147483648                     ; -2147483648
                    true                            ; TRUE
                    'a"'                            ; "a"
                    {'#bigint':'7'}                 ; 7
                    [1,[2]]                         ; <<1, <<2>> >>
                    {'#tup':[1,{'a':2}]}            ; <<1, [a |-> 2]>>
                    {'#set':[2,1,2,{'a':{'b':1}}]}  ; {1, 2, [a |-> [b |-> 1]]}
                    {'#map':[['a',1],['b',{}]]}     ; [a |-> 1, b |-> <<>>]
                    {'#map':[[[1,2],'x']]}          ; (<<1, 2>> :> "x")
                    """)
    void values_are_in_the_encoding_of_itf(String json, String text) {
        assertThat(seen(json.replace("'a\"'", "'a'"))).isEqualTo(whole(text));
    }

    @Test
    void an_object_at_the_top_is_a_part_and_so_are_the_objects_in_it() {
        assertThat(seen("{'r1':{'log':[1],'votes':{'#set':[]}},'r2':3}"))
                .isEqualTo(new Part(new TreeMap<>(Map.of(
                        "r1",
                        new Part(new TreeMap<>(Map.of("log", whole("<<1>>"), "votes", whole("{}")))),
                        "r2",
                        whole("3")))));
    }

    @Test
    void content_has_the_aspects_that_are_named() {
        assertThat(seen("{'#has':[{'a':1}],'#hasNot':[],'#added':[1],'#removed':[2],'#appended':[3],'#len':4}"))
                .isEqualTo(new Content(
                        Optional.of(List.of(TlaText.parse("[a |-> 1]"))),
                        Optional.of(List.of()),
                        Optional.of(List.of(TlaValue.of(1))),
                        Optional.of(List.of(TlaValue.of(2))),
                        Optional.of(List.of(TlaValue.of(3))),
                        Optional.of(4)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    {'state':{'x':2147483648}}           ; T10 ; state.x is 2147483648
                    {'state':{'x':{'r1':[1.5]}}}         ; T10 ; state.x.r1[0] is 1.5
                    {'state':{'x':1.0}}                  ; T10 ; state.x is 1.0
                    {'state':{'x':{'#bigint':'99999999999'}}} ; T10 ; state.x.#bigint is 99999999999
                    {'state':{'x':{'#bigint':7}}}        ; T09 ; expected: a string of digits
                    {'args':{'rm':null}}                 ; T11 ; args.rm is null
                    {'proces':'r1'}                      ; T12 ; There is no key proces.
                    {'state':{'x':{'#haz':[1]}}}         ; T13 ; Did you mean #has?
                    {'state':{'x':{'#set':[{'#has':[1]}]}}} ; T13 ; state.x.#set[0].#has is not a mark
                    {'state':{'x':{'#set':[],'y':1}}}    ; T09 ; expected: an object with #set alone
                    {'state':{'x':{'#has':[],'y':1}}}    ; T12 ; There is no key state.x.y.
                    {'state':{'x':{'#map':[[1]]}}}       ; T09 ; state.x.#map[0] is not as it must be.
                    {'state':{'x':{'#map':[[1,2],[1,3]]}}} ; T08 ; state.x.#map[1] is there twice.
                    {'state':{'x':{'#len':-1}}}          ; T09 ; expected: an integer from 0 on
                    {'before':{'x':{'r1':{'#added':[]}}}} ; T16 ; before.x.r1.#added says how a value changed
                    {'state':{'x':1,'x':2}}              ; T08 ; state.x is there twice.
                    {'process':1}                        ; T09 ; process is not as it must be.
                    {'args':1}                           ; T09 ; args is not as it must be.
                    {'clock':{'r1':-1}}                  ; T09 ; clock.r1 is not as it must be.
                    []                                   ; T09 ; line is not as it must be.
                    {'state':                            ; T06 ; The line is not JSON
                    {'run':'a'}{'run':'b'}               ; T06 ; more than one value on the line
                    """)
    void what_cannot_be_meant_is_rejected_with_its_place(String line, String code, String what) {
        files.file("a.ndjson", HEADER, line).areRejected(code, "a.ndjson:2", what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    {'plumb':2,'new':1}                    ; T14 ; The trace is of version 2 of the format
                    {'plumb':'1'}                          ; T14 ; The trace is of version '1' of the format
                    {'plumb':1,'constant':{}}              ; T12 ; Did you mean constants?
                    {'plumb':1,'order':'lines'}            ; T09 ; expected: 'file' or 'intervals' or 'lamport'
                    {'plumb':1,'clock':'dense'}            ; T09 ; expected: 'sparse'
                    {'plumb':1,'init':{'x':{'#added':[]}}} ; T16 ; init.x.#added says how a value changed
                    {'plumb':1,'history':'run-7'}          ; T74 ; plumb history checks it
                    {'process':'r1'}                       ; T05 ; neither a header nor an event
                    nonsense                               ; T06 ; The line is not JSON
                    """)
    void a_header_that_cannot_be_meant_is_rejected(String header, String code, String what) {
        files.file("a.ndjson", header, "{}").areRejected(code, "a.ndjson:1", what);
    }
}
