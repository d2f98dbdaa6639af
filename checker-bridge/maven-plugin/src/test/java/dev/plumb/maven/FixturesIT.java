package dev.plumb.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** Projects that use the plugin, built by Maven as their owners would. */
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
        Build alone = project.mvn("plumb:check", "-Dplumb.model=*Hasty", "-Dmaven.test.failure.ignore");
        assertThat(alone.exitCode()).isZero();
        assertThat(alone.failure())
                .contains(
                        "1 of 1 result is not as expected:", "See target/plumb-reports/check/MCLease_Hasty/page.html");
        assertThat(red.log()).contains("Reproduce: target/plumb/plumb check src/test/tla/MCLease_Hasty.cfg");
        Build again = project.plumb("check", "src/test/tla/MCLease_Hasty.cfg", "--out", "target/again");
        assertThat(again.exitCode()).as(again.log()).isEqualTo(12);
        Build unknown = project.mvn("plumb:check", "-Dplumb.model=MCLeese");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.log()).contains("PLUMB-M11", "Did you mean MCLease?");
    }

    @Test
    void nothing_is_checked_where_tests_or_the_plugin_are_skipped() {
        FixtureProject project = FixtureProject.copied("single", "skipped");
        for (String flag : new String[] {"-DskipTests", "-Dmaven.test.skip", "-Dplumb.skip"}) {
            Build build = project.mvn("plumb:parse", "plumb:translate-check", "plumb:check", flag);
            assertThat(build.exitCode()).as(build.log()).isZero();
            assertThat(build.log().split("Skipped[.]", -1)).as(flag).hasSize(4);
        }
        assertThat(project.path("target")).doesNotExist();
    }

    @Test
    void modules_of_a_dependency_are_found_also_beside_each_other_and_in_a_path_with_spaces() {
        FixtureProject project = FixtureProject.copied("reactor", "a path/with spaces");
        Build build = project.mvn("verify", "-T", "2");
        assertThat(build.exitCode()).as(build.log()).isZero();
        assertThat(project.path("queue/target/plumb-reports/check/check.md"))
                .content()
                .contains("queue/src/test/tla/Queue.cfg");
        assertThat(project.path("service/target/plumb/library/lock-1/Lease.tla"))
                .exists();
        assertThat(project.path("service/target/plumb-reports/check/check.md"))
                .content()
                .contains("all 1 result as expected", "service/src/test/tla/MCService.cfg");
        assertThat(build.log()).contains("There is no model below lock/src/main/tla");
        Build compiled = project.mvn("clean", "compile", "plumb:check", "plumb:report-aggregate");
        assertThat(compiled.exitCode()).as(compiled.log()).isZero();
        assertThat(project.path("service/target/plumb/library")).doesNotExist();
        assertThat(project.path("target/site/plumb/index.html")).content().contains("MCService", "Queue");
    }

    @Test
    void a_translation_that_is_stale_is_told_until_it_is_made_anew() {
        FixtureProject project = FixtureProject.copied("pluscal", "pluscal");
        Build stale = project.mvn("verify");
        assertThat(stale.exitCode()).isEqualTo(1);
        assertThat(stale.failure())
                .hasSizeLessThanOrEqualTo(10)
                .anyMatch(line -> line.startsWith("PLUMB-C71 src/main/tla/Count.tla:22:"));
        Build mended = project.mvn("plumb:translate", "plumb:translate-check");
        assertThat(mended.exitCode()).as(mended.log()).isZero();
        assertThat(project.path("src/main/tla/Count.tla")).content().contains("count' = count + 2");
    }

    @Test
    void a_module_that_does_not_parse_is_told_with_its_line() {
        Build build = FixtureProject.copied("unparsed", "unparsed").mvn("verify");
        assertThat(build.exitCode()).isEqualTo(1);
        assertThat(build.failure())
                .hasSizeLessThanOrEqualTo(10)
                .anyMatch(line -> line.startsWith("src/main/tla/Names.tla:7:9: error: Unknown operator"));
    }

    @Test
    void what_a_test_recorded_is_validated_and_a_divergence_is_told_at_the_line_of_java() {
        FixtureProject project = FixtureProject.copied("traces", "traces");
        Build sound = project.mvn("verify");
        assertThat(sound.exitCode()).as(sound.log()).isZero();
        assertThat(sound.log()).contains("CONFORMS  Trace target/traces/lock.ndjson is a behaviour of Lease");
        Build hasty = project.mvn("verify", "-DargLine=-Dhasty=true");
        assertThat(hasty.exitCode()).isEqualTo(1);
        assertThat(hasty.failure())
                .hasSizeLessThanOrEqualTo(10)
                .anyMatch(line -> line.contains("Trace target/traces/lock.ndjson leaves Lease at event 2 of 3"))
                .anyMatch(line ->
                        line.startsWith("See target/plumb-reports/validate/target_traces_lock.ndjson/page.html"));
        assertThat(project.path("target/plumb-reports/validate/validate.sarif"))
                .content()
                .contains("src/main/java/example/Lock.java");
        Build none = project.mvn("plumb:validate", "-Dplumb.traces=target/nowhere");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.log()).contains("PLUMB-M13 There is no trace at target/nowhere");
    }

    @Test
    void every_goal_and_parameter_is_described() throws IOException {
        Build build = FixtureProject.copied("single", "help").mvn("plumb:help", "-Ddetail", "-N");
        assertThat(build.exitCode()).as(build.log()).isZero();
        for (String goal : new String[] {
            "parse",
            "translate",
            "translate-check",
            "check",
            "validate",
            "simulate",
            "mutate",
            "expect",
            "graph",
            "report",
            "report-aggregate",
            "resources",
            "help"
        }) {
            assertThat(build.log()).contains("plumb:" + goal + "\n");
        }
        assertThat(build.log()).contains("plumb.failIfNoTraces").doesNotContain("(no description available)");
    }
}
