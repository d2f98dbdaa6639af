package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Divergence.Blocked;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.WhyNot;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In what order a divergence is explained, and whether the order of two events is to blame. */
class LikeliestFirstTest {
    @TempDir
    Path folder;

    private List<Blocked> blocked(String... lines) {
        new Fixture(folder)
                .module(
                        "Lamps",
                        "EXTENDS Naturals",
                        "VARIABLES x, light",
                        "Init == x \\in {0, 10} /\\ light = \"off\"",
                        "Inc == x' = x + 1 /\\ UNCHANGED light",
                        "Jump(n) == /\\ n = 2",
                        "           /\\ LET far == x = 7 IN far",
                        "           /\\ x' = n /\\ UNCHANGED light",
                        "TurnOn == light = \"off\" /\\ light' = \"on\" /\\ UNCHANGED x",
                        "Peek == light = \"off\" /\\ UNCHANGED <<light, x>>",
                        "Read == light = \"on\" /\\ UNCHANGED <<light, x>>",
                        "Next == Inc \\/ (\\E n \\in 1..2 : Jump(n)) \\/ TurnOn \\/ Peek \\/ Read");
        TraceCheckResult result = new TraceCheck(new Fixture(folder).module("Lamps"), TlcJar.find())
                .check(new Traces(folder).part(lines).read(), "");
        assertThat(result.outcome()).isEqualTo(new Outcome.Diverges());
        return result.runs().get(0).divergence().orElseThrow().blocked();
    }

    @Test
    void the_candidate_with_the_fewest_false_conjuncts_comes_first() {
        List<WhyNot> reasons =
                blocked("{'plumb':1}", "{'action':'Jump'}").get(0).reasons();
        assertThat(reasons)
                .extracting(why -> why.action() + " " + ((WhyNot.FalseConjunct) why).broken())
                .containsExactly("Jump(2) 1", "Jump(1) 2");
    }

    @Test
    void of_states_that_are_as_near_that_comes_first_from_which_more_events_go_on() {
        List<Blocked> slip = blocked(
                "{'plumb':1}",
                "{'action':'Inc','state':{'light':'on'}}",
                "{'action':'Inc','state':{'x':12}}",
                "{'action':'Inc','state':{'x':13}}");
        assertThat(slip)
                .extracting(each -> each.state().get("x") + " "
                        + each.fit().orElseThrow().without() + " "
                        + each.fit().orElseThrow().eventsAfter())
                .containsExactly("10 [light] 2", "0 [light] 0");

        List<Blocked> other =
                blocked("{'plumb':1}", "{'action':'Inc','state':{'light':'on'}}", "{'action':'Inc','state':{'x':2}}");
        assertThat(other.get(0).state().get("x")).hasToString("0");
    }

    @Test
    void an_event_that_fits_before_the_one_before_it_or_after_the_one_behind_it_is_told() {
        Blocked late = blocked("{'plumb':1}", "{'action':'TurnOn'}", "{'action':'Peek'}")
                .get(0);
        assertThat(late.swap().orElseThrow().action()).contains("TurnOn");
        Blocked early = blocked("{'plumb':1}", "{'action':'Read'}", "{'action':'TurnOn'}")
                .get(0);
        assertThat(early.swap().orElseThrow().action()).contains("TurnOn");
    }

    @Test
    void nothing_is_said_where_the_other_order_does_not_help() {
        Blocked alone = blocked("{'plumb':1}", "{'action':'Read'}").get(0);
        assertThat(alone.swap()).isEmpty();
        Blocked wrong = blocked("{'plumb':1}", "{'action':'TurnOn'}", "{'action':'TurnOn'}", "{'action':'Peek'}")
                .get(0);
        assertThat(wrong.swap()).isEmpty();
    }
}
