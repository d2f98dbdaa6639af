package dev.plumb.protocols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.cli.PlumbCommand;
import dev.plumb.simulation.commands.ReplayCommand;
import dev.plumb.simulation.commands.RunCommand;
import dev.plumb.simulation.commands.ShrinkCommand;
import dev.plumb.simulation.drive.FailureFile;
import dev.plumb.traces.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
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

/** {@code plumb run}, {@code replay} and {@code shrink} with a real protocol, its specification and TLC. */
class CommandsTest {
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
        all.addAll(List.of("--failures", folder.resolve("failures").toString()));
        CommandLine line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(out, true)).setExecutionExceptionHandler((failure, which, parsed) -> {
            throw failure;
        });
        out.getBuffer().setLength(0);
        return line.execute(all.toArray(String[]::new));
    }

    private Path failure() throws IOException {
        try (var files = Files.list(folder.resolve("failures"))) {
            return files.min((a, b) -> Long.compare(steps(a), steps(b))).orElseThrow();
        }
    }

    private static int steps(Path file) {
        try {
            return FailureFile.read(file).steps();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_protocol_without_bugs_conforms_whatever_the_faults() {
        String faults = "crash:2,partition:2,loss:1,duplicate:1,pause:1";
        assertThat(call(new RunCommand(), "twophase", "--seed", "42", "--faults", faults, "--runs", "100"))
                .isZero();
        assertThat(out.toString()).contains("run 100 of 100", "CONFORMS");
        assertThat(folder.resolve("failures")).doesNotExist();
        for (String left : List.of("run.log", "page.html", "space-time.svg")) {
            assertThat(folder.resolve("out/twophase-runs").resolve(left)).isNotEmptyFile();
        }
    }

    /** The run of which the page of the specification tells. */
    @Test
    void three_phase_commit_errs_without_a_bug_when_a_link_is_cut() {
        assertThat(call(new RunCommand(), "threephase", "--faults", "partition:1", "--seed", "250"))
                .isNotZero();
        assertThat(out.toString()).contains("invariant Consistent is violated", "DIVERGES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hasty-commit", "forgetful-promise", "fickle-decision", "revived-transaction"})
    void a_bug_is_found_saved_replayed_and_shrunk(String bug) throws IOException {
        int exitCode = call(new RunCommand(), "twophase", "--bug", bug, "--faults", "crash:2", "--runs", "500");
        assertThat(exitCode)
                .as("an invariant is violated, or the trace diverges")
                .isIn(12, 15);
        assertThat(out.toString()).contains("DIVERGES", "replay it: ");
        Path recorded = failure();
        String found = FailureFile.read(recorded).violation().text();

        assertThat(call(new ReplayCommand(), recorded.toString())).isEqualTo(exitCode);
        assertThat(out.toString()).contains(found);

        assertThat(call(new ShrinkCommand(), recorded.toString())).isEqualTo(exitCode);
        assertThat(out.toString()).contains(found, exitCode == 12 ? "shortest: " : "minimal up to single deletions: ");
        Path small = failure();
        assertThat(steps(small)).isLessThan(steps(recorded));

        assertThat(call(new ReplayCommand(), small.toString()))
                .as("of the small one")
                .isEqualTo(exitCode);
        assertThat(call(new ShrinkCommand(), small.toString())).isEqualTo(exitCode);
        assertThat(steps(failure())).as("it does not get smaller").isEqualTo(steps(small));
    }

    @Test
    void without_the_bug_the_same_choices_do_not_fail() throws IOException {
        call(new RunCommand(), "twophase", "--bug", "hasty-commit", "--runs", "500");
        Path repaired = folder.resolve("repaired.json");
        Files.writeString(repaired, Files.readString(failure()).replace("hasty-commit", "none"));

        assertThatThrownBy(() -> replay(repaired))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isIn("PLUMB-W05", "PLUMB-W06"));
    }

    @Test
    void it_goes_along_with_a_behaviour_of_the_specification() {
        assertThat(call(
                        new RunCommand(),
                        "twophase",
                        "--network",
                        "growing",
                        "--along",
                        "MCTwoPhase_ReachCommitted.cfg"))
                .isZero();
        assertThat(out.toString())
                .containsPattern("along MCTwoPhase_ReachCommitted.cfg: (\\d+) of \\1 states")
                .contains("CONFORMS");
    }

    @Test
    void a_run_goes_on_in_the_world_of_specifications() {
        String[] growing = {"twophase", "--network", "growing", "--steps", "300"};
        assertThat(call(new RunCommand(), growing)).isIn(0, 20);
        assertThat(out.toString())
                .contains("twophase, 3 nodes, network growing, untimed, seed 1: ", "CONFORMS")
                .doesNotContain(" ms of its time");
    }

    @Test
    void it_does_not_go_along_with_a_faulty_one() {
        assertThat(call(new RunCommand(), "twophase", "--network", "growing", "--along", "MCTwoPhase_Hasty.cfg"))
                .isEqualTo(5);
        assertThat(out.toString()).contains("  instead: {");
    }

    @Test
    void a_model_of_which_nothing_is_violated_has_no_behaviour_to_follow() {
        assertThatThrownBy(() -> run("twophase", "--along", "MCTwoPhase.cfg", "--out", folder.toString()))
                .hasMessageContaining("TLC finds no behaviour for MCTwoPhase.cfg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MCPaxos_ReachLearned.cfg", "MCTCommit.cfg"})
    void a_model_of_another_specification_is_not_followed(String model) {
        assertThatThrownBy(() -> run("twophase", "--along", model, "--out", folder.toString()))
                .isInstanceOf(Problem.class)
                .hasMessage(model + " is no model of TwoPhase, the specification of this protocol.")
                .satisfies(problem -> assertThat(((Problem) problem).nextStep())
                        .contains("MCTwoPhase_ReachCommitted.cfg")
                        .doesNotContain("MCTCommit"));
    }

    @Test
    void where_not_even_the_beginning_fits_the_constants_may_be_others() {
        String[] two = {"twophase", "--nodes", "2", "--network", "growing", "--along", "MCTwoPhase_ReachCommitted.cfg"};
        assertThat(call(new RunCommand(), two)).isEqualTo(5);
        assertThat(out.toString()).contains(": 0 of 11 states, not even the first (other constants?)");
    }

    @Test
    void json_is_printed_alone() {
        assertThat(call(new RunCommand(), "twophase", "--faults", "crash:1", "--json"))
                .isZero();
        assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(out.toString()).startsWith("{\"protocol\":\"twophase\",\"nodes\":3,\"bug\":\"none\",\"steps\":");
    }

    @Test
    void json_and_text_tell_of_the_same_world_and_count_the_same() throws IOException {
        String[] run = {"twophase", "--bug", "hasty-commit", "--faults", "crash:2", "--untimed", "--runs", "50"};
        call(new RunCommand(), run);
        assertThat(out.toString()).containsPattern("faults crash:2, untimed, seed \\d+, run \\d+ of 50: \\d+ steps\n");
        String steps = out.toString().replaceAll("(?s).* of 50: (\\d+) steps\n.*", "$1");
        List<String> json = new ArrayList<>(List.of(run));
        json.add("--json");
        call(new RunCommand(), json.toArray(String[]::new));
        assertThat(out.toString())
                .contains("\"steps\":" + steps + ",")
                .contains("\"network\":\"reordering\",\"timed\":false,\"faultBudget\":{\"crash\":2}}");
        call(new ShrinkCommand(), failure().toString(), "--json");
        assertThat(out.toString()).containsPattern("\"size\":\"\\w+\",\"attempts\":\\d+,\"statesSearched\":\\d+}");
    }

    @Test
    void a_run_that_is_stopped_is_not_green() {
        assertThat(call(new RunCommand(), "twophase", "--steps", "10")).isEqualTo(20);
        assertThat(out.toString()).contains("stopped there");
    }

    @Test
    void the_same_run_can_be_had_again_with_its_bound() {
        call(new RunCommand(), "twophase", "--bug", "hasty-commit", "--runs", "500", "--steps", "500");
        assertThat(out.toString()).containsPattern("Reproduce: plumb run .* --seed \\d+ --steps 500\n");
    }

    @Test
    void a_run_that_was_stopped_counts_though_the_last_one_is_well() {
        assertThat(call(new RunCommand(), "twophase", "--seed", "4", "--runs", "2", "--steps", "23"))
                .isEqualTo(20);
        assertThat(out.toString()).contains("run 2 of 2", "CONFORMS", "1 of 2 runs was stopped");
        call(new RunCommand(), "twophase", "--seed", "4", "--runs", "2", "--steps", "23", "--json");
        assertThat(out.toString()).contains("\"runs\":2,\"stopped\":1,\"notJudged\":0}");
    }

    private void replay(Path file) throws Exception {
        ReplayCommand command = new ReplayCommand();
        new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(file.toString(), "--out", folder.toString());
        command.call();
    }

    private void run(String... arguments) throws Exception {
        RunCommand command = new RunCommand();
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        command.call();
    }

    @Test
    void mistakes_are_told() {
        assertThatThrownBy(() -> run("fourphase")).hasMessage("There is no protocol fourphase.");
        assertThatThrownBy(() -> run("twophase", "--bug", "lazy")).hasMessage("Protocol twophase has no bug lazy.");
        assertThatThrownBy(() -> replay(folder.resolve("none.json"))).hasMessageContaining("there is no such file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nodes", "--runs", "--steps"})
    void what_is_too_few_is_told(String option) {
        assertThatThrownBy(() -> run("twophase", option, "0")).hasMessage(option + " 0 is too few.");
    }

    @Test
    void a_fault_that_is_named_twice_is_told() {
        assertThatThrownBy(() -> run("twophase", "--faults", "crash:1,loss:2", "--faults", "crash:3"))
                .hasMessage("The fault crash is named twice.");
    }

    @ParameterizedTest
    @CsvSource({"--seed,1", "--runs,1", "--driver,random", "--steps,7"})
    void what_a_behaviour_to_follow_leaves_nothing_to_do_is_told(String option, String given) {
        assertThatThrownBy(() -> run("twophase", "--along", "MCTwoPhase_Hasty.cfg", option, given))
                .hasMessage(option + " has no effect with --along.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--out", "--failures"})
    void what_is_no_folder_is_told(String option) throws IOException {
        Path file = Files.writeString(folder.resolve("afile"), "");
        assertThatThrownBy(() -> run("twophase", option, file.toString()))
                .hasMessageEndingWith("cannot be used as a folder: " + file + " is a file.");
    }

    @Test
    void a_search_for_a_smaller_failure_takes_some_states() {
        ShrinkCommand command = new ShrinkCommand();
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs("none.json", "--states", "-1");
        assertThatThrownBy(command::call).hasMessage("--states -1 is too few.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"crash", "crash:", "crash:-1", "crash:x", "fire:1", "crash:1:1"})
    void what_is_no_fault_is_told(String fault) {
        assertThatThrownBy(() -> run("twophase", "--faults", fault))
                .hasMessage(fault + " is not a fault and how often it may happen, as crash:1 is.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"plumb-failure\":1}", "{\"plumb-failure\":1,\"protocol\":7", "not JSON"})
    void what_is_no_failure_is_told(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), text);
        assertThatThrownBy(() -> replay(file)).hasMessageStartingWith("This is not the file of a failure: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"plumb-failure\":1    | \"plumb-failure\":2     | This failure is of version 2, and",
                "\"plumb-failure\":1    | \"plumb-failure\":\"old\" | This failure is of version old, and",
                "\"nodes\":3            | \"nodes\":0             | nodes is 0, and should be a whole number from 1 on",
                "\"steps\":9            | \"steps\":-1            | steps is -1, and should be a whole number from 1 on",
                "\"steps\":9            | \"steps\":99999999999   | steps is 99999999999, and should be",
                "\"choices\":[]         | \"choices\":[-1]        | one of choices is -1, and should be",
                "\"choices\":[]         | \"choices\":[[1]]       | one of choices is [1], and should be",
                "{\"crash\":1}          | {\"crash\":-1}          | crash is -1, and should be a whole number from 0 on",
                "{\"crash\":1}          | {\"nope\":1}            | faults names nope, and known are crash, torn-write",
                "{\"crash\":1}          | []                      | faults is no object",
                "FIFO                   | POST                    | network names POST, and known are FIFO, REORDERING",
                "INVARIANT              | NOPE                    | kind names NOPE, and known are INVARIANT, HANDLER",
                "\"calls\":{}           | \"calls\":{\"c9\":[0]}  | calls names c9, and known are",
                "\"timed\":true         | \"timed\":1             | timed is neither true nor false",
            })
    void what_does_not_fit_in_a_failure_is_told(String good, String bad, String told) throws IOException {
        String failure = "{\"plumb-failure\":1,\"protocol\":\"twophase\",\"nodes\":3,\"bug\":\"none\","
                + "\"network\":\"FIFO\",\"timed\":true,\"syncsAtOnce\":false,\"uncertaintyMillis\":9,"
                + "\"faults\":{\"crash\":1},\"calls\":{},\"kind\":\"INVARIANT\",\"name\":\"Consistent\",\"steps\":9,"
                + "\"choices\":[]}";
        Path file = folder.resolve("bad.json");
        Files.writeString(file, failure.replace(good, bad));
        assertThatThrownBy(() -> FailureFile.read(file))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(told);
    }

    @Test
    void a_failure_that_is_no_text_is_told() throws IOException {
        Path file = Files.write(folder.resolve("bad.json"), new byte[] {'{', (byte) 0xC3, '}'});
        assertThatThrownBy(() -> FailureFile.read(file)).hasMessageContaining("it is no text in UTF-8");
    }

    @Test
    void a_torn_failure_is_told_with_its_place_and_one_of_no_protocol_with_its_file() throws IOException {
        Path file = folder.resolve("bad.json");
        String options =
                "\"network\":\"FIFO\",\"timed\":true,\"syncsAtOnce\":false,\"uncertaintyMillis\":9,\"faults\":{}";
        Files.writeString(
                file, "{\"plumb-failure\":1,\n\"protocol\":\"fourphase\",\"nodes\":3,\"bug\":\"none\"," + options);
        assertThatThrownBy(() -> replay(file)).hasMessageEndingWith(": it is torn, or no JSON, at line 2.");
        Files.writeString(file, Files.readString(file) + "}");
        assertThatThrownBy(() -> replay(file))
                .hasMessage("There is no protocol fourphase.")
                .satisfies(problem -> assertThat(((Problem) problem).source())
                        .hasValueSatisfying(source -> assertThat(source.file()).isEqualTo(file.toString())));
    }
}
