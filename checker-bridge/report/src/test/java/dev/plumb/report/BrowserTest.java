package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a headless Chromium; skipped where there is none, except in CI. */
@Tag("browser")
class BrowserTest {
    private static final long SECONDS_MAX = 60;

    @TempDir
    Path folder;

    @BeforeAll
    static void needs_chromium_except_in_ci() {
        assumeTrue(chromium().isPresent() || "true".equals(System.getenv("CI")), "no chromium on the PATH");
    }

    @Test
    void the_address_selects_a_step_in_diagram_list_and_state() throws Exception {
        String dom = dom(HtmlReport.of(TwoPhase.violation()), "#s=5");
        assertThat(dom).contains("<html lang=\"en\" class=\"js\">");
        assertThat(selected(dom)).hasSize(3).allMatch(tag -> tag.contains("data-s=\"5\""));
    }

    @Test
    void without_an_address_the_last_step_is_selected() throws Exception {
        String dom = dom(HtmlReport.of(TwoPhase.divergence()), "");
        assertThat(selected(dom)).hasSize(3).allMatch(tag -> tag.contains("data-s=\"5\""));
    }

    @Test
    void an_address_that_names_no_step_selects_the_last_one() throws Exception {
        assertThat(selected(dom(HtmlReport.of(TwoPhase.violation()), "#s=99")))
                .hasSize(3)
                .allMatch(tag -> tag.contains("data-s=\"8\""));
    }

    @Test
    void a_page_without_steps_runs_its_script_too() throws Exception {
        assertThat(dom(HtmlReport.of(TwoPhase.holds()), ""))
                .contains("class=\"js\"")
                .doesNotContain("hidden=");
    }

    @Test
    void keys_and_clicks_select_steps() throws Exception {
        assertThat(selected(after("document.body.dispatchEvent(key('ArrowLeft'))")))
                .hasSize(3)
                .allMatch(tag -> tag.contains("data-s=\"7\""));
        assertThat(selected(after("document.querySelector('.step[data-s=\"3\"] .row').dispatchEvent(click())")))
                .hasSize(3)
                .allMatch(tag -> tag.contains("data-s=\"3\""));
        assertThat(selected(after("document.querySelector('.steps a').dispatchEvent(click())")))
                .hasSize(3)
                .allMatch(tag -> tag.contains("data-s=\"1\""));
    }

    @Test
    void the_policy_keeps_other_scripts_from_running() throws Exception {
        String hostile = "<script>document.body.id = 'taken'</script></body>";
        assertThat(dom(HtmlReport.of(TwoPhase.holds()).replace("</body>", hostile), ""))
                .doesNotContain("id=\"taken\"");
    }

    /** The page after a script that its policy would not admit. */
    private String after(String action) throws Exception {
        String script = "<script>const key = (k) => new KeyboardEvent('keydown', { key: k, bubbles: true });"
                + "const click = () => new MouseEvent('click', { bubbles: true, cancelable: true });"
                + action + "</script></body>";
        String page = HtmlReport.of(TwoPhase.violation());
        return dom(page.replaceFirst("<meta http-equiv[^>]*>", "").replace("</body>", script), "");
    }

    /** Opening tags of steps, rows and cards that are selected. */
    private static List<String> selected(String dom) {
        return Pattern.compile("<(g|tr|article) [^>]*class=\"[^\"]* on\"[^>]*>")
                .matcher(dom)
                .results()
                .map(result -> result.group())
                .filter(tag -> tag.contains("data-s="))
                .toList();
    }

    private String dom(String page, String address) throws Exception {
        Path file = Files.writeString(folder.resolve("page.html"), page);
        Path written = folder.resolve("dom.html");
        Process process = new ProcessBuilder(
                        chromium().map(Path::toString).orElse("chromium"),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--dump-dom",
                        file.toUri() + address)
                .redirectOutput(written.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            return Files.readString(written);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Optional<Path> chromium() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
