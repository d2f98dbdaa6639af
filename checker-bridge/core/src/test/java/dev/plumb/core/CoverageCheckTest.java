package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Coverage.Alternative;
import dev.plumb.core.Coverage.Count;
import dev.plumb.core.Coverage.Pair;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a spec traces have shown. */
class CoverageCheckTest {
    @TempDir
    Path folder;

    /** A lamp: off, on, dimmed; it can break, and then nothing happens any more. */
    private Coverage lamp(int statesMax, String[]... traces) {
        new Fixture(folder)
                .module(
                        "Lamp",
                        "VARIABLE light",
                        "Init == light = \"off\"",
                        "TurnOn == light = \"off\" /\\ light' = \"on\"",
                        "Dim == \\/ light = \"on\" /\\ light' = \"dimmed\"",
                        "       \\/ light = \"dimmed\" /\\ light' = \"off\"",
                        "Use == TurnOn \\/ Dim",
                        "Break(how) == light = \"on\" /\\ light' = how",
                        "Next == Use \\/ (\\E how \\in {\"burnt\", \"torn\"} : Break(how)) \\/ (light = \"on\" /\\ light' = \"off\")");
        TraceCheck check = new TraceCheck(new Fixture(folder).module("Lamp"), TlcJar.find()).keepingPaths();
        List<Behaviour> behaviours = new ArrayList<>();
        Trace last = null;
        for (String[] lines : traces) {
            last = new Traces(folder).part(lines).read();
            TraceCheckResult result = check.check(last, "");
            assertThat(result.outcome()).isEqualTo(new Outcome.Conforms());
            result.runs().forEach(run -> behaviours.add(run.behaviour().orElseThrow()));
        }
        return new CoverageCheck(check, statesMax).of(last.header(), behaviours);
    }

    private static final String[] ROUND = {
        "{'plumb':1}", "{'action':'Use'}", "{'action':'Dim'}", "{'action':'Dim'}", "{'action':'TurnOn'}"
    };
    private static final String[] OUT = {
        "{'plumb':1}", "{'action':'TurnOn'}", "{'state':{'light':'off'}}", "{'state':{'light':'off'}}"
    };

    private static List<String> told(Coverage coverage) {
        return coverage.alternatives().stream()
                .map(each -> each.action() + " " + each.place().beginLine() + " " + each.shown())
                .toList();
    }

    @Test
    void tells_the_disjuncts_of_actions_apart_that_an_event_does_not() {
        assertThat(told(lamp(100, ROUND))).containsExactly("TurnOn 4 2", "Dim 5 1", "Dim 6 1", "Break 8 0", "Next 9 0");
        assertThat(lamp(100, ROUND).actions()).isEqualTo(new Count(4, 2));
    }

    @Test
    void what_several_traces_show_is_counted_together() {
        Coverage both = lamp(100, ROUND, OUT);
        assertThat(both.behaviours()).isEqualTo(2);
        assertThat(both.alternatives())
                .extracting(Alternative::shown)
                .as("what changes nothing is no step of an action")
                .containsExactly(3L, 1L, 1L, 0L, 1L);
    }

    @Test
    void pairs_that_follow_each_other_and_those_that_never_did() {
        Coverage coverage = lamp(100, ROUND);
        assertThat(coverage.pairs())
                .containsExactly(new Pair("Dim", "Dim", 1), new Pair("Dim", "TurnOn", 1), new Pair("TurnOn", "Dim", 1));
        assertThat(coverage.graph().unseenPairs())
                .extracting(pair -> pair.first() + " " + pair.second())
                .containsExactly("Next TurnOn", "TurnOn Break", "TurnOn Next");
    }

    @Test
    void states_and_transitions_that_no_trace_has_shown() {
        Coverage.Graph graph = lamp(100, ROUND).graph();
        assertThat(graph.isWhole()).isTrue();
        assertThat(graph.states()).isEqualTo(new Count(5, 3));
        assertThat(graph.transitions()).isEqualTo(new Count(6, 3));
        assertThat(graph.unseenStates()).containsExactly("light = \"burnt\"", "light = \"torn\"");
        assertThat(graph.unseenTransitions())
                .as("one of each action")
                .containsExactly("Break(\"burnt\") where light = \"on\"", "Next where light = \"on\"");
    }

    @Test
    void a_graph_that_is_larger_than_the_limit_is_not_called_whole() {
        Coverage.Graph graph = lamp(2, ROUND).graph();
        assertThat(graph.isWhole()).isFalse();
        assertThat(graph.states()).isEqualTo(new Count(2, 2));
        assertThat(graph.unseenPairs()).isEmpty();
        assertThat(lamp(5, ROUND).graph().isWhole()).isTrue();
    }
}
