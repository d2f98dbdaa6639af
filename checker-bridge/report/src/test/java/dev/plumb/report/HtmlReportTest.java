package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Behaviour;
import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.TraceCheckResult.Judged.Violating;
import dev.plumb.traces.Problem;
import dev.plumb.traces.TlaValue;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    @Test
    void a_step_that_the_spec_does_not_allow_says_what_could_be_taken_instead() {
        String page = HtmlReport.of(Stories.divergence());
        String template = page.substring(page.indexOf("<template id=\"step-5\""));
        assertThat(template.substring(0, template.indexOf("</template>")))
                .contains("What can be taken instead", "TMAbort", "What cannot be taken instead, and why not (4)")
                .doesNotContain("Why it could be taken");
        assertThat(HtmlReport.of(TwoPhase.divergence())).doesNotContain("<template id=\"step-5\"");
    }

    @Test
    void what_is_wrong_or_explained_has_a_page() {
        assertThat(Results.of(TwoPhase.conforms()).hasPage()).isFalse();
        assertThat(Results.of(TwoPhase.divergence()).hasPage()).isTrue();
        Outcome violates = new Outcome.Violates("Consistent", Outcome.PropertyKind.INVARIANT);
        assertThat(Results.of(TwoPhase.judged(violates, Violating.ALL)).hasPage())
                .isTrue();
        assertThat(Results.of(TwoPhase.judged(new Outcome.Conforms(), Violating.SOME))
                        .hasPage())
                .isFalse();
    }

    @Test
    void a_counterexample_is_shown() {
        Golden.page("violation.html", HtmlReport.of(TwoPhase.violation()));
    }

    @Test
    void a_divergence_is_explained() {
        String page = HtmlReport.of(TwoPhase.divergence());
        Golden.page("divergence.html", page);
        assertThat(page)
                .contains("Coordinator.java:88", "traces/demo-7.ndjson:5", "tmPrepared = RM", "TwoPhase.tla:71:6")
                .contains("TMRcvPrepared(&quot;r2&quot;)", "1 other candidate tried, none fits");
    }

    @Test
    void a_lasso_is_shown() {
        Golden.page("lasso.html", HtmlReport.of(TwoPhase.lasso()));
    }

    @Test
    void a_step_that_ends_elsewhere_shows_seen_and_expected() {
        assertThat(HtmlReport.of(TwoPhase.endsElsewhere()))
                .contains("<del>{&quot;r2&quot;}</del>", "<ins>{&quot;r1&quot;, &quot;r2&quot;}</ins>");
    }

    @Test
    void every_reason_is_shown_and_the_other_runs_are_listed() {
        assertThat(HtmlReport.of(TwoPhase.everyReason("r9")))
                .contains("this bound excludes the arguments", "4 other reasons")
                .contains("tx-1", "violates Consistent", "tx-2 (shown above)");
        assertThat(HtmlReport.of(TwoPhase.everyReason("x".repeat(200_000))).length())
                .isLessThan(120_000);
    }

    @Test
    void expressions_stand_in_the_list_of_changes() {
        String page = HtmlReport.of(TwoPhase.withExpressions());
        assertThat(page.split(">Cardinality\\(msgs\\)</code>", -1)).hasSize(9);
        assertThat(page.split(">msgs&#39; # &lt;b&gt;</code>", -1)).hasSize(8);
    }

    @Test
    void success_is_a_page_too() {
        Golden.page("holds.html", HtmlReport.of(TwoPhase.holds()));
        assertThat(HtmlReport.of(TwoPhase.conforms())).contains("✓ CONFORMS", "<td class=\"mono\">4</td>");
    }

    @Test
    void problems_are_told_with_their_next_step() {
        Problem problem = new Problem(
                Problem.Kind.INPUT, "PLUMB-T01", "Trace <b> holds no events.", Optional.empty(), "Record some.");
        assertThat(HtmlReport.of(TwoPhase.trace(new Outcome.BadInput(problem))))
                .contains("Trace &lt;b&gt; holds no events.</h1>", "<code>PLUMB-T01</code>", ">Record some.</p>");
    }

    @Test
    void the_page_admits_its_own_script_and_style_only() {
        String page = HtmlReport.of(TwoPhase.divergence());
        String policy =
                between(page, "Content-Security-Policy\" content=\"", "\"").replace("&#39;", "'");
        assertThat(policy).startsWith("default-src 'none'; script-src 'sha256-").doesNotContain("unsafe");
        assertThat(policy).contains(Resources.sha256(between(page, "<script>", "</script>")));
        assertThat(policy)
                .contains(Resources.sha256(
                        between(page.substring(page.lastIndexOf("<script>")), "<script>", "</script>")));
        assertThat(policy).contains(Resources.sha256(between(page, "<style>", "</style>")));
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain(" style=\"", " onclick=", "http://", "https://");
    }

    @Test
    void the_script_is_small() {
        String page = HtmlReport.of(TwoPhase.violation());
        assertThat(page.length() - page.indexOf("<script>(() => {")).isLessThan(60_000);
    }

    @Test
    void what_was_recorded_never_becomes_markup() {
        String hostile = "</script></style><script>alert('1')</script>\" onload=\"x\u0000\u001b 😀";
        String page = HtmlReport.of(deadlock(hostile, hostile));
        assertThat(page.split("<script", -1)).hasSize(4);
        assertThat(page.split("</style>", -1)).hasSize(2);
        assertThat(page).doesNotContain("\u0000", "\u001b").contains("😀");
        assertThat(page.replaceAll("(?s)<script type.*?</script>", "")).doesNotContain("\" onload");
    }

    @Test
    void a_value_of_a_megabyte_is_cut_and_says_so() {
        String page = HtmlReport.of(deadlock("x", "a".repeat(1_000_000)));
        assertThat(page).contains("… (the first 2,000 of 1,000,002 characters)");
        assertThat(page.length()).isLessThan(90_000);
    }

    @Test
    void without_its_script_a_long_behaviour_shows_its_end() {
        Behaviour behaviour = SpaceTimeDiagramTest.counting(2_000, 3).build();
        String page = HtmlReport.of(TwoPhase.model(
                new Outcome.Violates("Bounded", PropertyKind.INVARIANT),
                Optional.of(behaviour),
                TwoPhase.counted(2, 2, 0, 2)));
        assertThat(page)
                .contains("… 1,901 earlier steps not drawn", "id=\"s=2001\"")
                .doesNotContain("id=\"s=1901\"");
        assertThat(page.length()).isLessThan(500_000);
    }

    @Test
    void the_violated_property_is_opened_down_to_what_is_false() {
        String page = HtmlReport.of(Stories.violation());
        Golden.page("explained.html", page);
        assertThat(page).contains("for a = &quot;r3&quot;, b = &quot;r1&quot;", "Length", "shortest (proven by");
        assertThat(HtmlReport.of(TwoPhase.violation())).doesNotContain("Why it is false");
    }

    @Test
    void of_a_loop_it_is_told_what_it_passes_over() {
        String page = HtmlReport.of(Stories.lasso());
        assertThat(page)
                .contains("Why the loop may go on for ever", "passes it over, as it may", "✓ is fair to it")
                .contains("lost at step 3: [rm |-&gt; &quot;r1&quot;");
        assertThat(HtmlReport.of(TwoPhase.lasso())).doesNotContain("Why the loop");
    }

    @Test
    void the_same_result_gives_the_same_bytes() {
        assertThat(HtmlReport.of(TwoPhase.divergence())).isEqualTo(HtmlReport.of(TwoPhase.divergence()));
    }

    @Test
    void every_element_is_closed() {
        String page = HtmlReport.of(TwoPhase.divergence());
        String body = page.substring(page.indexOf("<body>")).replaceAll("(?s)<script>.*</script>", "");
        for (String tag : List.of("div", "section", "table", "tr", "td", "ul", "li", "g", "article", "dl", "details")) {
            assertThat(count(body, "<" + tag + "[ >]")).as(tag).isEqualTo(count(body, "</" + tag + ">"));
        }
    }

    static ModelCheckResult deadlock(String name, String value) {
        Behaviour behaviour = new BehaviourBuilder("p" + name)
                .with(name, TlaValue.of(1))
                .initially()
                .with(name, TlaValue.of(value))
                .step("p" + name, name, 3)
                .unread(2, name)
                .build();
        return TwoPhase.model(new Outcome.Deadlocks(), Optional.of(behaviour), TwoPhase.counted(2, 2, 0, 2));
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static long count(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.results().count();
    }
}
