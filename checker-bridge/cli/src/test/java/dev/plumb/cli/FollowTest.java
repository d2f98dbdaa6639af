package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traces that are validated while they are being written. */
class FollowTest {
    private static final String HEADER = "{\"plumb\":1,\"order\":\"file\",\"constants\":{\"Capacity\":3}}\n";
    private static final String FILL = "{\"action\":\"Fill\"}\n";
    private static final String FILL_TO_1 = "{\"action\":\"Fill\",\"state\":{\"level\":1}}\n";
    private static final String DRAIN_1 = "{\"action\":\"Drain\",\"args\":{\"n\":1}}\n";

    /** More than a pipe and all buffers behind it hold, so that who has written them knows that some have been read. */
    private static final int MANY = 20_000;

    @TempDir(factory = FixedFolder.class)
    Path folder;

    private Path file;

    @BeforeEach
    void begin() throws IOException {
        file = Files.writeString(folder.resolve("run.ndjson"), HEADER);
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private Plumb validate(String... arguments) {
        List<String> all = new ArrayList<>(List.of("validate"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--spec", Plumb.fixture("tank/Tank.tla")));
        return Plumb.run(folder.resolve("out"), all.toArray(String[]::new));
    }

    private CompletableFuture<Plumb> follow() {
        return CompletableFuture.supplyAsync(() -> validate(file.toString(), "--follow"));
    }

    @Test
    void a_divergence_is_told_when_it_happens() throws IOException {
        CompletableFuture<Plumb> run = follow();
        append(FILL_TO_1);
        append(FILL_TO_1.substring(0, 9));
        append(FILL_TO_1.substring(9));
        assertThat(run.join().exitCode()).isEqualTo(15);
        assertThat(run.join().out())
                .startsWith("DIVERGES  Trace " + file + " leaves Tank at event 2 of 2: no step")
                .contains("run.ndjson:3");
    }

    @Test
    void a_line_that_is_no_event_is_told_when_it_is_written() throws IOException {
        CompletableFuture<Plumb> run = follow();
        append(FILL_TO_1 + "Fill\n");
        assertThat(run.join().exitCode()).isEqualTo(3);
        assertThat(run.join().out()).startsWith("BAD INPUT  PLUMB-T06 " + file + ":3: The line is not JSON");
    }

    @Test
    void a_file_that_is_not_written_any_more_has_ended_after_a_while() throws IOException {
        append(FILL_TO_1 + FILL);
        Plumb run = validate(file.toString(), "--follow", "--idle", "1");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("is a behaviour of Tank", "2 events, 1 run");
    }

    @Test
    void a_file_whose_lines_may_be_in_any_order_cannot_be_followed() throws IOException {
        Files.writeString(file, "{\"plumb\":1}\n" + FILL);
        Plumb run = validate(file.toString(), "--follow");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("PLUMB-T66 Trace " + file + " cannot be validated while it is read");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    run.ndjson --idle 3            ; --idle is a number of seconds with --follow.
                    run.ndjson --follow --idle 0   ; --idle is a number of seconds with --follow.
                    a.ndjson b.ndjson --follow     ; --follow stands for one trace, and 2 are given.
                    a.ndjson -                     ; - stands for one trace, and 2 are given.
                    run.ndjson --follow --emit tlc ; --emit needs the whole trace, and --follow does not wait for it.
                    """)
    void what_cannot_be_meant_is_told(String arguments, String what) {
        Plumb run = validate(arguments.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("PLUMB-U02 " + what);
    }

    private Plumb piped(String text, String... more) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try {
            List<String> arguments = new ArrayList<>(List.of("-"));
            arguments.addAll(List.of(more));
            return validate(arguments.toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void standard_input_is_a_trace_in_order_or_not() {
        assertThat(piped(HEADER + FILL_TO_1).exitCode()).isZero();
        assertThat(piped(HEADER + FILL_TO_1 + FILL_TO_1 + "this is never read").exitCode())
                .isEqualTo(15);

        String clocks = HEADER.replace("\"order\":\"file\",", "")
                + DRAIN_1.replace("{\"action\"", "{\"process\":\"drain\",\"clock\":{\"drain\":1,\"tap\":1},\"action\"")
                + FILL_TO_1.replace("{\"action\"", "{\"process\":\"tap\",\"clock\":{\"tap\":1},\"action\"");
        assertThat(piped(clocks).exitCode()).isZero();
        assertThat(piped(clocks.replace("\"n\":1", "\"n\":2")).exitCode()).isEqualTo(15);
        assertThat(piped("").exitCode()).isEqualTo(4);
    }

    @Test
    void events_that_are_not_of_the_specification_are_counted() throws IOException {
        String beat = "{\"action\":\"Beat\"}\n";
        Plumb run = piped(HEADER + FILL_TO_1 + beat + FILL + beat, "--ignore", "Beat,Log");
        assertThat(run.exitCode()).isZero();
        Golden.check("validate-ignored", run.transcript());
        assertThat(piped(HEADER + FILL_TO_1 + beat, "--ignore", "Beat", "--json")
                        .out())
                .contains("\"events\":1,", "\"ignored\":{\"Beat\":1}");

        assertThat(piped(HEADER + FILL_TO_1 + beat, "--ignore", "Beta").exitCode())
                .isEqualTo(3);
        Plumb nothing = piped(HEADER + beat, "--ignore", "Beat");
        assertThat(nothing.exitCode()).isEqualTo(4);
        Golden.check("validate-all-ignored", nothing.transcript());
        Plumb action = piped(HEADER + FILL_TO_1 + beat, "--ignore", "Fill,Beat");
        assertThat(action.exitCode()).isEqualTo(3);
        Golden.check("validate-ignored-action", action.transcript());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void when_it_is_terminated_it_tells_what_was_validated_so_far() throws Exception {
        Process plumb = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "validate",
                        "-",
                        "--spec",
                        Path.of(Plumb.fixture("tank/Tank.tla")).toAbsolutePath().toString(),
                        "--out",
                        folder.resolve("out").toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try (OutputStream trace = plumb.getOutputStream()) {
            trace.write((HEADER + (FILL + DRAIN_1).repeat(MANY)).getBytes(StandardCharsets.UTF_8));
            trace.flush();
            new ProcessBuilder("kill", String.valueOf(plumb.pid())).start().waitFor();
            assertThat(plumb.waitFor()).isEqualTo(143);
        }
        assertThat(folder.resolve("output"))
                .content()
                .startsWith("INCOMPLETE  Trace standard input was not checked to the end: it was interrupted")
                .containsPattern("[1-9][0-9,]* events, 1 run");
    }
}
