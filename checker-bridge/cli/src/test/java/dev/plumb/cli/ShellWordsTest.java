package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {
    @Test
    void plain_words_stay_as_they_are() {
        assertThat(ShellWords.line(List.of("./plumb", "check", "a/b-c_1.cfg"))).isEqualTo("./plumb check a/b-c_1.cfg");
    }

    @Test
    void a_shell_reads_back_what_was_quoted() throws IOException {
        List<String> words = List.of("a b", "it's", "$HOME", "", "\"q\"", "*", "é;|&");
        Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + ShellWords.line(words)).start();
        assertThat(shell.inputReader().lines()).containsExactlyElementsOf(words);
    }
}
