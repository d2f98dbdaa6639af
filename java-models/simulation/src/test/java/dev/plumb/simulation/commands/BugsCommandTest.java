package dev.plumb.simulation.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.core.Outcome;
import dev.plumb.simulation.Protocol;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code plumb bugs} says of checks that could not judge, and how it ends. */
class BugsCommandTest {
    private static final int BAD_INPUT = 3;
    private static final Catch.Price PRICE = new Catch.Price(300, "runs", 1.5);
    private static final Catch CAUGHT = Catch.caught(Optional.of(new Catch.Schedule(9, 1)), PRICE);
    private static final Catch MISSED = Catch.missed(PRICE, "");
    private static final Catch UNKNOWN =
            Catch.unknown(Optional.of(PRICE), "2 of them: ", new Outcome.Incomplete("10 s"));

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    private int bugs(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--runs", "3", "--out", folder.toString()));
        CommandLine line = new CommandLine(new BugsCommand()).setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        return line.execute(all.toArray(String[]::new));
    }

    @Test
    void a_protocol_without_a_bug_has_to_be_judged() {
        assertThat(BugsCommand.exitCode(Protocol.NO_BUG, List.of(MISSED, Catch.NONE)))
                .isZero();
        assertThat(BugsCommand.exitCode(Protocol.NO_BUG, List.of(MISSED, UNKNOWN)))
                .isEqualTo(20);
        assertThat(BugsCommand.exitCode(Protocol.NO_BUG, List.of(CAUGHT, UNKNOWN)))
                .isEqualTo(5);
    }

    @Test
    void a_bug_has_to_be_caught_by_one_check() {
        assertThat(BugsCommand.exitCode("stale-read", List.of(MISSED, UNKNOWN, CAUGHT)))
                .isZero();
        assertThat(BugsCommand.exitCode("stale-read", List.of(MISSED, Catch.NONE)))
                .isEqualTo(5);
        assertThat(BugsCommand.exitCode("stale-read", List.of(MISSED, UNKNOWN))).isEqualTo(5);
    }

    @Test
    void runs_in_which_nothing_happens_leave_something_open_if_there_are_no_others() {
        Outcome vacuous = new Outcome.Vacuous("it holds no events");
        Outcome incomplete = new Outcome.Incomplete("10 s");
        assertThat(BugCheckers.open(List.of(vacuous, new Outcome.Conforms()))).isEmpty();
        assertThat(BugCheckers.open(List.of(vacuous, vacuous))).containsExactly(vacuous, vacuous);
        assertThat(BugCheckers.open(List.of(vacuous, new Outcome.Conforms(), incomplete)))
                .containsExactly(incomplete);
    }

    @Test
    void a_catch_tells_its_schedule_and_what_was_not_looked_at() {
        assertThat(CAUGHT.text()).isEqualTo("9 steps, 1 fault, 300 runs, 1.5 s");
        assertThat(UNKNOWN.text()).isEqualTo("300 runs, 1.5 s; 2 of them: incomplete: 10 s");
        assertThat(Catch.NONE.text()).isEqualTo("-");
    }

    @Test
    void a_world_that_is_too_big_is_clean_as_far_as_it_was_explored() {
        assertThat(bugs("board", "--bug", "stale-read", "--nodes", "1", "--states", "40"))
                .isEqualTo(5);
        assertThat(out.toString()).containsPattern("clean   refinement  .* s; NOT explored: the steps of \\d+ of them");
    }

    @Test
    void what_cannot_be_judged_is_neither_missed_nor_caught() {
        assertThat(bugs("board", "--bug", "misnamed-step", "--nodes", "1")).isEqualTo(BAD_INPUT);
        assertThat(out.toString())
                .contains("clean   refinement", "clean   trace       3 runs")
                .contains("misnamed-step", "missed  history     3 runs")
                .containsPattern("unknown refinement  .*Pin")
                .containsPattern("unknown trace       3 runs, .* s; 3 of them: .*Pin")
                .containsPattern("unknown spec        .*Tidy");
    }

    @Test
    void a_handler_that_throws_in_a_random_run_is_caught() {
        assertThat(bugs("board", "--bug", "falls-down", "--nodes", "1")).isZero();
        assertThat(out.toString())
                .containsPattern("caught  history .* 1 run,")
                .containsPattern("caught  trace .* 1 run,");
    }

    @Test
    void a_protocol_without_a_bug_that_cannot_be_judged_is_not_green() {
        assertThat(bugs("misnamed-board", "--bug", "stale-read", "--nodes", "1", "--json"))
                .isEqualTo(BAD_INPUT);
        assertThat(out.toString().lines().findFirst().orElseThrow())
                .contains("\"invariant\":{\"result\":\"none\"}", "\"trace\":{\"result\":\"unknown\",\"runs\":3")
                .contains("\"remark\":\"3 of them: ");
    }

    @Test
    void a_bug_that_there_is_not_is_told_before_the_work_begins() {
        assertThat(bugs("board", "--bug", "stale-red")).isNotZero();
        assertThat(out.toString())
                .contains("Protocol board has no bug stale-red.")
                .doesNotContain("(no bug)");
    }
}
