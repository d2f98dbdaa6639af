package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumb.report.FileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateCommandTest {
    private static final String HEADER = "{\"plumb\":1,\"constants\":{\"Capacity\":3}}";
    private static final String FILL_TO_1 =
            "{\"process\":\"tap\",\"action\":\"Fill\",\"state\":{\"level\":1},\"clock\":{\"tap\":1},\"at\":\"Tap.java:7\"}";
    private static final String FILL_TO_2 =
            FILL_TO_1.replace("\"level\":1", "\"level\":2").replace("\"tap\":1", "\"tap\":2");
    private static final String DRAIN_2 =
            "{\"process\":\"tap\",\"action\":\"Drain\",\"args\":{\"n\":2},\"state\":{\"level\":0},\"clock\":{\"tap\":3}}";

    @TempDir(factory = FixedFolder.class)
    Path folder;

    static Stream<Arguments> traces() {
        return Stream.of(
                trace("validate-conforms", 0, HEADER, FILL_TO_1, FILL_TO_2, DRAIN_2),
                trace("validate-diverges", 15, HEADER, FILL_TO_1, DRAIN_2.replace("\"tap\":3", "\"tap\":2")),
                trace("validate-ends-elsewhere", 15, HEADER, FILL_TO_2.replace("\"tap\":2", "\"tap\":1")),
                trace("validate-unknown-action", 3, HEADER, FILL_TO_1.replace("Fill", "Fil")),
                trace("validate-unknown-variable", 3, HEADER, FILL_TO_1.replace("level", "levle")),
                trace(
                        "validate-unknown-argument",
                        3,
                        HEADER,
                        FILL_TO_1,
                        FILL_TO_2,
                        DRAIN_2.replace("\"n\":2", "\"m\":2")),
                trace("validate-unknown-key", 3, HEADER, FILL_TO_1.replace("process", "proces")),
                trace("validate-lost-event", 3, HEADER, FILL_TO_1, DRAIN_2),
                trace("validate-empty", 4, HEADER),
                trace("validate-torn-middle", 3, HEADER, FILL_TO_1.substring(0, 40), FILL_TO_2),
                trace(
                        "validate-names-no-constants",
                        3,
                        "{\"plumb\":1,\"constants\":{\"Capacity\":{\"x\":1}}}",
                        FILL_TO_1));
    }

    private static Arguments trace(String golden, int exitCode, String... lines) {
        return Arguments.of(golden, exitCode, List.of(lines));
    }

    @ParameterizedTest(name = "{0}: exit code {1}")
    @MethodSource("traces")
    void each_outcome_has_its_exit_code_and_is_told_in_words(String golden, int exitCode, List<String> lines)
            throws IOException {
        Plumb run = validate(write("run.ndjson", lines));
        assertThat(run.exitCode()).isEqualTo(exitCode);
        Golden.check(golden, run.transcript());
    }

    @Test
    void an_invariant_that_the_events_break_is_named_with_the_event() throws IOException {
        Path full = write("run.ndjson", List.of(HEADER.replace("3", "2"), FILL_TO_1, FILL_TO_2, DRAIN_2));
        Plumb run = validate(full, "--config", "Tank_Full.cfg");
        assertThat(run.exitCode()).isEqualTo(12);
        Golden.check("validate-violates", run.transcript());

        assertThat(shown(full, "page.html")).content().contains("Why it is false", "level &lt; Capacity");
        assertThat(shown(full, "space-time.svg")).content().contains("NeverFull is violated");

        Path half = write("half.ndjson", List.of(HEADER.replace("3", "2"), FILL_TO_1));
        assertThat(validate(half, "--config", "Tank_Full.cfg").exitCode()).isZero();
    }

    @Test
    void a_trace_that_conforms_is_shown_if_that_is_asked_for() throws IOException {
        Path trace = write("run.ndjson", List.of(HEADER, FILL_TO_1));
        assertThat(validate(trace).exitCode()).isZero();
        assertThat(shown(trace, "page.html")).doesNotExist();
        Plumb run = validate(trace, "--explain");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("see " + shown(trace, "page.html"));
        assertThat(shown(trace, "page.html")).content().contains("Why it could be taken", "level &lt; Capacity");
    }

    private Path shown(Path trace, String file) {
        return folder.resolve("out").resolve(FileName.of(trace.toString())).resolve(file);
    }

    @Test
    void steps_that_are_not_recorded_can_be_declared() throws IOException {
        Path trace = write("run.ndjson", List.of(HEADER, FILL_TO_1, DRAIN_2.replace("\"tap\":3", "\"tap\":2")));
        assertThat(validate(trace).exitCode()).isEqualTo(15);
        assertThat(validate(trace, "--silent", "Fill").exitCode()).isZero();

        Path later = write("later.ndjson", List.of(HEADER, DRAIN_2.replace("\"tap\":3", "\"tap\":1")));
        Plumb tooFew = validate(later, "--silent", "Fill");
        assertThat(tooFew.exitCode()).isEqualTo(15);
        Golden.check("validate-silent", tooFew.transcript());
        assertThat(validate(later, "--silent", "Fill", "--silent-steps", "2").exitCode())
                .isZero();
        assertThat(validate(later, "--silent", "Fil").exitCode()).isEqualTo(3);
        assertThat(validate(later, "--silent", "Fill", "--silent-steps", "-1").exitCode())
                .isEqualTo(2);
    }

    @Test
    void a_torn_last_line_is_a_warning_and_the_verdict_is_about_the_rest() throws IOException {
        Path torn = write("run.ndjson", List.of(HEADER, FILL_TO_1));
        Files.writeString(torn, Files.readString(torn) + FILL_TO_2.substring(0, 40));
        Plumb run = validate(torn);
        assertThat(run.exitCode()).isZero();
        Golden.check("validate-torn-end", run.transcript());
    }

    @Test
    void an_empty_trace_can_be_allowed_on_purpose() throws IOException {
        Plumb run = validate(write("run.ndjson", List.of(HEADER)), "--allow-empty");
        assertThat(run.exitCode()).isZero();
        Golden.check("validate-empty-allowed", run.transcript());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4RM.VEA", "4RM.EA"})
    void traces_of_the_2024_tools_conform(String name) {
        String corpus = "../../traces/corpus/twophase-2024/";
        Plumb run = Plumb.run(
                folder,
                "validate",
                corpus + name + ".ndjson",
                "--spec",
                "TwoPhase",
                "--conf",
                corpus + "conf.4RM.ndjson");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("CONFORMS  ").contains("TwoPhase has no constant TM");
    }

    @Test
    void a_trace_of_the_2024_tools_diverges_where_a_step_is_missing() throws IOException {
        Path corpus = Path.of("../../traces/corpus/twophase-2024");
        List<String> lines = new ArrayList<>(Files.readAllLines(corpus.resolve("4RM.VEA.ndjson")));
        lines.removeIf(line -> line.contains("\"RMPrepare\"") && line.contains("rm-0"));
        Plumb run = Plumb.run(
                folder,
                "validate",
                write("4RM.ndjson", lines).toString(),
                "--spec",
                "TwoPhase",
                "--conf",
                corpus.resolve("conf.4RM.ndjson").toString());
        assertThat(run.exitCode()).isEqualTo(15);
        Golden.check("validate-diverges-2024", run.transcript());
    }

    @Test
    void an_unknown_index_is_told_with_the_nearest_one() throws IOException {
        Path file = write(
                "run.ndjson",
                List.of(
                        "{\"plumb\":1,\"spec\":\"TwoPhase\",\"constants\":{\"RM\":{\"#set\":[\"r1\",\"r2\"]}}}",
                        "{\"process\":\"r1\",\"action\":\"RMPrepare\",\"state\":{\"rmState\":{\"r3\":\"prepared\"}}}"));
        Plumb run = Plumb.run(folder, "validate", file.toString());
        assertThat(run.exitCode()).isEqualTo(3);
        Golden.check("validate-unknown-index", run.transcript());
    }

    @Test
    void a_spec_that_is_not_there_is_told_with_the_nearest_one() throws IOException {
        Path file = write("run.ndjson", List.of(HEADER, FILL_TO_1));
        Plumb run = Plumb.run(folder, "validate", file.toString(), "--spec", "TwoPhases");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("PLUMB-C02 There is no specification TwoPhases.\n  Did you mean TwoPhase?");
    }

    @Test
    void a_trace_that_names_no_spec_needs_the_option() throws IOException {
        Plumb run = Plumb.run(
                folder,
                "validate",
                write("run.ndjson", List.of(HEADER, FILL_TO_1)).toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("PLUMB-U01 Trace ").endsWith("\n  Name it with --spec.\n");
    }

    @Test
    void constants_that_disagree_are_told_with_both_values() throws IOException {
        Path conf = write("conf.ndjson", List.of("{\"Capacity\":4}"));
        Plumb run = validate(write("run.ndjson", List.of(HEADER, FILL_TO_1)), "--conf", conf.toString());
        assertThat(run.exitCode()).isEqualTo(3);
        Golden.check("validate-constants-disagree", run.transcript());
    }

    @Test
    void an_action_over_a_set_that_depends_on_the_state_is_accepted_and_rejected() throws IOException {
        String header = "{\"plumb\":1}";
        String send = "{\"action\":\"Send\",\"args\":{\"m\":2}}";
        String receive = "{\"action\":\"Receive\",\"args\":{\"m\":2},\"state\":{\"got\":{\"#has\":[2]}}}";
        String spec = Plumb.fixture("mailbox/Mailbox.tla");
        Path good = write("good.ndjson", List.of(header, send, receive));
        assertThat(Plumb.run(folder, "validate", good.toString(), "--spec", spec)
                        .exitCode())
                .isZero();

        Path bad = write("bad.ndjson", List.of(header, send, receive, send, receive));
        Plumb twice = Plumb.run(folder, "validate", bad.toString(), "--spec", spec);
        assertThat(twice.exitCode()).isEqualTo(15);
        Golden.check("validate-state-dependent", twice.transcript());
    }

    @Test
    void of_several_traces_the_worst_decides_and_each_has_its_verdict() throws IOException {
        Path good = write("good.ndjson", List.of(HEADER, FILL_TO_1));
        Path wrong = write("wrong.ndjson", List.of(HEADER, FILL_TO_1.replace("Fill", "Drain")));
        Path unknown = write("unknown.ndjson", List.of(HEADER, FILL_TO_1.replace("Fill", "Fil")));
        assertThat(validate(good, wrong.toString()).exitCode()).isEqualTo(15);

        Plumb all = validate(good, wrong.toString(), unknown.toString(), "--json");
        assertThat(all.exitCode()).isEqualTo(3);
        List<String> kinds = new ArrayList<>();
        for (String line : all.out().lines().toList()) {
            kinds.add(new ObjectMapper().readTree(line).at("/outcome/kind").asText());
        }
        assertThat(kinds).containsExactlyInAnyOrder("Conforms", "Diverges", "BadInput");
    }

    @Test
    void of_several_traces_those_that_conform_leave_no_behaviour_unless_it_is_asked_for() throws IOException {
        Path good = write("good.ndjson", List.of(HEADER, FILL_TO_1));
        Path wrong = write("wrong.ndjson", List.of(HEADER, FILL_TO_1, DRAIN_2.replace("\"tap\":3", "\"tap\":2")));
        assertThat(validate(good).exitCode()).isZero();
        assertThat(shown(good, "result.json")).content().contains("\"behaviour\"");

        validate(good, wrong.toString());
        assertThat(shown(good, "result.json")).content().doesNotContain("\"behaviour\"");
        assertThat(shown(wrong, "result.json")).content().contains("\"behaviour\"");
        assertThat(shown(wrong, "page.html")).exists();

        validate(good, wrong.toString(), "--explain");
        assertThat(shown(good, "page.html")).exists();
    }

    @Test
    void several_traces_have_a_line_each_and_a_summary_and_one_that_is_unreadable_stops_none() throws IOException {
        write("a-torn.ndjson", List.of(HEADER, "{\"action\":", FILL_TO_1));
        write("b-good.ndjson", List.of(HEADER, FILL_TO_1));
        write("c-good.ndjson", List.of(HEADER, FILL_TO_1, FILL_TO_2));
        Plumb all = validate(folder);
        assertThat(all.exitCode()).isEqualTo(3);
        Golden.check("validate-several", all.transcript());
    }

    @Test
    void the_command_for_tlc_alone_gives_the_same_answer() throws Exception {
        Path emitted = folder.resolve("for TLC");
        Path good = write("good.ndjson", List.of(HEADER, FILL_TO_1, FILL_TO_2));
        Plumb conforms = validate(good, "--emit", emitted.toString());
        assertThat(conforms.exitCode()).isZero();
        assertThat(exitCodeOf(commandIn(conforms.out()))).isEqualTo(12);

        Path bad = write("bad.ndjson", List.of(HEADER, FILL_TO_1, DRAIN_2.replace("\"tap\":3", "\"tap\":2")));
        Plumb diverges = validate(bad, "--emit", emitted.toString());
        assertThat(diverges.exitCode()).isEqualTo(15);
        assertThat(exitCodeOf(commandIn(diverges.out()))).isZero();
    }

    @Test
    void modules_of_several_traces_do_not_overwrite_each_other() throws IOException {
        Path emitted = folder.resolve("tlc");
        Path a = write("a.ndjson", List.of(HEADER, FILL_TO_1));
        Path b = write("b.ndjson", List.of(HEADER, FILL_TO_1));
        assertThat(validate(a, b.toString(), "--emit", emitted.toString()).exitCode())
                .isZero();
        try (Stream<Path> files = Files.walk(emitted)) {
            assertThat(files.filter(file -> file.endsWith("TankTrace.tla"))).hasSize(2);
        }
    }

    @Test
    void a_huge_value_is_cut_in_the_text() throws IOException {
        String huge = "x".repeat(100_000);
        Path file =
                write("run.ndjson", List.of(HEADER, FILL_TO_1.replace("\"level\":1", "\"level\":\"" + huge + "\"")));
        Plumb run = validate(file);
        assertThat(run.exitCode()).isEqualTo(15);
        assertThat(run.out()).hasSizeLessThan(5_000).contains("first 1,000 of 100,0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../../up", "a b/c"})
    void a_trace_does_not_choose_where_its_report_goes(String name) throws IOException {
        Path file = write(
                "run.ndjson",
                List.of(HEADER.replace("{\"plumb\"", "{\"trace\":\"" + name + "\",\"plumb\""), FILL_TO_1));
        Path out = folder.resolve("some/reports");
        Plumb run = Plumb.run(out, "validate", file.toString(), "--spec", Plumb.fixture("tank/Tank.tla"));
        assertThat(run.exitCode()).isZero();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(each -> each.endsWith("result.json")))
                    .singleElement()
                    .satisfies(
                            result -> assertThat(result.getParent().getParent()).isEqualTo(out));
        }
    }

    private Plumb validate(Path trace, String... more) {
        List<String> arguments = new ArrayList<>(List.of("validate", trace.toString()));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--spec", Plumb.fixture("tank/Tank.tla")));
        return Plumb.run(folder.resolve("out"), arguments.toArray(String[]::new));
    }

    private Path write(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }

    private static String commandIn(String out) {
        return out.lines()
                .filter(line -> line.startsWith("  java "))
                .findFirst()
                .orElseThrow()
                .strip();
    }

    /** As a user who pastes it would run it. */
    private int exitCodeOf(String command) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", "PATH=" + java + ":$PATH; " + command);
        shell.redirectErrorStream(true).redirectOutput(folder.resolve("tlc.out").toFile());
        return shell.start().waitFor();
    }
}
