package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Divergence.Fit;
import dev.plumb.kernel.TlcJar;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which observations of a rejected event stand in the way. */
class LeavingOutTest {
    @TempDir
    Path folder;

    private Optional<Fit> fit(String event) {
        new Fixture(folder)
                .module(
                        "Jugs",
                        "EXTENDS Naturals",
                        "VARIABLES level, last",
                        "Init == level = [a |-> 0, b |-> 0] /\\ last = 0",
                        "Fill(j, n) == n \\in 1..3 /\\ level' = [level EXCEPT ![j] = n] /\\ last' = n",
                        "Next == \\E j \\in {\"a\", \"b\"}, n \\in 1..3 : Fill(j, n)");
        Model model =
                new SpecLocator(List.of()).forTraces(folder.resolve("Jugs.tla").toString(), Optional.empty());
        TraceCheckResult result = new TraceCheck(model, TlcJar.find())
                .check(new Traces(folder).part("{'plumb':1}", event).read(), "");
        assertThat(result.outcome()).isEqualTo(new Outcome.Diverges());
        return result.runs().get(0).divergence().orElseThrow().blocked().get(0).fit();
    }

    private static String told(Optional<Fit> fit) {
        return fit.map(each -> each.without() + " " + each.step()).orElse("nothing can stay");
    }

    @Test
    void one_wrong_field_is_named_among_right_ones() {
        assertThat(told(fit("{'action':'Fill','args':{'j':'a','n':2},'state':{'level':{'a':2,'b':1},'last':2}}")))
                .isEqualTo("[level[b]] Fill(\"a\", 2)");
    }

    @Test
    void a_wrong_argument_gives_way_to_nothing_before_it_and_takes_along_what_agrees_with_it() {
        assertThat(told(fit("{'action':'Fill','args':{'j':'a','n':9},'state':{'level':{'a':2},'last':2}}")))
                .isEqualTo("[the argument n] Fill(\"a\", 2)");
        assertThat(told(fit("{'action':'Fill','args':['a',1],'state':{'level':{'a':2},'last':2}}")))
                .isEqualTo("[last, level[a]] Fill(\"a\", 1)");
    }

    @Test
    void what_was_seen_before_the_step_is_told_from_what_was_seen_after_it() {
        assertThat(told(fit("{'action':'Fill','before':{'last':1},'state':{'last':1}}")))
                .isEqualTo("[last before the step] Fill(\"a\", 1)");
    }

    @Test
    void nothing_is_said_where_nothing_can_stay() {
        assertThat(told(fit("{'state':{'last':9}}"))).isEqualTo("nothing can stay");
        assertThat(told(fit("{'action':'__exception'}"))).isEqualTo("nothing can stay");
    }

    @Test
    void that_nothing_may_have_happened_is_no_answer() {
        assertThat(told(fit("{'action':'Fill','args':{'j':'c'},'state':{'last':0}}")))
                .startsWith("[the argument j, last] Fill");
        assertThat(told(fit("{'action':'__exception','state':{'last':0}}"))).isEqualTo("nothing can stay");
        assertThat(told(fit("{'action':'__exception','state':{'last':1}}"))).isEqualTo("[the action] Fill(\"a\", 1)");
    }

    @Test
    void an_event_with_very_many_observations_is_not_tried() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 101; i++) {
            many.append(i == 0 ? "" : ",").append("'").append(i).append("':0");
        }
        assertThat(told(fit("{'action':'Fill','state':{'last':{" + many + "}}}")))
                .isEqualTo("nothing can stay");
        assertThat(told(fit("{'action':'Fill','state':{'last':{'0':0}}}"))).startsWith("[last[0]] Fill");
    }
}
