package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.TraceCheckResult.RunResult;
import dev.plumb.core.search.Silent;
import dev.plumb.kernel.TlcJar;
import dev.plumb.traces.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps of the spec that the program does not record. */
class SilentStepsTest {
    private static final String HEADER = "{'plumb':1}";

    @TempDir
    Path folder;

    private Model lossy(String... claims) {
        return new Fixture(folder)
                .module(
                        "Lossy",
                        "EXTENDS Naturals",
                        "VARIABLES net, got",
                        "Init == net \\in {{}, {9}} /\\ got = 0",
                        "Send(m) == m \\notin net /\\ net' = net \\cup {m} /\\ got' = got",
                        "Receive(m) == m \\in net /\\ net' = net \\ {m} /\\ got' = m",
                        "Lose(m) == m \\in net /\\ net' = net \\ {m} /\\ got' = got",
                        "Reset == got # 0 /\\ got' = 0 /\\ net' = net",
                        "Next == (\\E m \\in 1..3 : Send(m)) \\/ (\\E m \\in net : Receive(m) \\/ Lose(m)) \\/ Reset",
                        "Kept == 1 \\in net \\/ got # 0 \\/ net \\subseteq {9}")
                .config("Lossy", claims)
                .model("Lossy");
    }

    private TraceCheckResult check(Silent silent, String... events) {
        return check(lossy("INIT Init", "NEXT Next"), silent, events);
    }

    private TraceCheckResult check(Model model, Silent silent, String... events) {
        try (LoadedSpecs specs = LoadedSpecs.once(TlcJar.find())) {
            return new TraceCheck(model, specs, silent).check(trace(events), "");
        }
    }

    private Trace trace(String... events) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(events));
        return new Traces(folder).part(lines.toArray(String[]::new)).read();
    }

    private static Silent silent(int max, String... actions) {
        return new Silent(List.of(actions), max);
    }

    @Test
    void are_taken_where_an_event_needs_them_and_shown_among_the_steps() {
        String[] twice = {"{'action':'Send','args':[1]}", "{'action':'Send','args':[1]}"};
        assertThat(check(Silent.NONE, twice).outcome()).isEqualTo(new Outcome.Diverges());
        RunResult run = check(silent(1, "Lose"), twice).runs().get(0);
        assertThat(run.outcome()).isEqualTo(new Outcome.Conforms());
        assertThat(run.behaviour().orElseThrow().steps())
                .extracting(step -> step.number() + " " + step.action().orElse("-"))
                .containsExactly("1 -", "2 Send(1)", "3 Lose(1)", "4 Send(1)");
    }

    @Test
    void are_no_more_than_were_declared_and_of_no_other_action() {
        String[] lost = {
            "{'action':'Send','args':[1]}",
            "{'action':'Send','args':[2],'state':{'net':{'#set':[1,2]}}}",
            "{'before':{'net':{'#set':[]}},'action':'Send'}"
        };
        assertThat(check(silent(2, "Lose"), lost).outcome()).isEqualTo(new Outcome.Conforms());
        assertThat(check(silent(1, "Lose"), lost).outcome()).isEqualTo(new Outcome.Diverges());
        assertThat(check(silent(2, "Reset"), lost).outcome()).isEqualTo(new Outcome.Diverges());
    }

    @Test
    void that_the_spec_does_not_have_are_bad_input() {
        Outcome outcome = check(silent(1, "Loose"), "{'action':'Send'}").outcome();
        assertThat(outcome).isInstanceOf(Outcome.BadInput.class);
        assertThat(((Outcome.BadInput) outcome).problem().text())
                .startsWith("PLUMB-N01 --silent")
                .contains("Did you mean Lose?");
    }

    @Test
    void of_a_rejected_trace_what_comes_nearest_may_be_a_step_after_a_silent_one() {
        TraceCheckResult result = check(
                silent(1, "Lose"), "{'action':'Send','args':[1]}", "{'action':'Send','args':[1],'state':{'got':7}}");
        Divergence divergence = result.runs().get(0).divergence().orElseThrow();
        assertThat(divergence.matched()).isEqualTo(1);
        assertThat(divergence.blocked().get(0).fit())
                .hasValueSatisfying(fit -> assertThat(fit.without()).containsExactly("got"));
    }

    @Test
    void break_claims_as_others_do() {
        Model model = lossy("INIT Init", "NEXT Next", "INVARIANT Kept");
        String[] events = {
            "{'action':'Send','args':[1]}", "{'action':'Send','args':[2]}", "{'action':'Send','args':[1]}"
        };
        TraceCheckResult result = check(model, silent(1, "Lose"), events);
        assertThat(result.outcome()).isEqualTo(new Outcome.Violates("Kept", PropertyKind.INVARIANT));
        RunResult run = result.runs().get(0);
        assertThat(run.matched()).isEqualTo(2);
        var steps = run.behaviour().orElseThrow().steps();
        assertThat(steps.get(steps.size() - 1).action()).contains("Lose(1)");
    }

    /** Random events, checked by the search and by TLC itself. */
    @Test
    void are_the_same_to_stock_TLC() throws IOException {
        Model model = lossy("INIT Init", "NEXT Next");
        Random random = new Random(11);
        int accepted = 0;
        int tries = 24;
        for (int i = 0; i < tries; i++) {
            Silent silent = silent(1 + random.nextInt(2), random.nextBoolean() ? "Lose" : "Reset");
            Trace trace = trace(random.ints(4 + random.nextInt(3), 0, 8)
                    .mapToObj(SilentStepsTest::event)
                    .toArray(String[]::new));
            Outcome ours;
            try (LoadedSpecs specs = LoadedSpecs.once(TlcJar.find())) {
                ours = new TraceCheck(model, specs, silent).check(trace, "").outcome();
            }
            boolean conforms = ours.equals(new Outcome.Conforms());
            accepted += conforms ? 1 : 0;
            assertThat(StockTlc.conforms(trace, model, silent, folder.resolve("w" + i)))
                    .as("try %d, %s", i, silent)
                    .contains(conforms);
        }
        assertThat(accepted).as("both verdicts are frequent").isBetween(tries / 5, tries * 4 / 5);
    }

    private static String event(int kind) {
        return switch (kind) {
            case 0, 1 -> "{'action':'Send','args':[1]}";
            case 2 -> "{'action':'Send','args':[2],'state':{'got':0}}";
            case 3 -> "{'action':'Receive','args':[1]}";
            case 4 -> "{'action':'Receive'}";
            case 5 -> "{'state':{'got':0}}";
            case 6 -> "{'action':'Lose'}";
            default -> "{'action':'Send'}";
        };
    }
}
