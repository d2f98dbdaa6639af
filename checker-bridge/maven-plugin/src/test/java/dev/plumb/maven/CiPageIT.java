package dev.plumb.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page about CI tells commands that work, and what {@code plumb new} writes is a project that Maven builds. */
@Tag("nightly")
class CiPageIT {
    private static final Path PAGE = Path.of("../docs/ci.md");

    private static List<String> matches(String pattern) throws IOException {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void the_commands_of_the_workflow_leave_what_it_shows() throws IOException {
        FixtureProject project = FixtureProject.copied("single", "workflow");
        List<String> commands = matches("\\n +(?:- )?run: ([^\\n]*)");
        assertThat(commands).hasSize(3);
        Build build = project.bash(
                "export GITHUB_ACTIONS=true GITHUB_STEP_SUMMARY=target/summary.md PLUMB_CACHE=target/cache\n"
                        + "set -e\n" + String.join("\n", commands.subList(0, 2)));
        assertThat(build.exitCode()).as(build.log()).isZero();
        assertThat(project.path("target/summary.md")).content().contains("MCLease");
        for (String reports : matches("sarif_file: ([^ ]*) ")) {
            assertThat(project.path(reports).resolve("check/check.sarif")).isNotEmptyFile();
        }
        assertThat(project.bash("PLUMB_CACHE=target/cache " + commands.get(2)).log())
                .contains("its checks notice");
    }

    @Test
    void the_script_ends_as_the_build_does_and_tells_why() throws IOException {
        FixtureProject project = FixtureProject.copied("single", "script");
        String script =
                "export PLUMB_CACHE=target/cache\n" + matches("```sh\n(.*?)```").get(0);
        Build green = project.bash(script);
        assertThat(green.exitCode()).as(green.log()).isZero();
        Build red =
                project.write("src/test/tla/manifest.json", "{\"modules\": []}").bash(script);
        assertThat(red.exitCode()).isEqualTo(1);
        assertThat(red.log().substring(red.log().lastIndexOf("[ERROR]"))).contains("MCLease_Hasty", "OneHolder");
    }

    @Test
    void what_plumb_new_writes_is_built_and_its_model_checked() {
        FixtureProject project = FixtureProject.copied("single", "new");
        assertThat(project.java("new", "LeaseLock").exitCode()).isZero();
        Build build = project.mvn("-f", "lease-lock", "verify", "-Dplumb.cache=off");
        assertThat(build.exitCode()).as(build.log()).isZero();
        assertThat(build.log()).contains("Tests run: 2, Failures: 0", "hold in LeaseLock");
        assertThat(project.path("lease-lock/target/plumb-reports/check/check.md"))
                .content()
                .contains("LeaseLock");
    }
}
