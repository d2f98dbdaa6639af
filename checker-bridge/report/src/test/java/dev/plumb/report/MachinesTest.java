package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumb.core.Outcome;
import dev.plumb.core.Outcome.PropertyKind;
import dev.plumb.core.TraceCheckResult.Judged.Violating;
import dev.plumb.traces.Problem;
import dev.plumb.traces.Source;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What machines read: JUnit XML, SARIF, Markdown, lines for GitHub Actions. */
class MachinesTest {
    private static final Problem PROBLEM = new Problem(
            Problem.Kind.SPEC,
            "PLUMB-S01",
            "Unknown operator: `Fil'.",
            Optional.of(new Source("specs/my tank/Tänk.tla", 9, 4)),
            "Did you mean\nFill?");

    private static List<Checked> all() {
        return Stream.concat(
                        Results.models().stream(),
                        Stream.of(
                                Results.of(TwoPhase.model(new Outcome.SpecError(PROBLEM, 150))),
                                Results.of(TwoPhase.model(new Outcome.Incomplete("10 minutes"))),
                                Results.of(TwoPhase.divergence()),
                                Results.of(TwoPhase.everyReason("a]]><b>&\u0000\uD800 |`")),
                                Results.of(TwoPhase.conforms()),
                                Results.of(TwoPhase.judged(
                                        new Outcome.Violates("Consistent", PropertyKind.INVARIANT), Violating.ALL)),
                                Results.of(TwoPhase.judged(new Outcome.Conforms(), Violating.SOME)),
                                Histories.contradiction(),
                                Histories.allowed()))
                .toList();
    }

    @Test
    void they_are_pinned() {
        Golden.matches("machines-junit.xml", JUnitXml.of(all()));
        Golden.matches("machines.sarif", Sarif.of("check", all()));
        Golden.matches("machines.md", MarkdownSummary.of("check", all()));
        Golden.matches("machines-github.txt", GitHubLines.of(all()));
    }

    @Test
    void an_index_links_each_result_and_counts_what_is_not_as_expected() throws Exception {
        List<IndexPage.Entry> entries = all().stream()
                .map(checked -> new IndexPage.Entry(checked, "TwoPhase/page.html?\"><b>"))
                .toList();
        String page = IndexPage.of(entries);
        Golden.matches("index.html", page);
        assertThat(page)
                .contains("<h1 class=\"bad\">✗ 10 of 15 results not as expected</h1>")
                .doesNotContain("<b>");
        assertThat(IndexPage.of(entries.subList(0, 2)))
                .contains("<h1 class=\"good\">✓ 2 results, all as expected</h1>");
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_suite_fails_exactly_if_its_result_is_not_as_expected(Checked checked) throws Exception {
        Element suite =
                (Element) elements(JUnitXml.of(List.of(checked)), "testsuite").item(0);
        boolean isBad = !suite.getAttribute("failures").equals("0")
                || !suite.getAttribute("errors").equals("0");
        assertThat(isBad).isEqualTo(checked.exitCode() != 0);
    }

    @Test
    void the_numbers_of_a_suite_are_those_of_its_cases() throws Exception {
        String xml = JUnitXml.of(all());
        Element root = (Element) elements(xml, "testsuites").item(0);
        assertThat(root.getAttribute("tests"))
                .isEqualTo("" + elements(xml, "testcase").getLength());
        assertThat(root.getAttribute("failures"))
                .isEqualTo("" + elements(xml, "failure").getLength());
        assertThat(root.getAttribute("errors"))
                .isEqualTo("" + elements(xml, "error").getLength());
        assertThat(root.getAttribute("skipped"))
                .isEqualTo("" + elements(xml, "skipped").getLength());
    }

    @Test
    void what_was_not_decided_has_not_passed() throws Exception {
        Checked open = Results.asExpected(TwoPhase.model(new Outcome.Incomplete("10 minutes")), "success");
        NodeList cases = elements(JUnitXml.of(List.of(open)), "testcase");
        assertThat(IntStream.range(1, cases.getLength()).mapToObj(i -> (Element) cases.item(i)))
                .hasSize(2)
                .allMatch(each -> each.getElementsByTagName("skipped").getLength() == 1);
    }

    @Test
    void a_failure_fits_on_a_screen() throws Exception {
        NodeList failures = elements(JUnitXml.of(all()), "failure");
        assertThat(IntStream.range(0, failures.getLength())
                        .mapToObj(i -> failures.item(i).getTextContent()))
                .isNotEmpty()
                .allMatch(text -> text.strip().lines().count() <= 20)
                .anyMatch(text -> text.contains("lines left out"));
    }

    @Test
    void sarif_says_where_by_uri_and_region() throws Exception {
        JsonNode results = parse(Sarif.of("check", all())).at("/runs/0/results");
        assertThat(places(results))
                .contains(
                        "specs/my%20tank/T%C3%A4nk.tla:9:4",
                        "specs/commit/twophase/TwoPhase.tla:95:1",
                        "specs/commit/twophase/manifest.json:12:7",
                        "src/main/java/org/example/Coordinator.java:88:0");
    }

    @Test
    void sarif_names_each_rule_once_and_every_result_has_one() throws Exception {
        JsonNode run = parse(Sarif.of("check", all())).at("/runs/0");
        List<String> rules = new ArrayList<>();
        run.at("/tool/driver/rules").forEach(rule -> rules.add(rule.path("id").asText()));
        assertThat(rules).doesNotHaveDuplicates().contains("invariant-violated", "diverges", "PLUMB-S01");
        assertThat(run.path("results")).isNotEmpty().allSatisfy(result -> assertThat(
                        rules.get(result.path("ruleIndex").asInt()))
                .isEqualTo(result.path("ruleId").asText()));
        assertThat(run.at("/automationDetails/id").asText()).isEqualTo("plumb/check/");
    }

    @Test
    void what_is_as_expected_is_no_result_but_its_warnings_are() throws Exception {
        assertThat(parse(Sarif.of("check", List.of(Results.asExpected(TwoPhase.violation(), "violates Consistent"))))
                        .at("/runs/0/results"))
                .isEmpty();
        assertThat(GitHubLines.of(List.of(Results.of(TwoPhase.conforms()))))
                .isEqualTo("::warning file=traces/demo-7.ndjson,title=Worth a look::"
                        + "The last line of demo-7.ndjson is torn and was left out.\n");
    }

    @Test
    void what_a_value_holds_ends_no_line_and_begins_no_command() {
        String lines = GitHubLines.of(List.of(Results.of(TwoPhase.everyReason("100%\n::error::x"))));
        assertThat(lines.lines()).hasSize(2).allMatch(line -> line.startsWith("::"));
        assertThat(lines).contains("100%25").doesNotContain("\n::error::x");
    }

    private static List<String> places(JsonNode results) {
        List<String> places = new ArrayList<>();
        for (JsonNode each : results) {
            JsonNode at = each.at("/locations/0/physicalLocation");
            places.add(at.at("/artifactLocation/uri").asText() + ":"
                    + at.at("/region/startLine").asInt() + ":"
                    + at.at("/region/startColumn").asInt());
        }
        return places;
    }

    private static NodeList elements(String xml, String name) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName(name);
    }

    private static JsonNode parse(String json) throws Exception {
        return new ObjectMapper().readTree(json);
    }
}
