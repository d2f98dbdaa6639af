package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.Trace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which observations of an accepted trace could not have been wrong. */
class VacuityTest {
    @TempDir
    Path folder;

    /** A ring of two, in which the holder passes a token; {@code kind} never changes, and anybody may look. */
    private TraceCheck ring() {
        new Fixture(folder)
                .module(
                        "Ring",
                        "EXTENDS Naturals",
                        "VARIABLES holder, kind, passed",
                        "Init == holder \\in 1..2 /\\ kind = \"ring\" /\\ passed = [p \\in 1..2 |-> 0]",
                        "Pass(p) == /\\ holder = p /\\ holder' = 3 - p /\\ UNCHANGED kind",
                        "           /\\ passed' = [passed EXCEPT ![p] = (@ + 1) % 3]",
                        "Look == UNCHANGED <<holder, kind, passed>>",
                        "Note(n) == UNCHANGED <<holder, kind, passed>>",
                        "Next == (\\E p \\in 1..2 : Pass(p)) \\/ Look \\/ (\\E n \\in 1..2 : Note(n))");
        return new TraceCheck(new Fixture(folder).module("Ring"), TlcJar.find());
    }

    private Trace trace(String... lines) {
        return new Traces(folder).part(lines).read();
    }

    private TraceCheckResult ring(String... lines) {
        return ring().check(trace(lines), "");
    }

    private List<String> suspicions(String... lines) {
        TraceCheckResult result = ring(lines);
        assertThat(result.outcome()).isEqualTo(new Outcome.Conforms());
        return result.suspicions();
    }

    @Test
    void what_could_have_been_wrong_is_not_suspicious() {
        assertThat(suspicions(
                        "{'plumb':1}",
                        "{'action':'Pass','args':{'p':1},'state':{'holder':2}}",
                        "{'action':'Pass','args':{'p':2},'before':{'holder':2},'state':{'passed':{'2':1}}}",
                        "{'state':{'passed':{'1':2}}}"))
                .isEmpty();
    }

    @Test
    void the_planted_observation_that_is_always_so_is_named_and_no_other() {
        assertThat(suspicions(
                        "{'plumb':1}",
                        "{'action':'Pass','args':{'p':1},'state':{'holder':2,'kind':'ring'}}",
                        "{'action':'Pass','args':{'p':2},'state':{'holder':1}}"))
                .singleElement()
                .asString()
                .startsWith("what events of Pass say of kind excludes nothing");
        assertThat(suspicions(
                        "{'plumb':1}",
                        "{'action':'Pass','args':{'p':1}}",
                        "{'action':'Pass','args':{'p':2},'before':{'kind':'ring'},'state':{'passed':{}}}"))
                .extracting(said -> said.replaceAll(" excludes.*", ""))
                .containsExactly(
                        "what events of Pass say of kind before the step", "what events of Pass say of passed");
    }

    @Test
    void an_argument_that_makes_no_difference_is_named() {
        assertThat(suspicions("{'plumb':1}", "{'action':'Note','args':{'n':1}}", "{'action':'Pass','args':{'p':1}}"))
                .singleElement()
                .asString()
                .startsWith("what events of Note say of the argument n excludes nothing");
        assertThat(suspicions("{'plumb':1}", "{'action':'Note','args':[2]}"))
                .singleElement()
                .asString()
                .startsWith("what events of Note say of the argument n excludes nothing");
    }

    @Test
    void nothing_is_suspicious_where_nobody_asks() {
        Trace trace = trace("{'plumb':1}", "{'action':'Note','args':[2]}");
        assertThat(ring().check(trace, "").suspicions()).isNotEmpty();
        assertThat(ring().unsuspicious().check(trace, "").suspicions()).isEmpty();
    }

    @Test
    void an_action_that_is_always_possible_and_of_which_nothing_else_is_said_is_named() {
        assertThat(suspicions("{'plumb':1}", "{'action':'Look'}", "{'action':'Pass','args':{'p':1}}"))
                .singleElement()
                .asString()
                .startsWith("events of Look say nothing but its name");
        assertThat(suspicions("{'plumb':1}", "{}")).containsExactly("there are events that say nothing at all");
    }

    @Test
    void an_observation_that_excludes_guesses_is_not_suspicious_though_no_state_that_was_visited_contradicts_it() {
        assertThat(suspicions("{'plumb':1,'init':{'holder':1}}", "{'state':{'holder':1}}", "{'state':{'holder':1}}"))
                .isEmpty();
    }

    @Test
    void what_is_suspicious_is_a_failure_where_that_is_asked_for() {
        TraceCheckResult weak = ring("{'plumb':1}", "{'action':'Look'}");
        assertThat(weak.strict().outcome())
                .isEqualTo(new Outcome.Vacuous("events of Look say nothing but its name, and the spec allows it in"
                        + " every state that the search came to"));
        assertThat(weak.strict().outcome().exitCode()).isEqualTo(4);

        TraceCheckResult strong = ring("{'plumb':1}", "{'action':'Pass','state':{'holder':2}}");
        assertThat(strong.strict().outcome()).isEqualTo(new Outcome.Conforms());

        TraceCheckResult wrong = ring("{'plumb':1}", "{'action':'Look'}", "{'state':{'holder':7}}");
        assertThat(wrong.strict().outcome()).isEqualTo(new Outcome.Diverges());
        assertThat(wrong.suspicions()).isEmpty();
    }

    @Test
    void the_index_of_a_process_does_not_tell_observations_apart() {
        assertThat(suspicions(
                        "{'plumb':1}",
                        "{'process':'1','action':'Look','state':{'passed':{'1':0}}}",
                        "{'process':'1','action':'Look','state':{'passed':{'2':0}}}"))
                .singleElement()
                .asString()
                .startsWith("what events of Look say of passed[*] excludes nothing");
    }
}
