package dev.plumb.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.cli.PlumbCommand;
import dev.plumb.simulation.commands.BugsCommand;
import dev.plumb.simulation.commands.ExploreCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code plumb explore} and {@code bugs} with a real protocol, its specification and TLC. */
class ExploreCommandsTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void specifications_are_found_from_any_folder() {
        System.setProperty("plumb.home", System.getProperty("plumb.root"));
    }

    private int call(PlumbCommand command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--out", folder.resolve("out").toString()));
        CommandLine line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        return line.execute(all.toArray(String[]::new));
    }

    private int explore(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--failures", folder.resolve("failures").toString()));
        return call(new ExploreCommand(), all.toArray(String[]::new));
    }

    @Test
    void a_protocol_and_its_specification_that_are_the_same_end_with_0() {
        assertThat(explore("twophase", "--nodes", "2", "--network", "growing", "--spec-to-code"))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "holds         Consistent",
                        "shown         all 56 states",
                        "that together take every step of the spec");
    }

    @Test
    void a_step_that_is_none_of_the_specification_ends_with_15_and_is_explained() {
        assertThat(explore("twophase", "--bug", "hasty-commit", "--network", "growing"))
                .isEqualTo(15);
        assertThat(out.toString()).contains("after 4 steps:", "tmPrepared = RM", "Reproduce: plumb validate");
        assertThat(folder.resolve("out/twophase-explored/path.ndjson")).isNotEmptyFile();
        assertThat(folder.resolve("out/twophase-explored/page.html")).isNotEmptyFile();
    }

    @Test
    void a_violated_invariant_ends_with_12_and_leaves_a_failure() {
        assertThat(explore("twophase", "--bug", "hasty-commit", "--network", "growing", "--no-refinement"))
                .isEqualTo(12);
        assertThat(out.toString()).contains("VIOLATED      Consistent, after 6 steps:", "replay it: plumb replay ");
        assertThat(folder.resolve("failures")).isNotEmptyDirectory();
    }

    @Test
    void a_limit_that_comes_first_ends_with_20_and_says_what_is_left() {
        assertThat(explore("twophase", "--nodes", "2", "--depth", "3", "--no-refinement"))
                .isEqualTo(20);
        assertThat(out.toString())
                .contains("NOT explored", "the limit of depth 3 was reached", "unknown       Consistent");
    }

    @ParameterizedTest
    @CsvSource({"--states,-5", "--depth,0", "--seconds,-5", "--threads,-5", "--spec-states,0"})
    void what_is_too_few_is_told(String option, String given) {
        assertThat(explore("twophase", "--nodes", "1", option, given)).isNotZero();
        assertThat(out.toString()).contains(option + " " + given + " is too few.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--sockets", "--log", "--untimed"})
    void what_it_has_no_use_for_is_not_offered(String option) {
        assertThat(explore("twophase", option)).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(out.toString()).contains("Unknown option: '" + option + "'");
    }

    @ParameterizedTest
    @CsvSource({"--spec-to-code", "--spec-states=7"})
    void without_a_specification_nothing_of_it_can_be_asked(String option) {
        assertThat(explore("twophase", "--no-refinement", option)).isNotZero();
        assertThat(out.toString()).contains(option.replaceAll("=.*", "") + " has no effect with --no-refinement.");
    }

    @Test
    void a_long_time_is_as_good_as_no_limit() {
        assertThat(explore("twophase", "--nodes", "1", "--no-refinement", "--seconds", "99999999999999"))
                .isZero();
    }

    @Test
    void code_that_followed_a_part_of_the_specification_ends_with_20() {
        String[] few = {"twophase", "--nodes", "2", "--network", "growing", "--spec-to-code", "--spec-states", "5"};
        assertThat(explore(few)).isEqualTo(20);
        assertThat(out.toString()).contains("that together take every step of the spec from the 5 states looked at");
    }

    @Test
    void json_has_it_all_in_a_line() {
        assertThat(explore("twophase", "--nodes", "2", "--network", "growing", "--json"))
                .isZero();
        assertThat(out.toString().lines())
                .singleElement()
                .asString()
                .contains(
                        "\"properties\":{\"Consistent\":{\"verdict\":\"holds\"}",
                        "\"states\":{\"shown\":56,\"all\":56}");
    }

    @Test
    void each_check_says_whether_it_catches_a_planted_bug() {
        assertThat(call(new BugsCommand(), "twophase", "--nodes", "3", "--bug", "hasty-commit", "--runs", "40"))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "(no bug)",
                        "clean   refinement",
                        "hasty-commit",
                        "caught  refinement  4 steps",
                        "caught  spec");
    }
}
