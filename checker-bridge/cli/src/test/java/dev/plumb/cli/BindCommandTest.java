package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BindCommandTest {
    private static final String HEADER = "{\"plumb\":1,\"constants\":{\"Capacity\":3}}\n";
    private static final String FILL = "{\"action\":\"Fill\",\"state\":{\"level\":1}}\n";
    private static final String DRAIN = "{\"action\":\"Drain\",\"args\":{\"n\":1},\"state\":{\"level\":0}}\n";
    private static final String TAP = HEADER
            + "{\"process\":\"tap\",\"action\":\"tap.opened\",\"args\":{\"litres\":1}}\n"
            + "{\"process\":\"tap\",\"action\":\"tap.opened\",\"args\":{\"litres\":-1}}\n"
            + "{\"process\":\"tap\",\"action\":\"flushed\",\"state\":{\"level\":0}}\n";
    private static final String BINDING = """
            ---- MODULE TapBinding ----
            EXTENDS Tank, Integers
            OnTap_opened(e) == IF e.args.litres > 0 THEN Fill ELSE Drain(0 - e.args.litres)
            OnFlushed_1(e) == Fill
            OnFlushed_2(e) == Drain(1)
            ====
            """;

    @TempDir(factory = FixedFolder.class)
    Path folder;

    private String spec;

    @BeforeEach
    void copy_a_spec() throws IOException {
        spec = Files.copy(Path.of(Plumb.fixture("tank/Tank.tla")), folder.resolve("Tank.tla"))
                .toString();
    }

    private Plumb validate(String trace, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("run.ndjson"), trace);
        String[] arguments = new String[more.length + 4];
        arguments[0] = "validate";
        arguments[1] = file.toString();
        arguments[2] = "--spec";
        arguments[3] = spec;
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Plumb.run(folder.resolve("out"), arguments);
    }

    private Path written() {
        return folder.resolve("TankBinding.tla");
    }

    @Test
    void a_binding_to_start_from_is_written_and_changes_no_verdict() throws IOException {
        Plumb run = Plumb.run("bind", spec);
        assertThat(run.transcript()).contains("written to " + written());
        assertThat(run.exitCode()).isZero();
        Golden.check("bind-written", Files.readString(written()));
        assertThat(validate(HEADER + FILL + DRAIN).exitCode()).isZero();
        assertThat(validate(HEADER + DRAIN).exitCode()).isEqualTo(15);
    }

    @Test
    void what_stands_in_its_comments_can_be_used_as_it_is() throws IOException {
        Plumb.run("bind", spec);
        String used = Files.readString(written()).replace("\\* On", "On");
        Files.writeString(written(), used);
        Plumb run = validate(HEADER + FILL + DRAIN);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("bound by " + written());
        assertThat(validate(HEADER + FILL + DRAIN.replace("\"n\":1", "\"n\":2")).exitCode())
                .isEqualTo(15);
    }

    @Test
    void a_file_that_is_there_is_left_alone_unless_forced() throws IOException {
        Files.writeString(written(), "mine");
        Plumb run = Plumb.run("bind", spec);
        assertThat(run.exitCode()).isEqualTo(3);
        Golden.check("bind-exists", run.transcript());
        assertThat(written()).hasContent("mine");
        assertThat(Plumb.run("bind", spec, "--force").exitCode()).isZero();
        assertThat(Files.readString(written())).contains("EXTENDS Tank");
    }

    @Test
    void a_file_that_cannot_be_a_module_is_refused() {
        Plumb run = Plumb.run(
                "bind", spec, "--out", folder.resolve("tank-binding.tla").toString());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("PLUMB-B11");
        assertThat(Plumb.run(
                                "bind",
                                spec,
                                "--out",
                                folder.resolve("no/TankBinding.tla").toString())
                        .err())
                .startsWith("PLUMB-C73");
    }

    @Test
    void a_divergence_is_explained_in_the_spec_through_the_binding() throws IOException {
        Path binding = Files.writeString(folder.resolve("TapBinding.tla"), BINDING);
        assertThat(validate(TAP, "--binding", binding.toString()).exitCode()).isZero();
        Plumb wrong = validate(TAP.replace("-1", "-2"), "--binding", binding.toString());
        assertThat(wrong.exitCode()).isEqualTo(15);
        Golden.check("validate-bound", wrong.transcript());
        assertThat(validate(TAP, "--binding", folder.resolve("TabBinding.tla").toString())
                        .err())
                .startsWith("PLUMB-B01");
    }
}
