package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.traces.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcerptTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("M.tla"), text);
    }

    @Test
    void carets_stand_below_what_is_meant() throws IOException {
        assertThat(Excerpt.of(file("one\r\nNext == Fil\r\n"), 2, 9, 3)).isEqualTo("""
                    2 | Next == Fil
                      |         ^^^
                """);
    }

    @Test
    void a_tab_is_as_wide_as_the_parser_takes_it_to_be() throws IOException {
        assertThat(Excerpt.of(file("\tab\tc"), 1, 17, 1)).isEqualTo("""
                    1 |         ab      c
                      |                 ^
                """);
    }

    @Test
    void without_a_column_there_is_no_caret() throws IOException {
        assertThat(Excerpt.of(new Source(file("one").toString(), 1))).isEqualTo("    1 | one\n");
    }

    @Test
    void of_a_long_line_the_part_around_the_place_is_shown() throws IOException {
        String excerpt = Excerpt.of(file("a".repeat(5_000) + "!" + "b".repeat(5_000)), 1, 5_001, 1);
        String[] lines = excerpt.split("\n", -1);
        assertThat(lines[0]).hasSizeLessThan(120).startsWith("    1 | ...aaa").endsWith("bbb...");
        assertThat(lines[1].indexOf('^')).isEqualTo(lines[0].indexOf('!'));
    }

    @Test
    void carets_end_with_the_line() throws IOException {
        assertThat(Excerpt.of(file("abc"), 1, 2, 500)).isEqualTo("    1 | abc\n      |  ^^\n");
    }

    @Test
    void what_is_no_file_or_has_no_such_line_has_no_excerpt() throws IOException {
        String path = file("one\n").toString();
        assertThat(Excerpt.of(new Source(path, 2, 1))).isEmpty();
        assertThat(Excerpt.of(new Source(path, 0))).isEmpty();
        assertThat(Excerpt.of(new Source(folder.toString(), 1))).isEmpty();
        assertThat(Excerpt.of(new Source(path + ".not", 1))).isEmpty();
        assertThat(Excerpt.of(new Source("counter\0example", 1))).isEmpty();
    }

    @Test
    void a_file_that_is_not_in_utf_8_is_shown_too() throws IOException {
        Path file = Files.write(folder.resolve("L.tla"), "\\* caf\u00e9 x".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Excerpt.of(file, 1, 9, 1)).startsWith("    1 | \\* caf").endsWith("        ^\n");
    }
}
