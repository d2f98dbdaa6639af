package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CiReportsTest {
    private static final String GITHUB = "plumb.github";

    @TempDir(factory = FixedFolder.class)
    Path folder;

    @AfterEach
    void noGitHub() {
        System.clearProperty(GITHUB);
    }

    private Path models() throws IOException {
        Path models = Files.createDirectory(folder.resolve("models"));
        for (String file : new String[] {"Tank.tla", "Tank.cfg", "Tank_Full.cfg"}) {
            Files.copy(Plumb.FIXTURES.resolve("tank").resolve(file), models.resolve(file));
        }
        return models;
    }

    @Test
    void a_check_of_several_models_leaves_one_report_of_each_kind() throws IOException {
        Path out = folder.resolve("out");
        assertThat(Plumb.run(out, "check", models().toString(), "--workers", "1")
                        .exitCode())
                .isEqualTo(12);
        assertThat(out.resolve("check-junit.xml")).content().contains("<testsuites name=\"plumb\"", "NeverFull");
        assertThat(out.resolve("check.md")).content().startsWith("## ✗ plumb check: 1 of 2 results not as expected");
        assertThat(out.resolve("index.html"))
                .content()
                .contains("href=\"Tank/result.json\"", "href=\"Tank_Full/page.html\"");
        JsonNode place = new ObjectMapper()
                .readTree(Files.readString(out.resolve("check.sarif")))
                .at("/runs/0/results/0/locations/0/physicalLocation");
        assertThat(place.at("/artifactLocation/uri").asText()).endsWith("/models/Tank.tla");
        assertThat(place.at("/region/startLine").asInt()).isPositive();
    }

    @Test
    void what_was_known_is_in_the_reports_too() throws IOException {
        Path out = folder.resolve("out");
        String models = models().toString();
        String cache = folder.resolve("cache").toString();
        Plumb.run(out, "check", models, "--workers", "1", "--cache", cache);
        String first = Files.readString(out.resolve("check-junit.xml"));
        Files.delete(out.resolve("check-junit.xml"));
        assertThat(Plumb.run(out, "check", models, "--workers", "1", "--cache", cache)
                        .out())
                .contains("known since");
        assertThat(out.resolve("check-junit.xml")).content().isEqualTo(first);
    }

    @Test
    void a_divergence_is_told_at_the_line_of_java_where_there_is_one_of_that_name() throws IOException {
        Path out = folder.resolve("out");
        Path trace = Files.writeString(
                folder.resolve("run.ndjson"),
                "{\"plumb\":1,\"constants\":{\"Capacity\":3}}\n{\"action\":\"Drain\",\"at\":\"CiReportsTest.java:7\"}\n");
        System.setProperty(GITHUB, "true");
        Plumb run = Plumb.run(out, "validate", trace.toString(), "--spec", Plumb.fixture("tank/Tank.tla"));
        assertThat(run.exitCode()).isEqualTo(15);
        assertThat(run.out().lines())
                .anyMatch(
                        line -> line.startsWith(
                                "::error file=src/test/java/dev/plumb/cli/CiReportsTest.java,line=7,endLine=7,title=Diverges::Trace "));
        assertThat(out.resolve("validate.sarif")).content().contains("src/test/java/dev/plumb/cli/CiReportsTest.java");
    }

    @Test
    void only_github_gets_its_lines_and_never_between_json() throws IOException {
        String model = Plumb.fixture("tank/Tank_Full.cfg");
        assertThat(Plumb.run(folder, "check", model, "--workers", "1").out()).doesNotContain("::error");
        System.setProperty(GITHUB, "true");
        Plumb json = Plumb.run(folder, "check", model, "--workers", "1", "--json");
        assertThat(json.out().lines()).hasSize(1);
        assertThat(json.err()).contains("::error file=src/test/resources/tank/Tank.tla,line=");
    }
}
