package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Behaviour.Message;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is drawn of a trace: who did what, and who had heard of whom. */
class BehavioursTest {
    private static final String RMS = "{'plumb':1,'trace':'demo','constants':{'RM':{'#set':['r1','r2']}}}";

    @TempDir
    Path folder;

    @Test
    void has_an_arrow_from_the_last_event_that_a_step_heard_of() {
        Trace trace = new Traces(folder)
                .part(RMS, "{'process':'r1','action':'RMPrepare','args':['r1'],'clock':{'r1':1}}")
                .part(
                        RMS,
                        "{'process':'tm','action':'TMRcvPrepared','args':['r1'],'clock':{'tm':1,'r1':1}}",
                        "{'process':'tm','action':'TMAbort','clock':{'tm':2,'r1':1}}")
                .part(RMS, "{'process':'r2','action':'RMRcvAbortMsg','args':['r2'],'clock':{'r2':1,'tm':2,'r1':1}}")
                .read();
        Behaviour behaviour = Corpus.againstTwoPhase()
                .check(trace, "")
                .runs()
                .get(0)
                .behaviour()
                .orElseThrow();
        assertThat(behaviour.lanes()).containsExactly("r1", "tm", "r2");
        assertThat(behaviour.messages())
                .containsExactly(
                        new Message(2, OptionalInt.of(3), "[rm |-> \"r1\", type |-> \"Prepared\"]"),
                        new Message(4, OptionalInt.of(5), "[type |-> \"Abort\"]"));
    }

    /** The oldest step that is remembered has no state before it, from which one could tell what it sent. */
    @Test
    void has_an_arrow_from_the_oldest_step_that_is_remembered() {
        List<String> lines = new ArrayList<>(List.of("{'plumb':1,'order':'file'}"));
        for (int i = 1; i <= 2_400; i++) {
            lines.add("{'process':'q','action':'Tick','clock':{'q':" + i + "}}");
        }
        for (int i = 1; i <= 100; i++) {
            lines.add("{'process':'p','action':'Tick','clock':{'p':" + i + ",'q':" + (950 + i) + "}}");
        }
        Fixture specs = new Fixture(folder)
                .module(
                        "Tick",
                        "EXTENDS Integers",
                        "VARIABLE x",
                        "Init == x = 0",
                        "Tick == x' = 1 - x",
                        "Next == Tick");
        Trace trace = new Traces(folder).part(lines.toArray(String[]::new)).read();
        Behaviour behaviour = new TraceCheck(specs.module("Tick"), TlcJar.find())
                .check(trace, "")
                .runs()
                .get(0)
                .behaviour()
                .orElseThrow();
        int oldest = behaviour.steps().get(0).number();
        assertThat(oldest).isBetween(952, 1_051);
        assertThat(behaviour.messages())
                .extracting(Message::from)
                .contains(oldest)
                .doesNotContain(oldest - 1);
    }
}
