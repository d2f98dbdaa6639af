package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.plumb.core.Divergence.Blocked;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.kernel.TlcJar;
import dev.plumb.kernel.api.WhyNot;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Trace;
import dev.plumb.traces.Trace.Part;
import dev.plumb.traces.Trace.Run;
import dev.plumb.traces.TraceHeader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceCheckTest {
    private static final String TWO_RMS = "{'plumb':1,'constants':{'RM':{'#set':['r1','r2']}}}";

    @TempDir
    Path folder;

    private Trace trace(String... lines) {
        return new Traces(folder).part(lines).read();
    }

    private TraceCheckResult twoPhase(String... lines) {
        return Corpus.againstTwoPhase().check(trace(lines), "");
    }

    private TraceCheckResult little(String module, String... lines) {
        return new TraceCheck(new Fixture(folder).module(module), TlcJar.find()).check(trace(lines), "");
    }

    private static Problem badInput(TraceCheckResult result) {
        assertThat(result.outcome()).isInstanceOf(Outcome.BadInput.class);
        return ((Outcome.BadInput) result.outcome()).problem();
    }

    private static Divergence divergence(TraceCheckResult result) {
        assertThat(result.outcome()).isEqualTo(new Outcome.Diverges());
        return result.runs().stream()
                .flatMap(run -> run.divergence().stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void conforms_with_the_constants_of_the_header() {
        TraceCheckResult result = twoPhase(
                TWO_RMS,
                "{'action':'RMPrepare','args':['r1'],'state':{'rmState':{'r1':'prepared'}}}",
                "{'action':'TMRcvPrepared','state':{'tmPrepared':{'#added':['r1']}}}",
                "{'action':'TMAbort'}");
        assertThat(result.outcome()).isEqualTo(new Outcome.Conforms());
        assertThat(result.events()).isEqualTo(3);
        RunResult run = result.runs().get(0);
        assertThat(run.matched()).isEqualTo(3);
        assertThat(run.divergence()).isEmpty();
        assertThat(run.behaviour().orElseThrow().steps())
                .extracting(step -> step.action().orElse("-"))
                .containsExactly("-", "RMPrepare(\"r1\")", "TMRcvPrepared(\"r1\")", "TMAbort");
    }

    @Test
    void diverges_at_the_event_whose_conjunct_is_false() {
        Divergence divergence = divergence(twoPhase(
                TWO_RMS,
                "{'action':'RMPrepare','args':['r1']}",
                "{'action':'TMCommit','at':'Tm.java:7'}",
                "{'action':'TMAbort'}"));
        assertThat(divergence.matched()).isEqualTo(1);
        assertThat(divergence.total()).isEqualTo(3);
        assertThat(divergence.frontier()).isEqualTo(1);
        Blocked blocked = divergence.blocked().get(0);
        assertThat(blocked.event().source().line()).isEqualTo(3);
        assertThat(blocked.event().at()).contains("Tm.java:7");
        assertThat(blocked.reasons().get(0))
                .asInstanceOf(type(WhyNot.FalseConjunct.class))
                .satisfies(no -> {
                    assertThat(no.text()).isEqualTo("tmPrepared = RM");
                    assertThat(no.place().module()).isEqualTo("TwoPhase");
                });
        assertThat(blocked.enabled())
                .extracting(Object::toString)
                .contains("TMAbort", "RMPrepare(\"r2\")", "TMRcvPrepared(\"r1\")");
    }

    @Test
    void diverges_where_an_enabled_action_ends_elsewhere() {
        Divergence divergence = divergence(
                twoPhase(TWO_RMS, "{'action':'RMPrepare','args':['r1'],'state':{'rmState':{'r1':'aborted'}}}"));
        assertThat(divergence.blocked().get(0).reasons().get(0))
                .asInstanceOf(type(WhyNot.EndsElsewhere.class))
                .satisfies(no -> assertThat(no.differences())
                        .singleElement()
                        .asString()
                        .contains("rmState")
                        .contains("aborted"));
    }

    @Test
    void tells_which_of_several_runs_diverges() {
        TraceCheckResult result = twoPhase(
                TWO_RMS,
                "{'run':'t1','action':'TMAbort'}",
                "{'run':'t2','action':'TMAbort'}",
                "{'run':'t1','action':'RMRcvAbortMsg'}",
                "{'run':'t2','action':'RMRcvCommitMsg'}");
        assertThat(result.outcome()).isEqualTo(new Outcome.Diverges());
        assertThat(result.runs()).extracting(RunResult::name).containsExactly("t1", "t2");
        assertThat(result.runs())
                .extracting(RunResult::outcome)
                .containsExactly(new Outcome.Conforms(), new Outcome.Diverges());
        assertThat(result.runs().get(1).matched()).isEqualTo(1);
    }

    @Test
    void reads_the_model_values_of_a_cfg_from_strings() {
        Model model = new SpecLocator(List.of(Corpus.ROOT)).forTraces("MCTwoPhase", Optional.of("MCTwoPhase"));
        TraceCheck check = new TraceCheck(model, TlcJar.find());
        Trace trace =
                trace("{'plumb':1,'constants':{'RM':{'#set':['r1','r2']}}}", "{'action':'RMPrepare','args':['r2']}");
        TraceCheckResult result = check.check(trace, "");
        assertThat(result.outcome()).isEqualTo(new Outcome.Conforms());
        assertThat(result.runs().get(0).behaviour().orElseThrow().steps().get(1).action())
                .contains("RMPrepare(r2)");
    }

    @Test
    void names_the_nearest_of_a_name_that_the_spec_does_not_have() {
        Problem action = badInput(twoPhase(TWO_RMS, "{'action':'RMPrepair'}"));
        assertThat(action.text()).startsWith("PLUMB-N01").contains(":2: ").contains("Did you mean RMPrepare?");
        Problem argument = badInput(twoPhase(TWO_RMS, "{'action':'RMPrepare','args':{'rn':'r1'}}"));
        assertThat(argument.text()).startsWith("PLUMB-N02").contains("Did you mean rm?");
        Problem variable = badInput(twoPhase(TWO_RMS, "{'state':{'rmStat':{'r1':'prepared'}}}"));
        assertThat(variable.text()).startsWith("PLUMB-N04").contains("Did you mean rmState?");
        Problem index = badInput(twoPhase(TWO_RMS, "{'action':'RMPrepare','state':{'rmState':{'r11':'prepared'}}}"));
        assertThat(index.text())
                .startsWith("PLUMB-N07")
                .contains(":2: Variable rmState has no index r11.")
                .contains("Did you mean r1? Its indices are r1, r2.");
    }

    @Test
    void does_not_take_an_index_in_quotes_for_another() {
        assertThat(twoPhase(TWO_RMS, "{'state':{'rmState':{'\\'r1\\'':'committed'}}}")
                        .outcome())
                .isEqualTo(new Outcome.Diverges());
        assertThat(badInput(twoPhase(TWO_RMS, "{'state':{'rmState':{'\\'r3\\'':'committed'}}}"))
                        .text())
                .startsWith("PLUMB-N07");
    }

    @Test
    void does_not_take_the_new_index_of_a_function_that_grows_for_a_slip() {
        new Fixture(folder)
                .module(
                        "Log",
                        "EXTENDS Naturals, TLC",
                        "VARIABLE log",
                        "Init == log = (\"a\" :> 0)",
                        "Put(k, v) == k \\notin DOMAIN log /\\ log' = log @@ (k :> v)",
                        "Next == \\E k \\in {\"b\", \"c\"}, v \\in 1..2 : Put(k, v)");
        assertThat(little("Log", "{'plumb':1}", "{'action':'Put','state':{'log':{'b':1}}}")
                        .outcome())
                .isEqualTo(new Outcome.Conforms());
        Divergence divergence = divergence(little("Log", "{'plumb':1}", "{'action':'Put','state':{'log':{'b':7}}}"));
        assertThat(divergence.matched()).isZero();
    }

    @Test
    void says_that_no_initial_state_is_as_observed() {
        Problem problem = badInput(twoPhase(
                "{'plumb':1,'constants':{'RM':{'#set':['r1']}},'init':{'tmState':'aborted'}}", "{'action':'TMAbort'}"));
        assertThat(problem.text()).startsWith("PLUMB-N08").contains("No initial state of TwoPhase");
    }

    @Test
    void says_which_constant_cannot_be_set() {
        Problem function = badInput(twoPhase("{'plumb':1,'constants':{'RM':{'a':1}}}", "{'action':'TMAbort'}"));
        assertThat(function.text()).startsWith("PLUMB-C08").contains("Constant RM = ");
        assertThat(badInput(twoPhase("{'plumb':1,'constants':{'RM':-1}}", "{'action':'TMAbort'}"))
                        .what())
                .isEqualTo("Constant RM = -1 cannot be set from outside the specification.");
    }

    @Test
    void diverges_where_the_program_failed() {
        Divergence divergence = divergence(twoPhase(TWO_RMS, "{'action':'TMAbort'}", "{'action':'__exception'}"));
        assertThat(divergence.matched()).isEqualTo(1);
    }

    @Test
    void is_a_spec_error_where_nothing_fits_and_a_candidate_cannot_be_evaluated() {
        new Fixture(folder)
                .module(
                        "Bad",
                        "EXTENDS Naturals",
                        "VARIABLE x",
                        "Init == x = 0",
                        "Add(y) == x' = x + y",
                        "Next == \\E y \\in {1, 2} : Add(y) \\/ (y = 2 /\\ x' = x + \"two\")");
        assertThat(little("Bad", "{'plumb':1}", "{'state':{'x':1}}").outcome()).isEqualTo(new Outcome.Conforms());
        Outcome outcome = little("Bad", "{'plumb':1}", "{'state':{'x':7}}").outcome();
        assertThat(outcome).isInstanceOf(Outcome.SpecError.class);
        assertThat(outcome.exitCode()).isEqualTo(75);
    }

    @Test
    void diverges_where_only_what_else_could_have_been_cannot_be_evaluated() {
        new Fixture(folder)
                .module(
                        "Division",
                        "EXTENDS Naturals",
                        "VARIABLE x",
                        "Init == x = 0",
                        "Take == x > 0 /\\ x' = x - 1",
                        "Divide == x' = 10 \\div x",
                        "Next == Take \\/ Divide");
        assertThat(little("Division", "{'plumb':1}", "{'action':'Divide'}").outcome())
                .isInstanceOf(Outcome.SpecError.class);
        assertThat(little("Division", "{'plumb':1}", "{'action':'Take'}", "{'action':'Divide'}")
                        .outcome())
                .isEqualTo(new Outcome.Diverges());
    }

    @Test
    void is_vacuous_without_events() {
        Trace some = trace(TWO_RMS, "{'action':'TMAbort'}");
        TraceHeader header = some.header();
        Trace none = new Trace("t", header, List.of(), List.of());
        assertThat(Corpus.againstTwoPhase().check(none, "").outcome())
                .isEqualTo(new Outcome.Vacuous("the trace holds no events"));
    }

    @Test
    void follows_an_action_over_a_set_that_depends_on_the_state() {
        new Fixture(folder)
                .module(
                        "Net",
                        "VARIABLES msgs, got",
                        "Init == msgs = {} /\\ got = {}",
                        "Send(m) == m \\notin msgs /\\ msgs' = msgs \\cup {m} /\\ got' = got",
                        "Receive(m) == got' = got \\cup {m} /\\ msgs' = msgs \\ {m}",
                        "Next == (\\E m \\in {\"a\", \"b\"} : Send(m)) \\/ (\\E m \\in msgs : Receive(m))");
        String send = "{'action':'Send','args':['a']}";
        assertThat(little("Net", "{'plumb':1}", send, "{'action':'Receive','args':['a']}")
                        .outcome())
                .isEqualTo(new Outcome.Conforms());
        Divergence divergence = divergence(little("Net", "{'plumb':1}", send, "{'action':'Receive','args':['b']}"));
        assertThat(divergence.matched()).isEqualTo(1);
        assertThat(divergence.blocked().get(0).reasons().get(0))
                .asInstanceOf(type(WhyNot.OutOfBounds.class))
                .satisfies(no -> assertThat(no.text()).contains("msgs"));
    }

    @Test
    void finds_the_behaviour_that_a_module_inherits() {
        new Fixture(folder)
                .module(
                        "Clock",
                        "EXTENDS Integers",
                        "VARIABLE x",
                        "Start == x = 0",
                        "Go == x' = 1 - x",
                        "Spec == Start /\\ [][Go]_x")
                .module("MCClock", "EXTENDS Clock")
                .config("MCClock", "CHECK_DEADLOCK TRUE");
        Model model = new SpecLocator(List.of())
                .forTraces(folder.resolve("MCClock.tla").toString(), Optional.empty());
        TraceCheckResult result =
                new TraceCheck(model, TlcJar.find()).check(trace("{'plumb':1}", "{'state':{'x':1}}"), "");
        assertThat(result.outcome()).isEqualTo(new Outcome.Conforms());
    }

    @Test
    void says_that_clocks_contradict_each_other() {
        Trace some = new Traces(folder)
                .part(
                        "{'plumb':1,'trace':'t','constants':{'RM':{'#set':['r1']}}}",
                        "{'process':'p','action':'TMAbort'}")
                .part(
                        "{'plumb':1,'trace':'t','constants':{'RM':{'#set':['r1']}}}",
                        "{'process':'q','action':'TMAbort'}")
                .read();
        Part first = some.runs().get(0).parts().get(0);
        Part second = some.runs().get(0).parts().get(1);
        Run cyclic = new Run(
                "",
                List.of(
                        new Part("p", first.events(), List.of(new int[] {0, 1})),
                        new Part("q", second.events(), List.of(new int[] {1, 0}))));
        Trace trace = new Trace("t", some.header(), List.of(cyclic), List.of());
        assertThat(badInput(Corpus.againstTwoPhase().check(trace, "")).code()).isEqualTo("PLUMB-C10");
    }
}
