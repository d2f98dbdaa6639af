package dev.plumb.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.traces.Event.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlcJsonFormatTest {
    private static final Path COMMITTED = Path.of("corpus/twophase-states/committed.tlc.json");

    @TempDir
    Path folder;

    private List<Event> events(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), text.replace('\'', '"'));
        return TraceFiles.events(
                        TraceReader.read(List.of(file), ReadOptions.DEFAULT).get(0))
                .toList();
    }

    @Test
    void what_tlc_wrote_is_read_with_actions_and_arguments() {
        Trace trace = TraceReader.read(List.of(COMMITTED), ReadOptions.DEFAULT).get(0);
        List<Event> events = TraceFiles.events(trace).toList();
        assertThat(events)
                .extracting(event -> event.action().orElse(""))
                .containsExactly(
                        "RMPrepare",
                        "TMRcvPrepared",
                        "RMPrepare",
                        "TMRcvPrepared",
                        "RMPrepare",
                        "TMRcvPrepared",
                        "TMCommit");
        assertThat(events.get(0).arguments()).isEqualTo(new Arguments.Named(Map.of("rm", TlaValue.of("r1"))));
        assertThat(events.get(6).arguments()).isEqualTo(Arguments.NONE);
        assertThat(trace.header().init()).containsOnlyKeys("msgs", "rmState", "tmPrepared", "tmState");
        assertThat(events.get(6).state())
                .containsEntry("tmState", new Observation.Untyped(TlaValue.of("committed")))
                .containsEntry("tmPrepared", new Observation.Untyped(TlaText.parse("<<\"r1\", \"r2\", \"r3\">>")));
    }

    @Test
    void the_step_that_closes_a_lasso_is_an_event_and_an_unnamed_action_none() throws IOException {
        List<Event> events = events("{'vars':['x'],'counterexample':{'state':[],'action':["
                + "[[1,{'x':0}],{'name':'Up','context':{'n':1,'s':[1]}},[2,{'x':1}]],"
                + "[[2,{'x':1}],{'name':'UnnamedAction'},[1,{'x':0}]]]}}");
        assertThat(events).extracting(Event::action).containsExactly(Optional.of("Up"), Optional.empty());
        assertThat(events.get(0).arguments()).isEqualTo(new Arguments.Named(Map.of("n", TlaValue.of(1))));
        assertThat(events.get(1).state()).containsEntry("x", new Observation.Untyped(TlaValue.of(0)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    {'counterexample':{'action':[[[1,{'x':0}],{},[2,{'x':1}]],|[[3,{'x':1}],{},[4,{'x':2}]]]}} ; T73 ; 2:1  ; The step begins in state 3, and the one before has ended in state 2.
                    {'counterexample':{'action':[|[[1,{'x':0}],{}]]}}                                          ; T09 ; 2:1  ; expected: an array of 3
                    {'counterexample':{'action':[|[[1,{'x':1.5}],{},[2,{'x':1}]]]}}                            ; T10 ; 2:1  ; state.x is 1.5
                    {'counterexample':|{'state':[]}}                                                           ; T09 ; 2:12 ; action is not as it must be.
                    {'counterexample':{'action':[|[[1,{'x':1}],{},[2,{'x':1}]                                  ; T70 ; 2:28 ; it ends too early.
                    """)
    void what_tlc_did_not_write_is_rejected_with_its_place(String text, String code, String place, String what) {
        assertThatThrownBy(() -> events(text.replace('|', '\n'))).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("PLUMB-" + code);
            assertThat(problem.source().map(Object::toString)).contains(folder + "/a.json:" + place);
            assertThat(problem.text()).contains(what);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    <<1, 2>>                       ; {2, 1}                               ; true
                    <<1, 2>>                       ; <<1, 2>>                             ; true
                    <<1, 2>>                       ; <<2, 1>>                             ; false
                    <<1, 2>>                       ; {1}                                  ; false
                    <<1, 2>>                       ; {1, 3}                               ; false
                    <<>>                           ; {}                                   ; true
                    <<"r1">>                       ; {r1}                                 ; true
                    <<"r1", "r1">>                 ; {r1, "r1"}                           ; true
                    <<"r1", "r2">>                 ; {r1, "r1"}                           ; false
                    "r1"                           ; r1                                   ; true
                    "r1"                           ; r2                                   ; false
                    [r1 |-> 1, r2 |-> 2]           ; (r1 :> 1 @@ r2 :> 2)                 ; true
                    [r1 |-> 1]                     ; (r1 :> 1 @@ r2 :> 2)                 ; false
                    [r1 |-> 1, r2 |-> 2]           ; (r1 :> 1)                            ; false
                    [r1 |-> <<1>>]                 ; [r1 |-> {1}]                         ; true
                    [r1 |-> <<1>>]                 ; [r1 |-> {2}]                         ; false
                    <<<<1, 2>>, <<2, 1>>>>         ; {<<1, 2>>, <<2, 1>>}                 ; true
                    <<<<1, 2>>, <<2, 3>>>>         ; {<<1, 2>>, <<2, 1>>}                 ; false
                    <<[a |-> 1]>>                  ; {[a |-> 1]}                          ; true
                    1                              ; {1}                                  ; false
                    <<1>>                          ; 1                                    ; false
                    """)
    void untyped_values_stand_for_all_that_are_written_alike(String seen, String actual, boolean isSame) {
        TlaValue value = TlaText.parse(actual);
        assertThat(new Observation.Untyped(TlaText.parse(seen))
                        .differences("x", Optional.empty(), value)
                        .isEmpty())
                .isEqualTo(isSame);
    }

    @Test
    void keys_that_are_text_stand_for_any_index() {
        TlaValue seen = TlaValue.record(Map.of("<<1, 2>>", TlaValue.of(7), "0", TlaValue.of(8)));
        Observation observation = new Observation.Untyped(seen);
        assertThat(observation.differences("x", Optional.empty(), TlaText.parse("(<<1, 2>> :> 7 @@ 0 :> 8)")))
                .isEmpty();
        assertThat(observation.differences("x", Optional.empty(), TlaText.parse("(<<1, 2>> :> 7 @@ 0 :> 9)")))
                .containsExactly(new Difference("x[0]", "8", "9"));
    }
}
