package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumb.core.ModelCheckResult;
import dev.plumb.core.Outcome;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a headless Chromium; skipped where there is none, except in CI. */
@Tag("browser")
class BrowserTest {
    @TempDir
    static Path folder;

    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Chromium.program().isPresent() || "true".equals(System.getenv("CI")), "no chromium on the PATH");
        chromium = Chromium.start(folder.resolve("profile"));
        chromium.window(1400, 1000);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    /** Whatever a test does: no error, no warning, nothing that the policy refused, and no request to anywhere. */
    @AfterEach
    void nothing_is_complained_about_and_nothing_is_asked_for() {
        assertThat(chromium.complaints()).isEmpty();
        assertThat(chromium.requests()).hasSize(1).allMatch(address -> address.startsWith("file:"));
    }

    @Test
    void the_page_opens_at_the_last_step() throws Exception {
        open(HtmlReport.of(TwoPhase.violation()), "");
        assertThat(selected()).isEqualTo("8");
        assertThat(chromium.text("#card h2")).isEqualTo("RMChooseToAbort(\"r3\")");
        assertThat(chromium.value("document.querySelector('.static').offsetHeight")
                        .asInt())
                .isZero();
    }

    @Test
    void the_address_selects_a_step_and_one_that_names_none_the_last() throws Exception {
        open(HtmlReport.of(TwoPhase.violation()), "#s=5");
        assertThat(selected()).isEqualTo("5");
        assertThat(chromium.text("#card .count")).isEqualTo("step 5 of 8");
        open(HtmlReport.of(TwoPhase.violation()), "#s=99");
        assertThat(selected()).isEqualTo("8");
    }

    @Test
    void keys_step_through_all_steps_a_lane_s_steps_and_messages() throws Exception {
        open(HtmlReport.of(TwoPhase.violation()), "#s=7");
        chromium.key("ArrowLeft");
        assertThat(selected()).isEqualTo("6");
        chromium.key("ArrowLeft", Chromium.SHIFT);
        assertThat(selected()).isEqualTo("5");
        chromium.key("m");
        assertThat(selected()).as("the step that sent what step 5 read").isEqualTo("3");
        chromium.key("ArrowRight");
        chromium.key("ArrowRight");
        assertThat(selected()).isEqualTo("5");
        assertThat(address()).isEqualTo("#s=5");
    }

    @Test
    void clicks_select_steps_in_the_diagram_and_by_links() throws Exception {
        open(HtmlReport.of(TwoPhase.violation()), "");
        chromium.click("#row-7");
        assertThat(selected()).isEqualTo("7");
        assertThat(chromium.text(".heard")).contains("read [type |-> \"Commit\"] from step 6 by tm");
        chromium.click(".heard a");
        assertThat(selected()).isEqualTo("6");
    }

    @Test
    void what_changed_is_marked_inside_values() throws Exception {
        open(HtmlReport.of(TwoPhase.violation()), "#s=3");
        assertThat(chromium.text(".state ins")).isEqualTo("[rm |-> \"r2\", type |-> \"Prepared\"]");
        assertThat(chromium.text("tr.touched .rows li.changed")).contains("r2", "\"working\"→\"prepared\"");
        assertThat(count("tr.touched")).isEqualTo(2);
        assertThat(count("tr.still")).isEqualTo(2);
    }

    @Test
    void what_was_appended_and_taken_is_marked_inside_sequences_and_bags() throws Exception {
        TlaValue message = TlaValue.record(Map.of("type", TlaValue.of("vote")));
        open(
                HtmlReport.of(TwoPhase.model(
                        new Outcome.Deadlocks(),
                        Optional.of(new BehaviourBuilder("p")
                                .with("log", TlaValue.tuple(TlaValue.of("a"), TlaValue.of("b")))
                                .with("net", TlaValue.function(Map.of(message, TlaValue.of(1))))
                                .with("long", TlaValue.tuple(numbers(200)))
                                .initially()
                                .with("log", TlaValue.tuple(TlaValue.of("b"), TlaValue.of("c")))
                                .with("net", TlaValue.function(Map.of(message, TlaValue.of(3))))
                                .with("long", TlaValue.tuple(numbers(201)))
                                .step("p", "A", 1)
                                .with("log", TlaValue.tuple(TlaValue.of("b"), TlaValue.of("c"), TlaValue.of("d")))
                                .step("p", "B", 2)
                                .build()),
                        TwoPhase.counted(2, 2, 0, 2))),
                "");
        assertThat(chromium.text("tr.touched .rows")).contains("+\n\"d\"").doesNotContain("-");
        chromium.key("ArrowLeft");
        assertThat(chromium.text("#card")).contains("[type |-> \"vote\"] ×\n1→3 (+2)");
        assertThat(count("tr.touched:nth-child(2) ins")).isEqualTo(1);
    }

    private static List<TlaValue> numbers(int count) {
        return IntStream.range(0, count).mapToObj(TlaValue::of).toList();
    }

    @Test
    void a_state_is_compared_with_any_other() throws Exception {
        open(HtmlReport.of(TwoPhase.violation()), "#s=2");
        chromium.key("d");
        chromium.click("#row-8");
        assertThat(chromium.text(".compared h3")).isEqualTo("The state after it, compared with step 2");
        assertThat(count("tr.touched")).isEqualTo(4);
        assertThat(address()).isEqualTo("#s=8&d=2");
        chromium.key("d");
        assertThat(count("tr.touched")).isEqualTo(1);
    }

    @Test
    void a_search_leaves_the_steps_that_fit() throws Exception {
        open(HtmlReport.of(TwoPhase.violation()), "");
        chromium.key("/");
        chromium.type("changed:tmState");
        assertThat(chromium.text("#found")).isEqualTo("1 step found");
        assertThat(chromium.text(".row.folded")).contains("5 steps not asked for, of tm, r1, r2");
        chromium.value("document.activeElement.blur()");
        chromium.key("p");
        assertThat(selected()).isEqualTo("6");
        chromium.click(".row.folded");
        assertThat(count("#sheet .row:not(.folded)")).isEqualTo(6);
        chromium.key("Escape");
        assertThat(count("#sheet .row")).isEqualTo(8);
    }

    @Test
    void searches_look_at_lanes_actions_values_and_words() throws Exception {
        for (String[] search : new String[][] {
            {"lane:tm", "3"},
            {"action:rcv", "3"},
            {"-action:rcv", "5"},
            {"tmState=committed", "3"},
            {"value:aborted", "1"},
            {"changed:rmState[\"r1\"]", "2"},
            {"step:3-5", "3"},
            {"commit lane:r1", "1"},
            {"nowhere", "0"},
        }) {
            open(HtmlReport.of(TwoPhase.violation()), "#q=" + search[0].replace("\"", "%22"));
            assertThat(chromium.text("#found")).as(search[0]).startsWith(search[1] + " step");
        }
    }

    @Test
    void a_search_may_ask_for_variables() throws Exception {
        open(HtmlReport.of(TwoPhase.violation()), "#q=var:tm");
        assertThat(count(".state th")).isEqualTo(2);
        assertThat(count("#sheet .row")).as("all steps are there").isEqualTo(8);
    }

    @Test
    void an_address_restores_the_whole_view() throws Exception {
        open(HtmlReport.of(TwoPhase.violation()), "");
        chromium.click(".lane-name[data-lane=r1]");
        chromium.key("ArrowLeft");
        chromium.click("[data-cell='[1,\"\\\\\"r1\\\\\"\"]']");
        chromium.key("f");
        String address = address();
        assertThat(address).isEqualTo("#s=7&lane=r1&fold=1&x=rmState%5B%22r1%22%5D");
        String card = chromium.text("#card");
        assertThat(card).contains("rmState[\"r1\"] changes in 2 steps");
        open(HtmlReport.of(TwoPhase.violation()), address);
        assertThat(chromium.text("#card")).isEqualTo(card);
        chromium.key("[");
        assertThat(selected()).as("who changed the cell before").isEqualTo("2");
    }

    @Test
    void a_lane_s_local_steps_are_folded_and_opened() throws Exception {
        open(HtmlReport.of(counting(40)), "");
        chromium.click("#fold");
        assertThat(chromium.text(".row.folded")).contains("⋯ 39 local steps, of p0, p1, p2");
        chromium.click(".row.folded");
        assertThat(count("#sheet .row.folded")).isZero();
    }

    @Test
    void the_cells_that_the_property_read_are_lit_and_the_step_is_explained() throws Exception {
        open(HtmlReport.of(Stories.violation()), "");
        assertThat(count(".state tr.lit")).isEqualTo(1);
        assertThat(count(".state li.lit")).isEqualTo(2);
        assertThat(chromium.text("#card"))
                .contains("Why it could be taken", "RMRcvCommitMsg(\"r2\")", "and why not (4)");
        chromium.key("ArrowLeft");
        assertThat(count(".lit")).isZero();
    }

    @Test
    void the_reader_chooses_what_the_lanes_are() throws Exception {
        open(HtmlReport.of(Stories.violation()), "#s=7");
        assertThat(count(".lane-name")).isEqualTo(4);
        assertThat(chromium.value(
                                "[...document.getElementById('lanes-choice').options].map((each) => each.text).join(' | ')")
                        .asText())
                .isEqualTo("tm, r1, r2, r3 | r1, r2, r3, env");
        chromium.choose("#lanes-choice", "1");
        assertThat(count(".lane-name")).isEqualTo(4);
        assertThat(count(".lane-name[data-lane=tm]")).isZero();
        assertThat(count(".lane-name[data-lane=env]")).isEqualTo(1);
        assertThat(chromium.text("#lanes-by")).contains("the domain of rmState");
        assertThat(chromium.text("#card")).contains("read vote from step 2 by r1", "changes of r1");
        assertThat(address()).isEqualTo("#s=7&by=1");
        open(HtmlReport.of(Stories.violation()), "#s=7&by=1");
        assertThat(count(".lane-name[data-lane=env]"))
                .as("the address keeps it")
                .isEqualTo(1);
        open(HtmlReport.of(Stories.crashed()), "");
        assertThat(chromium.value("document.getElementById('lanes-choice').parentNode.hidden")
                        .asBoolean())
                .as("where there is nothing to choose from")
                .isTrue();
    }

    @Test
    void a_trace_stands_beside_its_spec_and_its_end_is_in_view() throws Exception {
        open(HtmlReport.of(Stories.longTrace(100_000, 1_000)), "");
        assertThat(selected()).isEqualTo("100001");
        assertThat(chromium.text("#row-100001")).contains("Tick(p = \"p0\")", "✗ nothing fits");
        assertThat(chromium.text("#row-99998")).contains("not recorded");
        assertThat(chromium.text("#strip-note"))
                .isEqualTo("Grey: 99,000 earlier steps not in this page, 500 later events not reached.");
        chromium.value("document.getElementById('overview').focus()");
        chromium.key("Home");
        assertThat(selected()).isEqualTo("99001");
    }

    @Test
    void of_many_steps_only_those_in_view_are_drawn() throws Exception {
        open(HtmlReport.of(counting(4_000)), "");
        assertThat(count("#sheet .row")).isBetween(10, 120);
        chromium.value("document.getElementById('scroller').scrollTop = 90000; undefined");
        chromium.value("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assertThat(count("#row-1960")).isEqualTo(1);
        assertThat(count("#sheet .row")).isBetween(10, 120);
    }

    @Test
    void nothing_that_was_recorded_breaks_the_page() throws Exception {
        open(HtmlReport.of(Stories.hostile()), "");
        assertThat(chromium.value("document.title").asText()).startsWith("VIOLATED");
        assertThat(selected()).isEqualTo("2");
        assertThat(chromium.text("#card"))
                .contains("\"k5000a\"", "\"k7000\"", "k6000", "changed </script>", "😀")
                .contains("not in this page", "… (the first 2,000 of 1,000,003 characters)");
        assertThat(chromium.value("document.getElementById('card').innerText.length")
                        .asInt())
                .isLessThan(40_000);
    }

    @Test
    void without_scripts_and_in_print_there_are_a_picture_and_a_table() throws Exception {
        chromium.scripts(false);
        open(HtmlReport.of(TwoPhase.violation()), "");
        chromium.scripts(true);
        assertThat(chromium.value("document.querySelector('.static svg').getBoundingClientRect().height")
                        .asInt())
                .isGreaterThan(300);
        assertThat(count("#app[hidden]")).isEqualTo(1);
        open(HtmlReport.of(TwoPhase.violation()), "");
        chromium.media("print", false);
        assertThat(chromium.value("document.getElementById('app').offsetHeight").asInt())
                .isZero();
        assertThat(chromium.value("document.querySelector('.static').offsetHeight")
                        .asInt())
                .isGreaterThan(500);
        chromium.media("screen", false);
    }

    @Test
    void a_page_whose_script_fails_shows_what_there_is_without_it_and_says_so() throws Exception {
        open(HtmlReport.of(TwoPhase.violation()).replace("\"lanes\":[", "\"lines\":["), "");
        assertThat(chromium.complaints()).isNotEmpty();
        assertThat(chromium.value("document.querySelector('.static svg').getBoundingClientRect().height")
                        .asInt())
                .isGreaterThan(300);
        open(HtmlReport.of(TwoPhase.violation()), "");
    }

    @Test
    void the_policy_keeps_other_scripts_from_running() throws Exception {
        String hostile = "<script>document.body.id = 'taken'</script></body>";
        open(HtmlReport.of(TwoPhase.holds()).replace("</body>", hostile), "");
        assertThat(count("#taken")).isZero();
        assertThat(chromium.complaints()).hasSize(1).first().asString().contains("Content Security Policy");
        open(HtmlReport.of(TwoPhase.holds()), "");
    }

    @Test
    void everything_that_can_be_operated_has_a_name() throws Exception {
        open(HtmlReport.of(Stories.violation()), "#s=3");
        assertThat(chromium.value(
                                "[...document.querySelectorAll('#app button')]"
                                        + ".filter((each) => !each.hidden && !each.closest('dialog') && each.innerText.trim() === '').length")
                        .asInt())
                .isZero();
        assertThat(chromium.value(
                                "[...document.querySelectorAll('#app input')].every((each) => each.labels.length === 1)")
                        .asBoolean())
                .isTrue();
        assertThat(chromium.value(
                                "document.getElementById(document.getElementById('sheet').getAttribute('aria-activedescendant'))"
                                        + ".getAttribute('aria-label')")
                        .asText())
                .startsWith("step 3, RMPrepare(\"r2\") by r2: rmState[\"r2\"] \"working\" → \"prepared\"");
        chromium.key("?");
        assertThat(chromium.text("#help")).contains("follow a message");
        chromium.key("Escape");
        assertThat(count("#help[open]")).isZero();
    }

    private static ModelCheckResult counting(int steps) {
        return TwoPhase.model(
                new Outcome.Violates("Bounded", PropertyKind.INVARIANT),
                Optional.of(SpaceTimeDiagramTest.counting(steps, 3).build()),
                TwoPhase.counted(2, 2, 0, 2));
    }

    private static void open(String page, String address) throws IOException {
        chromium.open(Files.writeString(folder.resolve("page.html"), page), address);
    }

    /** The number of the selected step. */
    private static String selected() {
        return chromium.value("document.querySelector('[aria-selected=true]').id")
                .asText()
                .replace("row-", "");
    }

    private static int count(String selector) {
        return chromium.value("document.querySelectorAll(`" + selector + "`).length")
                .asInt();
    }

    private static String address() {
        return chromium.value("location.hash").asText();
    }
}
