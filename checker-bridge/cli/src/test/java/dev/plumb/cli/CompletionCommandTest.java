package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    private static Path folder;

    private static Path script;

    @BeforeAll
    static void write_the_script() throws IOException {
        assumeTrue(Files.isExecutable(BASH), "needs bash");
        Plumb run = Plumb.run("completion");
        assertThat(run.exitCode()).isZero();
        script = Files.writeString(folder.resolve("completion"), run.out());
    }

    /** What bash offers for the last of these words. */
    private static List<String> offered(String... words) throws Exception {
        String typed = String.join(" ", words) + (words[words.length - 1].isEmpty() ? "''" : "");
        Process bash = new ProcessBuilder(
                        BASH.toString(),
                        "-c",
                        "source " + script + "; COMP_WORDS=(" + typed + "); COMP_CWORD=" + (words.length - 1)
                                + "; _complete_plumb; printf '%s\\n' \"${COMPREPLY[@]}\"")
                .redirectError(ProcessBuilder.Redirect.DISCARD) // compopt knows that nobody is typing
                .start();
        List<String> lines = bash.inputReader().lines().toList();
        assertThat(bash.waitFor()).as(lines.toString()).isZero();
        return lines;
    }

    @Test
    void commands_are_completed() throws Exception {
        assertThat(offered("plumb", "val")).containsExactly("validate");
        assertThat(offered("plumb", "")).contains("check", "completion").doesNotContain("--json");
    }

    @Test
    void options_of_the_command_and_their_values_are_completed_and_nothing_else() throws Exception {
        assertThat(offered("plumb", "check", "--ti")).containsExactly("--tier", "--time");
        assertThat(offered("plumb", "check", "--tier", "")).containsExactly("PR", "NIGHTLY");
        assertThat(offered("plumb", "validate", "--tie")).containsExactly("");
    }
}
