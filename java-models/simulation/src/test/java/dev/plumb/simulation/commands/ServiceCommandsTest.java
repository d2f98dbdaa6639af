package dev.plumb.simulation.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.cli.PlumbCommand;
import dev.plumb.histories.HistoryCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the commands say of what clients saw: of the board, whose traces conform also where clients see what is old. */
class ServiceCommandsTest {
    private static final int ALL_IS_WELL = 0;
    private static final int VIOLATES = 12;
    private static final int DIVERGES = 15;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    private int call(PlumbCommand command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--out", folder.resolve("out").toString()));
        CommandLine line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        out.getBuffer().setLength(0);
        return line.execute(all.toArray(String[]::new));
    }

    private int saving(PlumbCommand command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--failures", folder.resolve("failures").toString()));
        return call(command, all.toArray(String[]::new));
    }

    private Path failure() throws IOException {
        try (var files = Files.list(folder.resolve("failures"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void a_run_leaves_a_history_that_plumb_history_takes() {
        assertThat(saving(new RunCommand(), "board", "--nodes", "2")).isEqualTo(ALL_IS_WELL);
        assertThat(out.toString())
                .contains("CONFORMS  Trace board-1", "CONFORMS  History board-1 fits the model linearizable.");
        Path history = folder.resolve("out/board-1/history.ndjson");
        assertThat(call(new HistoryCommand(), history.toString())).isEqualTo(ALL_IS_WELL);
    }

    @Test
    void a_run_in_which_clients_see_what_is_old_is_saved_replayed_and_shrunk() throws IOException {
        assertThat(saving(new RunCommand(), "board", "--bug", "stale-read", "--runs", "200"))
                .isEqualTo(DIVERGES);
        assertThat(out.toString())
                .contains(
                        "what the clients saw does not fit the model linearizable",
                        "CONFORMS  Trace board-",
                        "DIVERGES  History board-",
                        "Reproduce: plumb history ",
                        "replay it: ");
        Path recorded = failure();
        assertThat(saving(new ReplayCommand(), recorded.toString())).isEqualTo(DIVERGES);
        assertThat(saving(new ShrinkCommand(), recorded.toString())).isEqualTo(DIVERGES);
        assertThat(out.toString()).contains("-> 1 node, 3 steps, 0 faults", "shortest: ");
    }

    @Test
    void json_has_a_line_for_what_the_clients_saw() {
        assertThat(saving(new RunCommand(), "board", "--json")).isEqualTo(ALL_IS_WELL);
        assertThat(out.toString().lines()).hasSize(3).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @Test
    void exploring_finds_it_on_a_shortest_way_and_leaves_a_failure() throws IOException {
        assertThat(saving(new ExploreCommand(), "board", "--nodes", "1", "--bug", "stale-read"))
                .isEqualTo(DIVERGES);
        assertThat(out.toString()).contains("VIOLATED      linearizable, after 3 steps:", "replay it: ");
        assertThat(saving(new ReplayCommand(), failure().toString())).isEqualTo(DIVERGES);
    }

    @Test
    void exploring_tells_in_which_step_a_handler_throws_and_leaves_a_failure_that_is_had_again() throws IOException {
        assertThat(saving(new ExploreCommand(), "fragile-board", "--nodes", "2"))
                .isEqualTo(VIOLATES);
        assertThat(out.toString())
                .contains(
                        "the desk breaks under 1 in step 3:",
                        "  2  board has synced Draft[client=writer, value=1]",
                        "  3  r2 gets Posted[value=1] from board",
                        "unknown       all calls are over",
                        "replay it: ")
                .doesNotContain("NEVER", "--continue");
        assertThat(saving(new ReplayCommand(), failure().toString())).isEqualTo(VIOLATES);
    }

    @Test
    void a_handler_that_throws_while_the_code_follows_its_specification_is_told() {
        String[] depthOne = {"fragile-board", "--nodes", "2", "--depth", "1", "--spec-to-code"};
        assertThat(saving(new ExploreCommand(), depthOne)).isNotEqualTo(ALL_IS_WELL);
        assertThat(out.toString())
                .contains("a handler threw ", "the desk breaks under 1", "r2 gets Posted[value=1] from board");
        assertThat(saving(new ExploreCommand(), "fragile-board", "--nodes", "2", "--spec-to-code"))
                .isEqualTo(VIOLATES);
    }

    @Test
    void exploring_says_what_the_code_does_not_keep_and_what_was_shown() {
        assertThat(saving(new ExploreCommand(), "board", "--nodes", "1", "--faults", "crash:1"))
                .isEqualTo(ALL_IS_WELL);
        assertThat(out.toString())
                .contains(
                        "holds         linearizable",
                        "shown         a copy is made, after ",
                        "holds         all calls are over",
                        "holds         every step is one of Board",
                        "hidden        copies, posted: ");
    }

    @Test
    void what_should_be_sometimes_and_never_is_ends_with_5() {
        assertThat(saving(new ExploreCommand(), "board", "--nodes", "1", "--bug", "no-copies"))
                .isEqualTo(5);
        assertThat(out.toString()).contains("MISSING       a copy is made", "holds         all calls are over");
    }

    @Test
    void what_should_be_at_last_and_may_never_be_ends_with_13_and_such_a_behaviour() {
        assertThat(saving(new ExploreCommand(), "board", "--nodes", "1", "--bug", "mute-reader"))
                .isEqualTo(13);
        assertThat(out.toString())
                .contains("NEVER         all calls are over, in a behaviour that is fair:", "and nothing more");
    }

    @Test
    void what_was_not_found_within_a_limit_is_not_known() {
        assertThat(saving(new ExploreCommand(), "board", "--nodes", "1", "--depth", "2"))
                .isEqualTo(20);
        assertThat(out.toString())
                .contains(
                        "NOT explored",
                        "unknown       a copy is made",
                        "--states, --depth and --seconds are the limits")
                .doesNotContain("--continue");
    }

    @Test
    void a_fault_that_cannot_happen_is_refused() {
        for (String fault : List.of("drift:1", "forge:1")) {
            assertThat(saving(new ExploreCommand(), "board", "--nodes", "1", "--faults", fault))
                    .isNotEqualTo(ALL_IS_WELL);
            assertThat(out.toString()).contains("The fault " + fault.replace(":1", "") + " cannot happen: ");
        }
        assertThat(saving(new ExploreCommand(), "board", "--network", "growing", "--faults", "io-error:1"))
                .isNotEqualTo(ALL_IS_WELL);
        assertThat(out.toString()).contains("cannot happen: syncs end at once in this world");
        saving(new ExploreCommand(), "board", "--network", "growing", "--faults", "duplicate:1");
        assertThat(out.toString()).contains("cannot happen: what was ever sent may arrive again in this world anyway");
        saving(new ExploreCommand(), "board", "--nodes", "1", "--faults", "torn-write:1");
        assertThat(out.toString()).contains("cannot happen: no disk of board has more than one part");
        saving(new RunCommand(), "board", "--nodes", "1", "--faults", "skew:1");
        assertThat(out.toString()).contains("cannot happen: no node of board reads its clock");
    }

    @Test
    void exploring_goes_on_after_a_violation_if_that_is_asked_for() {
        String[] stale = {"board", "--nodes", "1", "--bug", "stale-read"};
        assertThat(saving(new ExploreCommand(), stale)).isEqualTo(DIVERGES);
        assertThat(out.toString()).contains("unknown       all calls are over", "--continue goes on");
        String[] all = {"board", "--nodes", "1", "--bug", "stale-read", "--continue"};
        assertThat(saving(new ExploreCommand(), all)).isEqualTo(DIVERGES);
        assertThat(out.toString())
                .contains("VIOLATED      linearizable, after 3 steps:", "holds         all calls are over")
                .doesNotContain("unknown", "--continue");
    }

    @Test
    void only_the_history_catches_it() {
        assertThat(call(new BugsCommand(), "board", "--bug", "stale-read", "--nodes", "1", "--runs", "50"))
                .isEqualTo(ALL_IS_WELL);
        assertThat(out.toString())
                .contains("clean   history", "caught  history     3 steps", "missed  refinement", "missed  trace");
    }
}
