package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "--help, help",
        "bind --help, help-bind",
        "check --help, help-check",
        "doctor --help, help-doctor",
        "list --help, help-list",
        "expect --help, help-expect",
        "eval --help, help-eval",
        "mutate --help, help-mutate",
        "parse --help, help-parse",
        "translate --help, help-translate",
        "validate --help, help-validate",
    })
    void help_is_printed_on_demand(String arguments, String golden) throws IOException {
        Plumb run = Plumb.run(arguments.split(" "));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        Golden.check(golden, run.transcript());
    }

    @Test
    void a_message_is_out_before_the_JVM_ends() throws Exception {
        Process plumb = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "list",
                        "nowhere")
                .redirectErrorStream(true)
                .start();
        assertThat(plumb.inputReader().lines()).hasSize(2).first().asString().startsWith("PLUMB-C04 ");
        assertThat(plumb.waitFor()).isEqualTo(3);
    }

    @Test
    void without_a_command_help_goes_to_stderr() {
        Plumb run = Plumb.run();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo(Plumb.run("--help").out());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "chek, usage-unknown-command",
        "check, usage-missing-spec",
        "check Tank --jsn, usage-unknown-option",
        "check Tank --tier weekly, usage-unknown-tier",
        "check Tank --workers -1, usage-negative-workers",
        "validate, usage-missing-trace",
    })
    void a_wrong_command_line_is_told_in_two_lines(String arguments, String golden) throws IOException {
        Plumb run = Plumb.run(arguments.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        Golden.check(golden, run.transcript());
    }

    @Test
    void every_command_tells_the_version_of_the_build() throws IOException {
        String pom = Files.readString(Plumb.ROOT.resolve("pom.xml"));
        for (String[] arguments : List.of(new String[] {"-V"}, new String[] {"check", "-V"})) {
            Plumb run = Plumb.run(arguments);
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).startsWith("plumb ");
            assertThat(pom).contains("<version>" + run.out().strip().substring(6) + "</version>");
        }
    }

    @Test
    void options_are_read_of_the_command_that_is_called_alone() {
        assertThat(Main.commandLineFor("--help").getUsageMessage())
                .isEqualTo(Main.commandLine().getUsageMessage());
        assertThat(options("check", "check", "--strict")).isGreaterThan(5);
        assertThat(options("check", "graph")).isZero();
        assertThat(options("check", "@arguments")).isGreaterThan(5);
    }

    private static int options(String command, String... arguments) {
        return Main.commandLineFor(arguments)
                .getSubcommands()
                .get(command)
                .getCommandSpec()
                .options()
                .size();
    }
}
