package dev.plumb.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final Path FOLDER = Path.of("target/plumb-reports/check");

    @TempDir
    Path root;

    private Reports reports;

    @BeforeEach
    void create_the_folder() throws IOException {
        Files.createDirectories(root.resolve(FOLDER));
        reports = new Reports(root, FOLDER, "check");
    }

    private void junit(String... suites) throws IOException {
        Files.writeString(
                root.resolve(FOLDER).resolve("check-junit.xml"),
                "<testsuites>" + String.join("", suites) + "</testsuites>");
    }

    private static String suite(String name, String... failures) {
        return IntStream.range(0, failures.length)
                .mapToObj(i -> "<testcase name=\"" + i + "\"><failure message=\"" + failures[i] + "\"/></testcase>")
                .collect(Collectors.joining("", "<testsuite name=\"" + name + "\">", "</testsuite>"));
    }

    private String failure(String... printed) {
        return reports.failure(new Fork.Ended(12, List.of(printed)));
    }

    @Test
    void a_red_result_is_named_with_its_first_reason_and_its_page() throws IOException {
        junit(suite("a/MCLease.cfg"), suite("a/MCLease_Hasty.cfg", "OneHolder is violated.", "More."));
        assertThat(failure("VIOLATED", "  see a/b c/page.html"))
                .isEqualTo("1 of 2 results are not as expected:\n"
                        + "  a/MCLease_Hasty.cfg: OneHolder is violated.\n"
                        + "See a/b c/page.html");
    }

    @Test
    void many_take_ten_lines_at_most_and_point_to_the_page_of_all() throws IOException {
        Files.writeString(root.resolve(FOLDER).resolve("index.html"), "");
        junit(IntStream.range(0, 20)
                .mapToObj(i -> suite("M" + i, "x".repeat(1000)))
                .toArray(String[]::new));
        assertThat(failure().lines())
                .hasSize(9)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(242))
                .contains("  … and 14 more")
                .endsWith("See " + FOLDER.resolve("index.html"));
    }

    @Test
    void without_results_the_end_of_what_was_printed_is_told() {
        String[] printed =
                IntStream.range(0, 50).mapToObj(i -> "line " + i + "\n").toArray(String[]::new);
        assertThat(failure(printed).lines().filter(line -> !line.isBlank()))
                .hasSizeLessThanOrEqualTo(10)
                .startsWith("plumb check ended with exit code 12:", "line 42")
                .endsWith("line 49");
    }

    @Test
    void without_results_what_is_not_as_expected_is_told_without_its_explanation() {
        assertThat(reports.failure(
                        new Fork.Ended(5, List.of("SURVIVED  M.cfg", "  2 mutants", "", "M.tla:3:4: survived"))))
                .isEqualTo("plumb check ended with exit code 5:\nSURVIVED  M.cfg\nM.tla:3:4: survived");
        List<String> many = IntStream.range(0, 50)
                .mapToObj(i -> "M.tla:" + i + ": survived")
                .toList();
        assertThat(reports.failure(new Fork.Ended(5, many)).lines())
                .hasSize(9)
                .endsWith("M.tla:6: survived", "… and 43 more");
    }

    @Test
    void what_an_earlier_build_left_is_forgotten() throws IOException {
        junit(suite("old", "Old."));
        Files.writeString(root.resolve(FOLDER).resolve("index.html"), "");
        reports.forget();
        assertThat(failure("PLUMB-C04 No models.")).doesNotContain("Old").doesNotContain("See");
    }
}
