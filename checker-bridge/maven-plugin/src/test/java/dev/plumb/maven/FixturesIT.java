package dev.plumb.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** A project that uses the plugin, built by Maven as its owner would. {@link NightlyFixturesIT} has more of them. */
class FixturesIT {
    @Test
    void a_project_is_checked_and_packed_and_told_the_same_again_while_nothing_changes() throws IOException {
        FixtureProject project = FixtureProject.copied("single", "single");
        String cache = "-Dplumb.cache=" + project.path("target/cache");
        Map<String, String> sources = project.sources();
        Build build = project.mvn("verify", cache);
        assertThat(build.exitCode()).as(build.log()).isZero();
        assertThat(build.log())
                .contains("2 modules: 2 parse")
                .contains("3 models: 2 as expected, 1 skipped")
                .contains("as expected: violates OneHolder");
        assertThat(project.sources()).isEqualTo(sources);
        Path reports = project.path("target/plumb-reports/check");
        assertThat(reports.resolve("check-junit.xml")).content().contains("name=\"src/test/tla/MCLease_Hasty.cfg\"");
        assertThat(reports.resolve("check.sarif")).exists();
        assertThat(reports.resolve("check.md")).content().contains("src/test/tla/MCLease.cfg");
        assertThat(reports.resolve("index.html")).content().contains("MCLease_Hasty/page.html");
        try (JarFile jar = new JarFile(project.path("target/single-1.jar").toFile())) {
            assertThat(jar.getEntry("META-INF/tla/Lease.tla")).isNotNull();
            assertThat(jar.getEntry("META-INF/tla/MCLease.tla")).isNull();
        }
        assertThat(project.mvn("plumb:check", cache).log()).contains("known since");
    }

    @Test
    void what_is_not_expected_ends_a_build_in_ten_lines_that_point_to_the_page() throws IOException {
        FixtureProject project = FixtureProject.copied("single", "violation");
        project.write("src/test/tla/manifest.json", "{\"modules\": []}");
        Build red = project.mvn("plumb:check");
        assertThat(red.exitCode()).isEqualTo(1);
        assertThat(red.failure())
                .hasSizeLessThanOrEqualTo(10)
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("1 of 3 results are not as expected:"),
                        why -> assertThat(why)
                                .startsWith(
                                        "src/test/tla/MCLease_Hasty.cfg: Invariant OneHolder is violated by MCLease"),
                        page -> assertThat(page).startsWith("See target/plumb-reports/check/index.html"));
        assertThat(red.log()).contains("Reproduce: target/plumb/plumb check src/test/tla/MCLease_Hasty.cfg");
        Build again = project.plumb("check", "src/test/tla/MCLease_Hasty.cfg", "--out", "target/again");
        assertThat(again.exitCode()).as(again.log()).isEqualTo(12);
    }

    @Test
    void the_goals_for_people_leave_what_they_promise() throws IOException {
        FixtureProject project = FixtureProject.copied("single", "goals");
        Build build = project.mvn(
                "plumb:simulate",
                "plumb:mutate",
                "plumb:graph",
                "plumb:expect",
                "plumb:report",
                "-Dplumb.model=MCLease",
                "-Dplumb.behaviours=20",
                "-Dmaven.test.failure.ignore",
                "-Dplumb.time=10m",
                "-Dplumb.groupBy=holder");
        assertThat(build.exitCode()).as(build.log()).isZero();
        assertThat(build.log()).contains("SAMPLED", "its checks notice 5 of 8 faults", "3 states");
        assertThat(project.path("target/plumb-reports/graph/MCLease/graph.svg")).isNotEmptyFile();
        assertThat(project.path("src/test/tla/manifest.json")).content().contains("\"totalStates\"", "\"nightly\"");
        assertThat(project.path("target/site/plumb/index.html")).content().contains("MCLease");
    }
}
