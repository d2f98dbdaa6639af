package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our verdicts beside those of stock TLC on the generated modules, for everything that a trace can say. */
class WitnessOfEachKindTest {
    private static final String RMS = "'constants':{'RM':{'#set':['r1','r2']}}";
    private static final String PART = "{'plumb':1,'trace':'demo'," + RMS + "}";

    @TempDir
    Path folder;

    private Fixture specs;

    @BeforeEach
    void write_a_spec_with_a_value_of_each_kind() {
        specs = new Fixture(folder)
                .module(
                        "Box",
                        "EXTENDS Naturals, Sequences",
                        "VARIABLES set, seq, fn, net",
                        "vars == <<set, seq, fn, net>>",
                        "Init == set = {1} /\\ seq = <<>> /\\ net = {} /\\ fn \\in {[a |-> [n |-> 0], b |-> [n |-> 5]], [a |-> [n |-> 3], b |-> [n |-> 5]]}",
                        "Put(e) == e \\notin set /\\ set' = set \\cup {e} /\\ UNCHANGED <<seq, fn, net>>",
                        "Swap == set' = {4} /\\ UNCHANGED <<seq, fn, net>>",
                        "Queue(e) == seq' = Append(seq, e) /\\ UNCHANGED <<set, fn, net>>",
                        "Count(i) == fn' = [fn EXCEPT ![i].n = @ + 1] /\\ UNCHANGED <<set, seq, net>>",
                        "Send(m) == net' = net \\cup {m} /\\ UNCHANGED <<set, seq, fn>>",
                        "Receive(m) == net' = net \\ {m} /\\ UNCHANGED <<set, seq, fn>>",
                        "Local(i) == Count(i) \\/ Swap",
                        "Net == (\\E m \\in {[to |-> 1], [to |-> 2]} : Send(m)) \\/ (\\E m \\in net : Receive(m))",
                        "Next == (\\E e \\in 1..4 : Put(e) \\/ Queue(e)) \\/ (\\E i \\in {\"a\", \"b\"} : Local(i)) \\/ Net",
                        "Spec == Init /\\ [][Next]_vars");
    }

    private void agrees(boolean conforms, Model model, Trace trace) throws IOException {
        Outcome ours = new TraceCheck(model, TlcJar.find()).check(trace, "").outcome();
        assertThat(ours).isEqualTo(conforms ? new Outcome.Conforms() : new Outcome.Diverges());
        assertThat(StockTlc.conforms(trace, model, folder.resolve("witness"))).contains(conforms);
    }

    private void agrees(boolean conforms, String... lines) throws IOException {
        agrees(conforms, specs.module("Box"), new Traces(folder).part(lines).read());
    }

    @ParameterizedTest
    @CsvSource({"1, true", "0, false"})
    void agrees_on_parts_that_clocks_put_in_order(int hasHeardOfAbort, boolean conforms) throws IOException {
        Trace trace = new Traces(folder)
                .part(PART, "{'process':'tm','action':'TMAbort','clock':{'tm':1,'r1':" + (1 - hasHeardOfAbort) + "}}")
                .part(
                        PART,
                        "{'process':'r1','action':'RMRcvAbortMsg','clock':{'r1':1,'tm':" + hasHeardOfAbort + "}}",
                        "{'process':'r1','action':'RMRcvAbortMsg','clock':{'r1':2}}")
                .read();
        agrees(conforms, Corpus.twoPhase(), trace);
    }

    @ParameterizedTest
    @CsvSource({"r2, true", "r1, false"})
    void agrees_on_parts_of_which_one_order_fits(String second, boolean conforms) throws IOException {
        Trace trace = new Traces(folder)
                .part(
                        PART,
                        "{'process':'tm','action':'TMRcvPrepared','args':['r1']}",
                        "{'process':'tm','action':'TMRcvPrepared','args':['r2']}",
                        "{'process':'tm','action':'TMCommit'}")
                .part(
                        PART,
                        "{'process':'r1','action':'RMPrepare','args':['r1']}",
                        "{'process':'r1','action':'RMRcvCommitMsg'}")
                .part(PART, "{'process':'r2','action':'RMPrepare','args':['" + second + "']}")
                .read();
        agrees(conforms, Corpus.twoPhase(), trace);
    }

    @ParameterizedTest
    @CsvSource({"prepared, true", "committed, false"})
    void agrees_on_model_values(String state, boolean conforms) throws IOException {
        Model model = new SpecLocator(List.of(Corpus.ROOT)).forTraces("MCTwoPhase", Optional.of("MCTwoPhase"));
        Trace trace = new Traces(folder)
                .part(
                        "{'plumb':1}",
                        "{'action':'RMPrepare','args':['r3'],'state':{'rmState':{'r3':'" + state
                                + "'},'msgs':{'#added':[{'type':'Prepared','rm':'r3'}]}}}")
                .read();
        agrees(conforms, model, trace);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'state':{'fn':{'a':{'n':1}}}}; {'state':{'fn':{'a':{'n':2}}}}",
                "{'action':'Count','before':{'fn':{'a':{'n':0}}}}; {'action':'Count','before':{'fn':{'a':{'n':1}}}}",
                "{'state':{'set':{'#has':[1,2],'#hasNot':[3],'#len':2}}}; {'action':'Put','state':{'set':{'#hasNot':[1]}}}",
                "{'state':{'set':{'#added':[3]}}}; {'state':{'set':{'#added':[5]}}}",
                "{'state':{'set':{'#added':[4],'#removed':[1]}}}; {'state':{'set':{'#removed':[1]}}}",
                "{'state':{'seq':{'#appended':[2],'#len':1}}}; {'state':{'seq':{'#appended':[5]}}}",
                "{'state':{'seq':{'#len':1}}}; {'state':{'seq':{'#len':2}}}",
                "{'state':{'seq':[3]}}; {'state':{'seq':[3,3]}}",
                "{'action':'Local','state':{'set':{'#set':[4]}}}; {'action':'Local','state':{'seq':[1]}}",
                "{'state':{'set':{'#set':[1]},'seq':[],'net':{'#set':[]}}}; {'state':{'set':{'#set':[]}}}",
            })
    void agrees_on_an_observation_and_on_its_rejected_sibling(String accepted, String rejected) throws IOException {
        agrees(true, "{'plumb':1}", accepted);
        agrees(false, "{'plumb':1}", rejected);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false"})
    void agrees_on_a_quantifier_over_what_the_state_has(int to, boolean conforms) throws IOException {
        agrees(
                conforms,
                "{'plumb':1,'init':{'fn':{'a':{'n':0}}}}",
                "{'action':'Send','args':[{'to':1}]}",
                "{'action':'Receive','args':{'m':{'to':" + to + "}}}");
    }

    @ParameterizedTest
    @CsvSource({"3, true", "1, false"})
    void agrees_on_several_runs(int second, boolean conforms) throws IOException {
        agrees(
                conforms,
                "{'plumb':1}",
                "{'run':'a','action':'Put','args':[2]}",
                "{'run':'b','action':'Put','args':[" + second + "]}",
                "{'run':'a','action':'Put','args':[3]}");
    }

    @ParameterizedTest
    @CsvSource({"3, true", "1, false"})
    void agrees_on_the_elements_of_a_sequence(int element, boolean conforms) throws IOException {
        agrees(
                conforms,
                "{'plumb':1}",
                "{'action':'Queue','args':[3],'state':{'seq':{'#has':[" + element + "],'#hasNot':[2]}}}");
    }

    @Test
    void says_what_cannot_be_written_as_a_module() {
        TraceCheck check = new TraceCheck(specs.module("Box"), TlcJar.find());
        Trace trace = new Traces(folder)
                .part("{'event':'Swap','fn':[{'op':'ResetKey','path':[],'args':['a']}]}")
                .read();
        assertThatThrownBy(() -> check.emit(trace, folder.resolve("witness")))
                .isInstanceOf(Problem.class)
                .hasMessage("Operation ResetKey cannot be written as a module for TLC.");
    }
}
